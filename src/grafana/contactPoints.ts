import type { GrafanaPort } from '../connection/port/grafanaPort';
import { isLocked, type Integration } from '../connection/model';
import { editableHeader } from './provenance';
import { createReceiver, deleteFromReceiver, listReceivers, updateReceiver } from './receivers';
import { mapResult } from '../connection/result';
import { requestJson, sendCommand } from './request';
import { isListGone, orCannotLock, type NotificationApi, type Served } from './served';
import type { Call, Transport } from '../transport/transport';
import { integrationFromWire, integrationList, integrationToWire } from './wire/contactPoint';

const PATH = '/api/v1/provisioning/contact-points';

type ContactPointCalls = Pick<
  GrafanaPort,
  'listIntegrations' | 'createIntegration' | 'updateIntegration' | 'deleteIntegration'
>;

/**
 * Contact points through the provisioning API on 12 (contact-points.json) and through the app platform from 13 on
 * (app-platform.json). Changes of editable ones go through the app platform on both, which alone refuses to write over
 * what somebody else has just saved; locked ones are written through the provisioning API, which alone can lock.
 */
export function contactPointCalls(
  transport: Transport,
  namespace: string,
  { notifications }: Served
): ContactPointCalls {
  /** A locked one is written through the provisioning API, whatever else answers. */
  const lockable = async (call: Call, integration: Integration) => {
    const answer = await sendCommand(transport, { ...call, headers: editableHeader(!isLocked(integration)) });
    return isLocked(integration) ? orCannotLock(answer) : answer;
  };
  const create = (integration: Integration) =>
    lockable({ method: 'POST', path: PATH, body: integrationToWire(integration) }, integration);

  async function update(api: NotificationApi, integration: Integration, before: Integration) {
    const version = api === 'platform' ? 'v1beta1' : 'v0alpha1';
    const updated = isLocked(integration)
      ? undefined
      : await updateReceiver(transport, { namespace, version }, integration, before);
    const path = `${PATH}/${encodeURIComponent(integration.uid)}`;
    return updated ?? lockable({ method: 'PUT', path, body: integrationToWire(integration) }, integration);
  }

  return {
    listIntegrations: () =>
      notifications(
        async (api) => {
          if (api === 'platform') {
            return listReceivers(transport, namespace);
          }
          const answer = await requestJson(transport, { method: 'GET', path: PATH }, integrationList);
          return mapResult(answer, ({ value, serverTime }) => ({ value: value.map(integrationFromWire), serverTime }));
        },
        { isGone: isListGone }
      ),
    createIntegration: (integration) =>
      isLocked(integration)
        ? create(integration)
        : notifications((api) =>
            api === 'platform' ? createReceiver(transport, namespace, integration) : create(integration)
          ),
    updateIntegration: (integration, before) => notifications((api) => update(api, integration, before)),
    /** Deleting what does not exist succeeds, as it does in Grafana. */
    deleteIntegration: (uid) =>
      notifications((api) =>
        api === 'platform'
          ? deleteFromReceiver(transport, namespace, uid)
          : sendCommand(transport, { method: 'DELETE', path: `${PATH}/${encodeURIComponent(uid)}` })
      ),
  };
}
