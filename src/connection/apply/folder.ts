import type { GrafanaError, GrafanaPort } from '../grafanaPort';
import { success } from '../result';
import { DONE, failed, confirmWrite, type StepResult } from './stepResult';

const EXISTS: ReadonlyArray<GrafanaError['reason']> = ['uidTaken', 'nameTaken', 'changedMeanwhile'];

/**
 * Creates the folder. One that exists already is as good: Grafana answers 412 to a second creation (folders.json),
 * and may hide a folder that somebody else just made, so that answer is believed without another look.
 */
export async function createFolder(port: GrafanaPort, folder: { uid: string; title: string }): Promise<StepResult> {
  const present = await port.getFolder(folder.uid);
  if (!present.ok) {
    return failed(present.error);
  }
  if (present.value) {
    return DONE;
  }
  const created = await port.createFolder(folder);
  if (!created.ok && EXISTS.includes(created.error.reason)) {
    return DONE;
  }
  return confirmWrite(created, [], async () => {
    const again = await port.getFolder(folder.uid);
    return again.ok ? success(again.value !== undefined) : again;
  });
}

/** Deletes the folder if no rule is in it. A folder that others use or that we may not delete is left, no failure. */
export async function deleteFolder(port: GrafanaPort, uid: string): Promise<StepResult> {
  const present = await port.getFolder(uid);
  if (!present.ok) {
    return failed(present.error);
  }
  if (!present.value) {
    return DONE;
  }
  const rules = await port.listRules(uid);
  if (!rules.ok) {
    return failed(rules.error);
  }
  if (rules.value.length > 0) {
    return { state: 'left' };
  }
  const deleted = await port.deleteFolder(uid);
  if (!deleted.ok && ['inUse', 'forbidden', 'locked'].includes(deleted.error.reason)) {
    return { state: 'left', error: deleted.error };
  }
  return confirmWrite(deleted, ['notFound'], async () => {
    const again = await port.getFolder(uid);
    return again.ok ? success(again.value === undefined) : again;
  });
}
