import * as v from 'valibot';
import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';

const found = v.array(v.looseObject({ uid: v.string() }));

/** Whether a 404 is Grafana's own word that there is no such folder, and not that of a proxy or of a missing route. */
export const isFolderGone = ({ reason, message }: GrafanaError): boolean =>
  reason === 'notFound' && /folder.*not found/i.test(message);

export const folderPath = (uid: string) => `/api/folders/${encodeURIComponent(uid)}`;

/** Folders (folders.json). */
export function folderCalls(transport: Transport): Pick<GrafanaPort, 'findsFolder'> {
  return {
    /** By uid, as folders count among dashboards there (docs/facts.md#folders). */
    async findsFolder(uid) {
      const query = { type: 'dash-folder', dashboardUIDs: uid };
      const answer = await requestList(transport, { method: 'GET', path: '/api/search', query }, found);
      return mapResult(answer, ({ value }) => value.some((one) => one.uid === uid));
    },
  };
}
