import { success } from '../../connection/result';
import type { StatusPort } from '../../connection/statusPort';
import { requestJson, mapResult, sendCommand } from '../request';
import type { Transport } from '../transport';
import { contactPointList, contactPointsFromWire } from '../wire/contactPoint';
import { ruleStatusAnswer, ruleStatusesFromWire } from '../wire/ruleStatus';
import { readFolderRules } from './folderRules';
import { alertFromWire, alertList } from './wire/alert';
import { deliveriesFromWire, deliveryList } from './wire/delivery';
import { historyAnswer, historyFromWire } from './wire/history';
import { alertmanagerChoice, muteTimingList } from './wire/choice';
import { createdSilence, silence, silenceFromWire, silenceToWire } from './wire/silence';

const ALERTMANAGER = '/api/alertmanager/grafana/api/v2';
const silencePath = (id: string) => `${ALERTMANAGER}/silence/${encodeURIComponent(id)}`;

/** More state changes than a rule makes in a day, unless it flaps. */
const MOST_CHANGES = 1000;

/**
 * What the status page asks of Grafana, over either transport. All of it answers alike on 12.3 and 12.4 (state.json)
 * and through proxy routes of its own in `plugin.json`.
 */
export function createStatusClient(transport: Transport): StatusPort {
  return {
    async listContactPoints() {
      const path = '/api/v1/provisioning/contact-points';
      const answer = await requestJson(transport, { method: 'GET', path }, contactPointList);
      return mapResult(answer, ({ value, serverTime }) => ({ value: contactPointsFromWire(value), serverTime }));
    },
    readFolderRules: (folderUid) => readFolderRules(transport, folderUid),
    async ruleStatuses(folderUid) {
      const path = '/api/prometheus/grafana/api/v1/rules';
      // The alerts themselves, a multiple of the rest, are left out.
      const query = { folder_uid: folderUid, limit_alerts: '0' };
      const answer = await requestJson(transport, { method: 'GET', path, query }, ruleStatusAnswer);
      return mapResult(answer, ({ value, serverTime }) => ({
        value: ruleStatusesFromWire(value, folderUid),
        serverTime,
      }));
    },
    async deliveries() {
      const path = '/api/alertmanager/grafana/config/api/v1/receivers';
      const answer = await requestJson(transport, { method: 'GET', path }, deliveryList);
      return mapResult(answer, ({ value, serverTime }) => ({ value: deliveriesFromWire(value), serverTime }));
    },
    async alertsWithLabel(name, value) {
      const query = { filter: `${name}=${JSON.stringify(value)}` };
      const answer = await requestJson(transport, { method: 'GET', path: `${ALERTMANAGER}/alerts`, query }, alertList);
      return mapResult(answer, (timed) => ({ value: timed.value.map(alertFromWire), serverTime: timed.serverTime }));
    },
    async stateHistory(ruleUid, from, to) {
      const seconds = (time: number) => String(Math.floor(time / 1000));
      const query = { ruleUID: ruleUid, from: seconds(from), to: seconds(to + 999), limit: String(MOST_CHANGES) };
      const answer = await requestJson(
        transport,
        { method: 'GET', path: '/api/v1/rules/history', query },
        historyAnswer
      );
      return mapResult(answer, ({ value, serverTime }) => ({ value: historyFromWire(value), serverTime }));
    },
    async alertmanagerChoice() {
      const answer = await requestJson(transport, { method: 'GET', path: '/api/v1/ngalert' }, alertmanagerChoice);
      return mapResult(answer, ({ value }) => ({
        choice: value.alertmanagersChoice,
        externalCount: value.numExternalAlertmanagers,
      }));
    },
    async getSilence(id) {
      const answer = await requestJson(transport, { method: 'GET', path: silencePath(id) }, silence);
      return !answer.ok && answer.error.reason === 'notFound'
        ? success(undefined)
        : mapResult(answer, ({ value }) => silenceFromWire(value));
    },
    async expireSilence(id) {
      const answer = await sendCommand(transport, { method: 'DELETE', path: silencePath(id) });
      return !answer.ok && answer.error.reason === 'notFound' ? success(undefined) : answer;
    },
    async createSilence(wanted) {
      const body = silenceToWire(wanted);
      const answer = await requestJson(
        transport,
        { method: 'POST', path: `${ALERTMANAGER}/silences`, body },
        createdSilence
      );
      return mapResult(answer, ({ value }) => value.silenceID);
    },
    async listMuteTimings() {
      const path = '/api/v1/provisioning/mute-timings';
      const answer = await requestJson(transport, { method: 'GET', path }, muteTimingList);
      return mapResult(answer, ({ value }) =>
        value.map(({ name, time_intervals }) => ({ name, intervals: time_intervals ?? [] }))
      );
    },
  };
}
