import fc from 'fast-check';
import { type RuleStatus, type AlertState, type IntegrationStatus } from '../port/grafanaPort';
import { integration, desiredConnection, heartbeatRule } from '../testing/fixtures';
import type { Provenance } from '../model';
import { checklist } from './checklist/checklist';
import { healthOf } from './healthOf';
import { NO_MEMORY, remember } from './memory';
import { overviewOf } from './overview';
import { at, connectionIn, refused, readingOf, type Scene } from './testing/scene';
import type { HealthInput, HealthState } from './types';
import { driftOf } from '../drift/drift';

const oddNumber = fc.oneof(fc.integer({ min: -10_000, max: 100_000 }), fc.constantFrom(NaN, Infinity, 0.5, -1));
const text = fc.constantFrom('', 'IRM Production', 'IRM Production heartbeat', 'email', '600', 'x');
const time = fc.option(fc.integer({ min: -100_000, max: 100_000 }).map(at), { nil: undefined });
const orGone = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 });

const webhook = orGone(
  fc.record(
    {
      uid: fc.constantFrom('a', 'irmc-0123456789', ''),
      type: fc.constantFrom('webhook', 'oncall', 'email'),
      name: text,
      url: fc.constantFrom('', 'no address', 'https://x/integrations/v1/webhook/T/heartbeat', 'https://x/y'),
      disableResolveMessage: fc.boolean(),
      provenance: fc.constantFrom<Provenance>('none', 'api', 'file', 'converted'),
      otherSettings: fc.constantFrom({}, { httpMethod: 'PUT' }, { httpMethod: 7 }),
    },
    { requiredKeys: [] }
  )
);

const scene: fc.Arbitrary<Scene> = fc.record(
  {
    desired: fc.constantFrom(desiredConnection(), desiredConnection({ heartbeat: undefined })),
    alertContactPoint: webhook,
    heartbeatContactPoint: webhook,
    rule: orGone(
      fc.record(
        {
          group: text,
          title: text,
          receiver: text,
          labels: fc.dictionary(fc.constantFrom('irm_connection', 'a'), text),
          annotations: fc.dictionary(fc.constantFrom('irm_heartbeat_interval', 'a'), text),
          muteTimings: fc.array(text, { maxLength: 2 }),
          activeTimings: fc.array(text, { maxLength: 2 }),
          isHalfSaved: fc.boolean(),
          isPaused: fc.boolean(),
          provenance: fc.constantFrom<Provenance>('none', 'api', 'file', 'converted'),
          evaluationInterval: oddNumber,
          pendingPeriod: oddNumber,
          groupWait: oddNumber,
          groupInterval: oddNumber,
          repeatInterval: oddNumber,
        },
        { requiredKeys: [] }
      )
    ),
    otherContactPoints: fc.constantFrom([], [integration(), integration({ uid: 'c', name: 'IRM Production' })]),
    otherRules: fc.constantFrom([], [heartbeatRule()], [heartbeatRule({ group: 'irmc-0123456789' })]),
    status: orGone(
      fc.record<Partial<RuleStatus>>(
        {
          state: fc.constantFrom('firing', 'pending', 'inactive', 'unknown'),
          health: fc.constantFrom('ok', 'error', 'nodata', ''),
          activeAt: time,
          lastEvaluation: time,
          lastError: fc.constantFrom(undefined, 'boom'),
        },
        { requiredKeys: [] }
      )
    ),
    lastAttempt: orGone(fc.integer({ min: -100_000, max: 100_000 })),
    delivery: fc.record<Partial<IntegrationStatus>>(
      {
        lastError: fc.constantFrom(undefined, 'boom'),
        cause: fc.constantFrom(undefined, 'wrongKey', 'refused'),
        type: fc.constantFrom('webhook', 'email'),
      },
      { requiredKeys: [] }
    ),
    alert: orGone(
      fc.record<Partial<AlertState>>(
        {
          ruleUid: fc.constantFrom('rule-1', ''),
          silencedBy: fc.constantFrom([], ['s1', 's2']),
          inhibitedBy: fc.constantFrom([], ['i']),
        },
        { requiredKeys: [] }
      )
    ),
    folder: fc.constantFrom('present', 'absent', 'hidden'),
    problems: fc.constantFrom({}, { rules: refused() }, { deliveries: refused('timeout'), alerts: refused() }),
  },
  { requiredKeys: [] }
);

const circumstances: fc.Arbitrary<Pick<HealthInput, 'replicas' | 'alertmanagers'>> = fc.record(
  {
    replicas: fc.constantFrom('one', 'several'),
    alertmanagers: fc.constantFrom(
      { choice: 'internal', externalCount: 0 },
      { choice: 'external', externalCount: 1 },
      { choice: 'all', externalCount: 1 }
    ),
  },
  { requiredKeys: [] }
);

const STATES: HealthState[] = ['new', 'up', 'late', 'down', 'paused', 'misconfigured', 'unknown', 'none'];

it('never throws, always answers, and says nothing twice', () => {
  fc.assert(
    fc.property(scene, circumstances, fc.boolean(), (drawn, more, remembers) => {
      const reading = readingOf(drawn);
      const memory = remembers ? remember(NO_MEMORY, reading) : undefined;
      const { rows, counts, worst } = overviewOf({ ...more, reading, driftOf, memory });
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(rows[0]?.health.state).toBe(worst);
      for (const { connection, health } of rows) {
        expect(STATES).toContain(health.state);
        const isWell = ['up', 'none'].includes(health.state);
        expect(health.nextAction === 'none').toBe(health.state === 'up');
        expect(isWell || health.reason.code !== 'beating').toBe(true);
        expect(health.overdueBy === undefined || health.overdueBy > 0).toBe(true);
        const ids = checklist({ ...more, reading, driftOf, memory, connection }).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: 400 }
  );
});

it('never gets better by waiting: new or up, then late, then down', () => {
  const rank: Partial<Record<HealthState, number>> = { new: 0, up: 0, late: 1, down: 2 };
  fc.assert(
    fc.property(scene, circumstances, fc.nat(100_000), fc.nat(100_000), (drawn, more, first, later) => {
      const reading = readingOf(drawn);
      const memory = remember(NO_MEMORY, reading);
      for (const connection of [connectionInOrNone(reading)].flatMap((one) => one ?? [])) {
        const [a, b] = [first, first + later].map((seconds) =>
          healthOf({ ...more, connection, reading, driftOf, memory, now: at(seconds) })
        );
        const [before, after] = [rank[a?.state ?? 'none'], rank[b?.state ?? 'none']];
        expect(before === undefined || after === undefined || after >= before).toBe(true);
      }
    }),
    { numRuns: 400 }
  );
});

it('goes through the states in order when beats cease', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(3000), (first, later) => {
      const reading = readingOf({ lastAttempt: 0, status: {} });
      const connection = connectionIn(reading);
      const stateAt = (seconds: number) =>
        healthOf({ connection, reading, driftOf, now: at(seconds), replicas: 'one' }).state;
      const order: HealthState[] = ['up', 'late', 'down'];
      expect(order.indexOf(stateAt(first + later))).toBeGreaterThanOrEqual(order.indexOf(stateAt(first)));
      expect(stateAt(first)).toBe(first <= 127 ? 'up' : first <= 600 ? 'late' : 'down');
    })
  );
});

function connectionInOrNone(reading: ReturnType<typeof readingOf>) {
  try {
    return connectionIn(reading);
  } catch {
    return undefined;
  }
}
