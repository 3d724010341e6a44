import type { Integration } from '../model';
import { refusedHeaders } from '../webhook/headers';
import { methodOf } from '../webhook/method';
import { endpointOfUrl } from './identity';
import type { StoredAddress } from './integrationPath';

/**
 * Where in IRM the messages of a webhook arrive, as far as its settings tell; undefined where they go elsewhere, and
 * where IRM refuses them: it takes POST at its very address, and answers 405 and 404 to all else
 * (06-alertmanager-delivery.json), and it refuses some headers.
 */
export function arrivalOf({
  url,
  otherSettings,
}: Pick<Integration, 'url' | 'otherSettings'>): StoredAddress | undefined {
  const address = endpointOfUrl(url);
  const isTaken =
    address?.works &&
    methodOf(otherSettings) === 'POST' &&
    refusedHeaders(otherSettings, address.isHeartbeat).length === 0;
  return isTaken ? address : undefined;
}
