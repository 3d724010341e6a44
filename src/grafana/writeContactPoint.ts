import type { GrafanaPort } from '../connection/port/grafanaPort';
import { isLocked, type Integration } from '../connection/model';
import { editableHeader } from './provenance';
import { createReceiver, deleteFromReceiver, updateReceiver } from './writeReceiver';
import { CONTACT_POINTS } from './platform';
import { orNotServed, sendCommand } from './request';
import { orCannotLock, type NotificationApi, type Served } from './served';
import type { Call, Transport } from '../transport/transport';
import { integrationToWire } from './wire/contactPointToWire';

type ContactPointWrites = Pick<GrafanaPort, 'createIntegration' | 'updateIntegration' | 'deleteIntegration'>;

/**
 * Contact points through the provisioning API on 12 and through the app platform from 13 on, as for reading. Changes of
 * editable ones go through the app platform on both, which alone refuses to write over what somebody else has just saved;
 * locked ones are written through the provisioning API, which alone can lock.
 */
export function contactPointWrites(
  transport: Transport,
  namespace: string,
  { notifications }: Served
): ContactPointWrites {
  /** A locked one is written through the provisioning API, whatever else answers. */
  const lockable = async (call: Call, integration: Integration) => {
    const answer = await sendCommand(transport, { ...call, headers: editableHeader(!isLocked(integration)) });
    return isLocked(integration) ? orCannotLock(answer) : answer;
  };
  const create = async (integration: Integration) => {
    const call = { method: 'POST', path: CONTACT_POINTS, body: integrationToWire(integration) } as const;
    return orNotServed(await lockable(call, integration), call);
  };

  async function update(api: NotificationApi, integration: Integration, before: Integration) {
    const version = api === 'platform' ? 'v1beta1' : 'v0alpha1';
    const updated = isLocked(integration)
      ? undefined
      : await updateReceiver(transport, { namespace, version }, integration, before);
    const path = `${CONTACT_POINTS}/${encodeURIComponent(integration.uid)}`;
    return updated ?? lockable({ method: 'PUT', path, body: integrationToWire(integration) }, integration);
  }

  return {
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
          : sendCommand(transport, { method: 'DELETE', path: `${CONTACT_POINTS}/${encodeURIComponent(uid)}` })
      ),
  };
}
