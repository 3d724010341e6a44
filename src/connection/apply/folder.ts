import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import { failure, success, type Result } from '../result';
import { findRule } from './rule';
import {
  confirmWrite,
  failed,
  FOUND,
  withoutEffect,
  type RetryForbidden,
  type StepContext,
  type StepResult,
} from './stepResult';

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
 * which is no failure. That what the plan has deleted is still counted is waited for.
 */
export async function deleteFolder(context: StepContext, uid: string): Promise<StepResult> {
  const content = await context.patient(
    () => contentOf(context, uid),
    (seen) => seen.ok && seen.value === 'deletedRules'
  );
  if (!content.ok) {
    return content.error.reason === 'forbidden' ? { state: 'left', error: content.error } : failed(content.error);
  }
  switch (content.value) {
    case 'gone':
      return FOUND;
    case 'others':
      return { state: 'left' };
    case 'deletedRules':
      return withoutEffect('Rules that were deleted still count in the folder.', false);
    case 'nothing':
      return deleteEmpty(context.port, uid);
  }
}

async function deleteEmpty(port: GrafanaPort, uid: string): Promise<StepResult> {
  const deleted = await port.deleteFolder(uid);
  if (!deleted.ok && ['inUse', 'forbidden', 'locked'].includes(deleted.error.reason)) {
    return { state: 'left', error: deleted.error };
  }
  return confirmWrite(deleted, ['notFound'], async () => {
    const again = await port.folderCounts(uid);
    return again.ok ? success(again.value === undefined ? 'asPlanned' : 'asBefore') : again;
  });
}

/** `deletedRules`: nothing but rules that the plan has deleted, which a replica that lags behind still counts. */
type Content = 'gone' | 'nothing' | 'deletedRules' | 'others';

async function contentOf({ port, deletes }: StepContext, uid: string): Promise<Result<Content, GrafanaError>> {
  const counts = await port.folderCounts(uid);
  if (!counts.ok) {
    return counts;
  }
  if (!counts.value) {
    return success('gone');
  }
  const { alertRules, others } = counts.value;
  if (alertRules === 0 || others > 0) {
    return success(others > 0 ? 'others' : 'nothing');
  }
  const read = await port.readFolderRules(uid);
  if (!read.ok) {
    return read;
  }
  const { state, rules, otherRules } = read.value;
  const areDeleted = rules.every((rule) => deletes.some((deleted) => findRule([rule], deleted)));
  return success(state === 'present' && otherRules.length === 0 && areDeleted ? 'deletedRules' : 'others');
}
