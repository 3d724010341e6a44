import fc from 'fast-check';
import { casesOf } from '../../../tests/scale';
import { connectionId, endpointOfUrl } from '../endpoint/identity';
import { endpoints, grafanaOf } from '../testing/arbitraries';
import { connectionsOf, type Connection } from './connections';

const grafana = grafanaOf(endpoints);
const present = <T>(...values: Array<T | undefined>): T[] => values.flatMap((value) => value ?? []);
const integrationsOf = (one: Connection) => [
  ...present(one.alertContactPoint, ...one.otherAlertContactPoints),
  ...present(one.heartbeatContactPoint, ...one.otherHeartbeatContactPoints),
];
const rulesOf = ({ rule, otherRules }: Connection) => present(rule, ...otherRules);

it('every integration and every rule belongs to one connection at most, whatever Grafana holds', () => {
  fc.assert(
    fc.property(grafana, (found) => {
      const connections = connectionsOf(found);
      for (const owned of [connections.flatMap(integrationsOf), connections.flatMap(rulesOf)] as unknown[][]) {
        expect(new Set(owned).size).toBe(owned.length);
      }
      expect(new Set(connections.map(({ id }) => id)).size).toBe(connections.length);
      expect(connections.every((one) => one.id === connectionId(one.endpoint))).toBe(true);
    }),
    { numRuns: casesOf(2000, 1 / 4) }
  );
});

it('an integration with an address of IRM belongs to the connection of that address, and one of another type to none', () => {
  fc.assert(
    fc.property(grafana, (found) => {
      const connections = connectionsOf(found);
      for (const one of found.integrations) {
        const owner = connections.find((connection) => integrationsOf(connection).includes(one));
        const target = endpointOfUrl(one.url);
        if (one.type === 'email') {
          expect(owner).toBeUndefined();
        } else if (target?.isHeartbeat) {
          // A beat counts for its token, whatever type stands in its path.
          const { base, token } = target.endpoint;
          expect(owner?.endpoint).toMatchObject({ base, token });
        } else if (target) {
          expect(owner?.endpoint).toEqual(target.endpoint);
        }
      }
    }),
    { numRuns: casesOf(2000, 1 / 4) }
  );
});
