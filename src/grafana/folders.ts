import type { GrafanaPort } from '../connection/grafanaPort';
import { success } from '../connection/result';
import { requestJson, sendCommand } from './request';
import type { Transport } from './transport';
import { folder } from './wire/folder';

/** Folders (folders.json). */
export function folderCalls(transport: Transport): Pick<GrafanaPort, 'getFolder' | 'createFolder' | 'deleteFolder'> {
  const pathOf = (uid: string) => `/api/folders/${encodeURIComponent(uid)}`;
  return {
    /**
     * Undefined when the folder is not there, or not to be seen by this user, which Grafana does not tell apart:
     * Editors and Viewers hold rights on single folders, so that 12.4 answers them 403 for a folder that does not
     * exist, and for some seconds after somebody else made it. Only an Admin gets a 404.
     */
    async getFolder(uid) {
      const answer = await requestJson(transport, { method: 'GET', path: pathOf(uid) }, folder);
      if (answer.ok) {
        return success({ uid: answer.value.value.uid, title: answer.value.value.title });
      }
      const { reason, message } = answer.error;
      const isHidden = reason === 'forbidden' && /folders:read/.test(message);
      return reason === 'notFound' || isHidden ? success(undefined) : answer;
    },
    /** A folder of this uid that exists already answers `changedMeanwhile` (412). */
    createFolder({ uid, title }) {
      return sendCommand(transport, { method: 'POST', path: '/api/folders', body: { uid, title } });
    },
    /** `inUse` while it holds anything; a folder that is gone already counts as deleted. */
    async deleteFolder(uid) {
      const answer = await sendCommand(transport, { method: 'DELETE', path: pathOf(uid) });
      return !answer.ok && answer.error.reason === 'notFound' ? success(undefined) : answer;
    },
  };
}
