import type { GrafanaPort } from '../connection/grafanaPort';
import { requestJson, mapResult } from './request';
import type { Transport } from './transport';
import { receiverStatusFromWire, receiverStatusList } from './wire/receiverStatus';
import { ruleStatusAnswer, ruleStatusesFromWire } from './wire/ruleStatus';

/** What happened lately, on this replica and since its start. */
export function statusCalls(transport: Transport): Pick<GrafanaPort, 'ruleStatuses' | 'receiverStatuses'> {
  return {
    /**
     * States of the alert rules of one folder, which must exist: 12.3 answers every rule of the organisation for an
     * unknown folder. The answer would be right, but large.
     */
    async ruleStatuses(folderUid) {
      const path = '/api/prometheus/grafana/api/v1/rules';
      const answer = await requestJson(
        transport,
        { method: 'GET', path, query: { folder_uid: folderUid } },
        ruleStatusAnswer
      );
      return mapResult(answer, ({ value, serverTime }) => ({
        value: ruleStatusesFromWire(value, folderUid),
        serverTime,
      }));
    },
    async receiverStatuses() {
      const path = '/api/alertmanager/grafana/config/api/v1/receivers';
      const answer = await requestJson(transport, { method: 'GET', path }, receiverStatusList);
      return mapResult(answer, ({ value, serverTime }) => ({ value: value.map(receiverStatusFromWire), serverTime }));
    },
  };
}
