import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';

/** Tells an outcome as Grafana tells its own: at the corner of the page, for a few seconds. */
export function toast(text: string, { isWarning = false } = {}): void {
  const { name } = isWarning ? AppEvents.alertWarning : AppEvents.alertSuccess;
  getAppEvents().publish({ type: name, payload: [text] });
}
