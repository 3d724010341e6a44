import * as z from '../transport/zod';
import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult, success } from '../connection/result';
import { requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';

const found = z.array(z.looseObject({ uid: z.string() }));

/** How many of what a folder holds, by Grafana's names of the kinds. */
const counts = z.record(z.string(), z.number());

/** Whether a 404 is Grafana's own word that there is no such folder, and not that of a proxy or of a missing route. */
export const isFolderGone = ({ reason, message }: GrafanaError): boolean =>
  reason === 'notFound' && /folder.*not found/i.test(message);

export const folderPath = (uid: string) => `/api/folders/${encodeURIComponent(uid)}`;

type FolderCalls = Pick<GrafanaPort, 'createFolder' | 'deleteFolder' | 'findsFolder' | 'folderCounts'>;

/** Folders (folders.json). */
export function folderCalls(transport: Transport): FolderCalls {
  return {
    /** A folder of this uid that exists already answers `changedMeanwhile` (412). */
    createFolder({ uid, title }) {
      return sendCommand(transport, { method: 'POST', path: '/api/folders', body: { uid, title } });
    },
    /**
     * `inUse` while it holds alert rules; everything else goes with it (12.4.0), so ask `folderCounts` first. A folder
     * that is gone already counts as deleted.
     */
    async deleteFolder(uid) {
      const answer = await sendCommand(transport, { method: 'DELETE', path: folderPath(uid) });
      return !answer.ok && isFolderGone(answer.error) ? success(undefined) : answer;
    },
    /** By uid, as folders count among dashboards there (read in Grafana's source, not recorded). */
    async findsFolder(uid) {
      const query = { type: 'dash-folder', dashboardUIDs: uid };
      const answer = await requestJson(transport, { method: 'GET', path: '/api/search', query }, found);
      return mapResult(answer, ({ value }) => value.some((one) => one.uid === uid));
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
