import fc from 'fast-check';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { Endpoint, Integration } from '../model';
import { endpoint, heartbeatRule, integration, otherEndpoint } from './fixtures';
import { objects } from './planning';

const overHttps = [endpoint, otherEndpoint, { ...endpoint, type: 'webhook' }];
export const endpoints: Endpoint[] = [
  ...overHttps,
  ...overHttps.map((one) => ({ ...one, base: one.base.replace('https', 'http') })),
];
const names: string[] = ['A', 'B', 'C', 'D', 'email'];
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** What Grafana may hold, consistent or not: addresses, uids, labels, groups and names crossed at random. */
export function grafanaOf(known: readonly Endpoint[]) {
  const anEndpoint = oneOf(...known);
  const anId = oneOf(...known.map(connectionId), '0123456789');
  const address = fc.oneof(
    { arbitrary: anEndpoint.map(endpointUrl), weight: 3 },
    { arbitrary: anEndpoint.map(heartbeatUrl), weight: 3 },
    { arbitrary: anEndpoint.map((one) => endpointUrl(one).slice(0, -1)), weight: 1 },
    { arbitrary: anEndpoint.map((one) => heartbeatUrl(one).slice(0, -1)), weight: 1 },
    { arbitrary: oneOf('', 'https://example.net/hook', 'no address'), weight: 2 }
  );
  const uid = fc.oneof(
    anId.map((id) => `irmc-${id}`),
    anId.map((id) => `irmc-${id}-hb`),
    anId.map((id) => `irmc-${id}-2-hb`),
    oneOf('x', 'y', 'z', 'irmc-', 'irmc-0-hb')
  );
  const integrations = fc.uniqueArray(
    fc.record({
      uid,
      name: oneOf(...names),
      url: address,
      type: oneOf('webhook', 'webhook', 'webhook', 'oncall', 'email'),
    }),
    { selector: (one) => one.uid, maxLength: 12 }
  );
  const rules = fc.array(
    fc.record({
      group: fc.oneof(
        anId.map((id) => `irmc-${id}`),
        anId.map((id) => `irmc-${id}-2`),
        oneOf('mine', 'irmc-')
      ),
      labels: fc.oneof(
        anId.map((id): Record<string, string> => ({ irm_connection: id })),
        fc.constant<Record<string, string>>({})
      ),
      receiver: oneOf('', ...names),
    }),
    { maxLength: 10 }
  );
  return fc.record({ integrations, rules }).map((drawn) =>
    objects({
      integrations: drawn.integrations.map(toIntegration),
      rules: drawn.rules.map((rule, index) => heartbeatRule({ ...rule, uid: `r${index}` })),
    })
  );
}

/** Only types that send somewhere have an address. */
const toIntegration = (drawn: Partial<Integration>) =>
  integration({ ...drawn, ...(drawn.type === 'email' && { url: '' }) });
