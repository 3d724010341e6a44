import type { GrafanaPort } from '../connection/port/grafanaPort';
import { confirmEmpty } from './emptyList';
import { listReceivers } from './receivers';
import { success } from '../connection/result';
import { requestList } from './request';
import { CONTACT_POINTS } from './platform';
import { isListGone, type Served } from './served';
import type { Transport } from '../transport/transport';
import { integrationFromWire, integrationList } from './wire/contactPoint';

/**
 * Contact points through the provisioning API on 12 (contact-points.json) and through the app platform from 13 on
 * (app-platform.json).
 *
 * @param witnesses asked only where the provisioning API shows none
 */
export function contactPointCalls(
  transport: Transport,
  namespace: string,
  { notifications }: Served,
  witnesses: Parameters<typeof confirmEmpty>[0]
): Pick<GrafanaPort, 'listIntegrations'> {
  async function listProvisioned(): ReturnType<GrafanaPort['listIntegrations']> {
    const answer = await requestList(transport, { method: 'GET', path: CONTACT_POINTS }, integrationList);
    if (!answer.ok) {
      return answer;
    }
    const { value, serverTime } = answer.value;
    const confirmed = value.length === 0 ? await confirmEmpty(witnesses) : success({ isUnconfirmed: false });
    return confirmed.ok
      ? success({
          value: value.map(integrationFromWire),
          serverTime,
          ...(confirmed.value.isUnconfirmed && { isUnconfirmed: true }),
        })
      : confirmed;
  }

  return {
    listIntegrations: () =>
      notifications((api) => (api === 'platform' ? listReceivers(transport, namespace) : listProvisioned()), {
        isGone: isListGone,
      }),
  };
}
