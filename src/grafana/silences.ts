import * as v from 'valibot';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult, success } from '../connection/result';
import { requestJson, requestList, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { createdSilence, silence, silenceFromWire, silenceToWire } from './wire/silence';

const ALERTMANAGER = '/api/alertmanager/grafana/api/v2';
const silencePath = (id: string) => `${ALERTMANAGER}/silence/${encodeURIComponent(id)}`;

type SilenceCalls = Pick<GrafanaPort, 'listSilences' | 'getSilence' | 'expireSilence' | 'createSilence'>;

/** Silences of Grafana's Alertmanager (state.json, "silences"). */
export function silenceCalls(transport: Transport): SilenceCalls {
  return {
    async listSilences() {
      const path = `${ALERTMANAGER}/silences`;
      const answer = await requestList(transport, { method: 'GET', path }, v.array(silence));
      return mapResult(answer, ({ value }) => value.map(silenceFromWire));
    },
    async getSilence(id) {
      const answer = await requestJson(transport, { method: 'GET', path: silencePath(id) }, silence);
      return !answer.ok && answer.error.reason === 'notFound'
        ? success(undefined)
        : mapResult(answer, ({ value }) => silenceFromWire(value));
    },
    expireSilence: (id) => sendCommand(transport, { method: 'DELETE', path: silencePath(id) }),
    async createSilence(wanted) {
      const body = silenceToWire(wanted);
      const path = `${ALERTMANAGER}/silences`;
      const answer = await requestList(transport, { method: 'POST', path, body }, createdSilence);
      return mapResult(answer, ({ value }) => value.silenceID);
    },
  };
}
