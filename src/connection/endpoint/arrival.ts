import type { Integration } from '../model';
import { methodOf } from '../webhook/method';
import { endpointOfUrl } from './identity';
import type { StoredAddress } from './integrationPath';

/**
 * Where in IRM the messages of a webhook arrive, as far as its settings tell; undefined where they go elsewhere, and
 * where IRM refuses them: it takes POST at its very address, and answers 405 and 404 to all else
 * (06-alertmanager-delivery.json).
 */
export function arrivalOf({
  url,
  otherSettings,
}: Pick<Integration, 'url' | 'otherSettings'>): StoredAddress | undefined {
  const address = endpointOfUrl(url);
  return address?.works && methodOf(otherSettings) === 'POST' ? address : undefined;
}
