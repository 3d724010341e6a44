import type { GrafanaPort } from '../connection/port/grafanaPort';
import { isLocked } from '../connection/model';
import { editableHeader } from './provenance';
import { updateReceiver } from './receivers';
import { mapResult } from '../connection/result';
import { requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { integrationFromWire, integrationList, integrationToWire } from './wire/contactPoint';

const PATH = '/api/v1/provisioning/contact-points';

type ContactPointCalls = Pick<
  GrafanaPort,
  'listIntegrations' | 'createIntegration' | 'updateIntegration' | 'deleteIntegration'
>;

/**
 * Contact points through the provisioning API, which answers on 12.3 to 13 (contact-points.json). Changes of editable
 * ones go through the app platform, which alone refuses to write over what somebody else has just saved.
 */
export function contactPointCalls(transport: Transport, namespace: string): ContactPointCalls {
  return {
    async listIntegrations() {
      const answer = await requestJson(transport, { method: 'GET', path: PATH }, integrationList);
      return mapResult(answer, ({ value, serverTime }) => ({ value: value.map(integrationFromWire), serverTime }));
    },
    createIntegration(integration) {
      const headers = editableHeader(!isLocked(integration));
      return sendCommand(transport, { method: 'POST', path: PATH, headers, body: integrationToWire(integration) });
    },
    async updateIntegration(integration, before) {
      const updated = isLocked(integration)
        ? undefined
        : await updateReceiver(transport, namespace, integration, before);
      if (updated) {
        return updated;
      }
      const path = `${PATH}/${encodeURIComponent(integration.uid)}`;
      const headers = editableHeader(!isLocked(integration));
      return sendCommand(transport, { method: 'PUT', path, headers, body: integrationToWire(integration) });
    },
    /** Deleting what does not exist succeeds, as it does in Grafana. */
    deleteIntegration(uid) {
      return sendCommand(transport, { method: 'DELETE', path: `${PATH}/${encodeURIComponent(uid)}` });
    },
  };
}
