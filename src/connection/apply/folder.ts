import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import { failure, success } from '../result';
import { confirmWrite, failed, FOUND, type RetryForbidden, type StepContext, type StepResult } from './stepResult';

const EXISTS: ReadonlyArray<GrafanaError['reason']> = ['uidTaken', 'nameTaken', 'changedMeanwhile'];

/**
 * Creates the folder. One that exists already is as good: Grafana answers 412 to a second creation (folders.json), and
 * may hide a folder that somebody else just made for some seconds, so that it is waited for.
 */
export async function createFolder(
  { port, retrying }: StepContext,
  folder: { uid: string; title: string }
): Promise<StepResult> {
  const created = await port.createFolder(folder);
  if (created.ok) {
    return { state: 'done', isNewFolder: true };
  }
  if (!EXISTS.includes(created.error.reason)) {
    return confirmWrite(created, [], async () => {
      const again = await port.readFolderRules(folder.uid);
      return again.ok ? success(again.value.state === 'present' ? 'asPlanned' : 'asBefore') : again;
    });
  }
  const seen = await seesNewFolder(port, retrying).readFolderRules(folder.uid);
  return seen.ok && seen.value.state === 'present' ? FOUND : failed(seen.ok ? created.error : seen.error);
}

/**
 * A folder that was just created may be hidden for some seconds, and where there are several replicas whichever did not
 * create it hides it even from its author: each keeps what it knows of permissions to itself. So it is waited for.
 */
export const seesNewFolder = (port: GrafanaPort, retrying: RetryForbidden): GrafanaPort => ({
  ...port,
  readFolderRules: (uid) =>
    retrying(async () => {
      const read = await port.readFolderRules(uid);
      return read.ok && read.value.state === 'hidden' ? failure(HIDDEN) : read;
    }),
});

const HIDDEN: GrafanaError = {
  reason: 'forbidden',
  message: 'The folder exists and cannot be seen',
  status: 403,
};

/**
 * Deletes the folder if it is empty in every respect: Grafana would delete dashboards and subfolders along with it
 * without a word (12.4.0). A folder that holds anything, that cannot be looked into, or that we may not delete is left,
 * which is no failure.
 */
export async function deleteFolder({ port }: StepContext, uid: string): Promise<StepResult> {
  const counts = await port.folderCounts(uid);
  if (!counts.ok) {
    return counts.error.reason === 'forbidden' ? { state: 'left', error: counts.error } : failed(counts.error);
  }
  if (!counts.value) {
    return FOUND;
  }
  if (counts.value.alertRules > 0 || counts.value.others > 0) {
    return { state: 'left' };
  }
  const deleted = await port.deleteFolder(uid);
  if (!deleted.ok && ['inUse', 'forbidden', 'locked'].includes(deleted.error.reason)) {
    return { state: 'left', error: deleted.error };
  }
  return confirmWrite(deleted, ['notFound'], async () => {
    const again = await port.folderCounts(uid);
    return again.ok ? success(again.value === undefined ? 'asPlanned' : 'asBefore') : again;
  });
}
