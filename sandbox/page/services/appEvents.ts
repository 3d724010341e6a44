import { AppEvents, EventBusSrv } from '@grafana/data';
import type { Alert } from './requestAlerts';

/** The bus on which the page and its plugins announce things, toasts among them. */
export const appEvents = new EventBusSrv();

const eventOf = {
  success: AppEvents.alertSuccess,
  warning: AppEvents.alertWarning,
  error: AppEvents.alertError,
  info: AppEvents.alertInfo,
};

export function showAlert({ severity, title, text }: Alert): void {
  appEvents.publish({ type: eventOf[severity].name, payload: text ? [title, text] : [title] });
}
