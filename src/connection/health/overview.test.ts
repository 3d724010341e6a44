import { connectionId } from '../endpoint/identity';
import { endpointUrl } from '../endpoint/integrationPath';
import { integration, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { overviewOf } from './overview';
import { grafanaOf } from './testing/grafanaOf';
import { readingOf } from './testing/scene';
import type { GrafanaReading } from '../reading/reading';
import { driftOf } from '../drift/drift';

const names = (reading: GrafanaReading) =>
  overviewOf({ driftOf, reading }).rows.map(
    ({ connection, health }) => `${connection.alertContactPoint?.name} ${health.state}`
  );

it('lists all connections, worst first, and counts them', () => {
  const reading = grafanaOf({
    well: {},
    bare: { heartbeatContactPoint: null, rule: null },
    fresh: { lastAttempt: null, status: { activeAt: readingOf().serverTime } },
    rest: { rule: { isPaused: true } },
    lost: { lastAttempt: null },
    slow: { lastAttempt: -200 },
    bent: { rule: { muteTimings: ['x'] } },
    dead: { lastAttempt: -1, delivery: { lastError: 'no', cause: 'refused' } },
  });
  expect(names(reading)).toEqual([
    'dead down',
    'bent misconfigured',
    'slow late',
    'lost unknown',
    'rest paused',
    'fresh new',
    'bare none',
    'well up',
  ]);
  const { counts, worst } = overviewOf({ driftOf, reading });
  expect(worst).toBe('down');
  expect(counts).toEqual({ new: 1, up: 1, late: 1, down: 1, paused: 1, misconfigured: 1, unknown: 1, none: 1 });
});

it('puts the longest overdue first, then goes by name', () => {
  const reading = grafanaOf({ c: { lastAttempt: -150 }, b: { lastAttempt: -300 }, z: {}, a: {} });
  expect(names(reading)).toEqual(['b late', 'c late', 'a up', 'z up']);
});

it('has nothing to say of a Grafana without connections', () => {
  const reading: GrafanaReading = {
    ...readingOf(),
    integrations: [],
    folder: { state: 'absent', title: undefined },
    rules: [],
  };
  expect(overviewOf({ driftOf, reading })).toMatchObject({
    rows: [],
    worst: undefined,
    orphanedRules: [],
    counts: { up: 0 },
  });
});

it('knows what nobody adopted yet, also after an endpoint was rotated', () => {
  const rotated = integration({ uid: 'irmc-0123456789', name: 'b', url: endpointUrl(otherEndpoint) });
  const hand = integration({ name: 'a', url: endpointUrl({ ...otherEndpoint, token: 'Hand' }) });
  const reading = readingOf({ otherContactPoints: [rotated, hand] });
  const { rows } = overviewOf({ driftOf, reading });
  expect(rows.map(({ connection, isAdoptable }) => [connection.alertContactPoint?.name, isAdoptable])).toEqual([
    ['a', true],
    ['b', false],
    ['IRM Production', false],
  ]);
});

it('finds rules of the plugin whose contact points are gone', () => {
  const id = connectionId(otherEndpoint);
  const orphan = heartbeatRule({ uid: 'o', group: `irmc-${id}`, labels: { irm_connection: id } });
  const reading = readingOf({ otherRules: [orphan, heartbeatRule()] });
  expect(overviewOf({ driftOf, reading }).orphanedRules).toEqual([orphan]);
});

it('shows the last delivery of alerts beside the heartbeat', () => {
  const [row] = overviewOf({ driftOf, reading: readingOf() }).rows;
  expect(row?.alertDelivery).toMatchObject({ lastAttempt: undefined });
});
