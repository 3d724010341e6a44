import type { GrafanaPort } from '../connection/grafanaPort';
import { requestJson, mapResult, sendCommand } from './request';
import { editableHeader } from './provenance';
import type { Transport } from './transport';
import { contactPointList, contactPointsFromWire, contactPointToWire } from './wire/contactPoint';

const PATH = '/api/v1/provisioning/contact-points';

type ContactPointCalls = Pick<
  GrafanaPort,
  'listContactPoints' | 'createContactPoint' | 'updateContactPoint' | 'deleteContactPoint'
>;

/** Contact points through the provisioning API, which answers on 12.3 to 13 (contact-points.json). */
export function contactPointCalls(transport: Transport): ContactPointCalls {
  return {
    async listContactPoints() {
      const answer = await requestJson(transport, { method: 'GET', path: PATH }, contactPointList);
      return mapResult(answer, ({ value }) => contactPointsFromWire(value));
    },
    createContactPoint(contactPoint) {
      const headers = editableHeader(!contactPoint.locked);
      return sendCommand(transport, { method: 'POST', path: PATH, headers, body: contactPointToWire(contactPoint) });
    },
    updateContactPoint(contactPoint) {
      const path = `${PATH}/${encodeURIComponent(contactPoint.uid)}`;
      const headers = editableHeader(!contactPoint.locked);
      return sendCommand(transport, { method: 'PUT', path, headers, body: contactPointToWire(contactPoint) });
    },
    /** Deleting what does not exist succeeds, as it does in Grafana. */
    deleteContactPoint(uid) {
      return sendCommand(transport, { method: 'DELETE', path: `${PATH}/${encodeURIComponent(uid)}` });
    },
  };
}
