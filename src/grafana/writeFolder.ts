import * as v from 'valibot';
import { mapOf } from '../transport/forms';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult, success } from '../connection/result';
import { folderPath, isFolderGone } from './folders';
import { commandList, requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';

/** How many of what a folder holds, by Grafana's names of the kinds. */
const counts = mapOf(v.number());

type FolderWrites = Pick<GrafanaPort, 'createFolder' | 'deleteFolder' | 'folderCounts'>;

/** What makes and takes away folders, and what is asked before (folders.json). */
export function folderWrites(transport: Transport): FolderWrites {
  return {
    /** A folder of this uid that exists already answers `changedMeanwhile` (412). */
    createFolder({ uid, title }) {
      return commandList(transport, { method: 'POST', path: '/api/folders', body: { uid, title } });
    },
    /**
     * `inUse` while it holds alert rules; everything else goes with it (12.4.0), so ask `folderCounts` first. A folder
     * that is gone already counts as deleted.
     */
    async deleteFolder(uid) {
      const answer = await sendCommand(transport, { method: 'DELETE', path: folderPath(uid) });
      return !answer.ok && isFolderGone(answer.error) ? success(undefined) : answer;
    },
    /** Whatever kind Grafana counts beside alert rules counts here, also one that is new. */
    async folderCounts(uid) {
      const answer = await requestJson(transport, { method: 'GET', path: `${folderPath(uid)}/counts` }, counts);
      if (!answer.ok && isFolderGone(answer.error)) {
        return success(undefined);
      }
      return mapResult(answer, ({ value: { alertrule = 0, ...others } }) => ({
        alertRules: alertrule,
        others: Object.values(others).reduce((sum, count) => sum + count, 0),
      }));
    },
  };
}
