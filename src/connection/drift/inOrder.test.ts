import fc from 'fast-check';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { HeartbeatRule, Integration } from '../model';
import { connectionsOf } from '../ownership/connections';
import type { GrafanaObjects } from '../reading/reading';
import { endpoint, heartbeatRule, integration, otherEndpoint } from '../testing/fixtures';
import { made } from '../testing/planning';
import { driftByPlan } from './drift';
import { isInOrder } from './inOrder';

const found = made();
const [alerts, beats] = found.integrations;
const [rule] = found.rules;
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const access = oneOf<Record<string, unknown>>(
  {},
  { httpMethod: 'POST' },
  { httpMethod: 'PUT' },
  { httpMethod: '' },
  { password: 'x', username: 'me' },
  { headers: { a: 'b' } },
  { headers: { 'Content-Type': 'text/plain' } },
  { headers: { Accept: 'text/html' } },
  { authorization_credentials: '[REDACTED]' }
);

const settings = fc.record<Partial<Integration>>(
  {
    name: oneOf('', ' IRM ', 'IRM Production', 'IRM Production heartbeat', 'Taken', 'x'.repeat(200)),
    url: oneOf(
      endpointUrl(endpoint),
      endpointUrl(endpoint).slice(0, -1),
      `${endpointUrl(endpoint)}?x=1`,
      heartbeatUrl(endpoint),
      heartbeatUrl(endpoint).slice(0, -1),
      heartbeatUrl({ ...endpoint, type: 'webhook' }),
      heartbeatUrl(otherEndpoint),
      'https://example.net/'
    ),
    type: oneOf('webhook', 'oncall', 'email'),
    maxAlerts: oneOf(0, 5, -1, 0.5),
    disableResolveMessage: fc.boolean(),
    provenance: oneOf<Integration['provenance']>('none', 'api', 'file', 'converted'),
    otherSettings: access,
  },
  { requiredKeys: [] }
);

const texts = (kept: Readonly<Record<string, string>>) =>
  fc
    .subarray(Object.keys(kept))
    .chain((keys) => oneOf('', ...keys).map((changed) => ({ keys, changed })))
    .map(({ keys, changed }) =>
      Object.fromEntries(keys.map((key) => [key, key === changed ? '700' : (kept[key] ?? '')]))
    );

const rules = fc.record<Partial<HeartbeatRule>>(
  {
    title: oneOf('', 'Mine', 'IRM Production heartbeat', 'x'.repeat(200)),
    group: oneOf(rule?.group ?? '', 'mine'),
    labels: texts(rule?.labels ?? {}),
    annotations: texts(rule?.annotations ?? {}),
    scope: oneOf<HeartbeatRule['scope']>(
      { kind: 'alerting' },
      { kind: 'dataSource', dataSourceUid: 'prom' },
      { kind: 'dataSource', dataSourceUid: ' ' },
      { kind: 'other', summary: 'x' }
    ),
    receiver: oneOf('', 'IRM Production heartbeat', 'Taken'),
    muteTimings: oneOf<string[]>([], ['nights']),
    activeTimings: oneOf<string[]>([], ['days']),
    isPaused: fc.boolean(),
    provenance: oneOf<Integration['provenance']>('none', 'api', 'file'),
    isHalfSaved: fc.boolean(),
    repeatInterval: oneOf(0, 120, 14_400),
    evaluationInterval: oneOf(10, 15, 60),
  },
  { requiredKeys: [] }
);

const neighbours = fc.record<Pick<GrafanaObjects, 'integrations' | 'rules' | 'otherRules'>>({
  integrations: fc.subarray([integration({ uid: 'a', name: 'Taken' }), integration({ uid: 'b', name: beats?.name })]),
  rules: fc.subarray([heartbeatRule({ uid: 'guest', group: rule?.group }), heartbeatRule({ uid: 'far' })]),
  otherRules: fc.subarray([{ uid: 'o', folderUid: 'irm-heartbeats', group: rule?.group ?? '', title: 'Recording' }]),
});

const few = <T extends object>(changes: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant<Partial<T>>({}), weight: 2 }, { arbitrary: changes, weight: 1 });

it('knows what the plan just made', () => {
  const connection = connectionsOf(found)[0];
  expect(connection && isInOrder(connection, found)).toBe(true);
});

it('never calls in order what the plan would mend', () => {
  let inOrder = 0;
  fc.assert(
    fc.property(
      few(settings),
      few(settings),
      few(rules),
      few(neighbours),
      (alertsChange, beatsChange, change, more) => {
        const objects: GrafanaObjects = {
          ...found,
          integrations: [
            ...(alerts ? [{ ...alerts, ...alertsChange }] : []),
            ...(beats ? [{ ...beats, ...beatsChange }] : []),
            ...(more.integrations ?? []),
          ],
          rules: [...(rule ? [{ ...rule, ...change }] : []), ...(more.rules ?? [])],
          otherRules: more.otherRules ?? [],
        };
        for (const connection of connectionsOf(objects)) {
          if (isInOrder(connection, objects)) {
            inOrder += 1;
            expect(driftByPlan(connection, objects)).toEqual([]);
          }
        }
      }
    ),
    { numRuns: 2000 }
  );
  expect(inOrder).toBeGreaterThan(100);
});
