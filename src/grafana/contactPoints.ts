import type { GrafanaPort } from '../connection/port/grafanaPort';
import { listReceivers } from './receivers';
import { mapResult } from '../connection/result';
import { requestList } from './request';
import { CONTACT_POINTS } from './platform';
import { isListGone, type Served } from './served';
import type { Transport } from '../transport/transport';
import { integrationFromWire, integrationList } from './wire/contactPoint';

/**
 * Contact points through the provisioning API on 12 (contact-points.json) and through the app platform from 13 on
 * (app-platform.json).
 */
export function contactPointCalls(
  transport: Transport,
  namespace: string,
  { notifications }: Served
): Pick<GrafanaPort, 'listIntegrations'> {
  return {
    listIntegrations: () =>
      notifications(
        async (api) => {
          if (api === 'platform') {
            return listReceivers(transport, namespace);
          }
          const answer = await requestList(transport, { method: 'GET', path: CONTACT_POINTS }, integrationList);
          return mapResult(answer, ({ value, serverTime }) => ({ value: value.map(integrationFromWire), serverTime }));
        },
        { isGone: isListGone }
      ),
  };
}
