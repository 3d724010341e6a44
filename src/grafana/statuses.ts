import type { GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';
import { alertFromWire, alertList } from './wire/alert';
import { alertmanagerChoice } from './wire/choice';
import { historyAnswer, historyFromWire, isHistoryKept } from './wire/history';
import { deliveryStatusFromWire, receiverStatusList } from './wire/receiverStatus';
import { ruleStatusAnswer, ruleStatusesFromWire } from './wire/ruleStatus';

/** More state changes than a rule makes in a day, unless it flaps. */
const MOST_CHANGES = 1000;

type StatusCalls = Pick<
  GrafanaPort,
  'ruleStatuses' | 'deliveries' | 'alertsWithLabel' | 'stateHistory' | 'alertmanagerChoice'
>;

/**
 * What happened lately, on this replica and since its start. It answers alike on 12.3 and 12.4 (state.json).
 *
 * @param sendsToExternal see `Capabilities`
 */
export function statusCalls(transport: Transport, sendsToExternal: boolean): StatusCalls {
  return {
    async ruleStatuses(folderUid, group) {
      const path = '/api/prometheus/grafana/api/v1/rules';
      // The alerts themselves, a multiple of the rest, are left out.
      const query = { folder_uid: folderUid, ...(group !== undefined && { rule_group: group }), limit_alerts: '0' };
      const answer = await requestList(transport, { method: 'GET', path, query }, ruleStatusAnswer);
      return mapResult(answer, ({ value, serverTime }) => ({
        value: ruleStatusesFromWire(value, folderUid),
        serverTime,
      }));
    },
    async deliveries() {
      const path = '/api/alertmanager/grafana/config/api/v1/receivers';
      const answer = await requestList(transport, { method: 'GET', path }, receiverStatusList);
      return mapResult(answer, ({ value, serverTime }) => ({ value: value.map(deliveryStatusFromWire), serverTime }));
    },
    async alertsWithLabel(name, value) {
      const path = '/api/alertmanager/grafana/api/v2/alerts';
      const query = { filter: `${name}=${JSON.stringify(value)}` };
      const answer = await requestList(transport, { method: 'GET', path, query }, alertList);
      return mapResult(answer, (timed) => ({ value: timed.value.map(alertFromWire), serverTime: timed.serverTime }));
    },
    async stateHistory(ruleUid, from, to, most = MOST_CHANGES) {
      const seconds = (time: number) => String(Math.floor(time / 1000));
      const query = { ruleUID: ruleUid, from: seconds(from), to: seconds(to + 999), limit: String(most) };
      const path = '/api/v1/rules/history';
      const answer = await requestList(transport, { method: 'GET', path, query }, historyAnswer);
      return mapResult(answer, ({ value, serverTime }) => ({
        value: historyFromWire(value),
        isKept: isHistoryKept(value),
        serverTime,
      }));
    },
    async alertmanagerChoice() {
      const answer = await requestList(transport, { method: 'GET', path: '/api/v1/ngalert' }, alertmanagerChoice);
      return mapResult(answer, ({ value: { alertmanagersChoice, numExternalAlertmanagers } }) => {
        const externalCount = sendsToExternal ? numExternalAlertmanagers : 0;
        // Where none is left to send to, alerts go to Grafana's own whatever was chosen (docs/facts.md#deliveries-and-alerts).
        return { choice: externalCount === 0 ? 'internal' : alertmanagersChoice, externalCount };
      });
    },
  };
}
