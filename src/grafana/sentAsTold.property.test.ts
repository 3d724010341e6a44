import fc from 'fast-check';
import { alwaysFiring, contactPoint, testEngine } from '../../sandbox/grafana/alerting/testEngine';
import type { NotificationPolicy as Wire, NotificationSettings } from '../../sandbox/grafana/context';
import { compileRouting, coverageOf } from '../connection/coverage/coverageOf';
import { opennessBy } from '../connection/coverage/openness';
import { direct, rule } from '../connection/coverage/testing/policies';
import { connectionIn, readingOf } from '../connection/health/testing/scene';
import type { Receivers } from '../connection/policies/receiver';
import { success } from '../connection/result';
import { effectOf } from '../connection/route-alerts/effect';
import { planRouting } from '../connection/route-alerts/planRouting';
import type { PolicyChoice, Raw } from '../connection/route-alerts/types';
import { alertRoutingOf } from '../connection/routing/alertRouting';
import { readRouting } from '../connection/routing/readRouting';
import { treeFromProvisioning, treeToWire } from './wire/storedTree';

const READING = readingOf();
const IRM = connectionIn(READING).alertContactPoint?.name ?? '';
/** Time intervals: at all times, in years that are over, and two that share the day; the engine's clock says 04:19. */
const INTERVALS = {
  always: [{ times: [] }],
  over: [{ years: ['2020:2024'] }],
  nights: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }],
  days: [{ times: [{ start_time: '06:00', end_time: '24:00' }] }],
};
const FOREVER = ['always', 'over'];
const START = Date.parse('2026-11-22T04:19:12.300Z');
const KNOWN = Object.entries(INTERVALS).map(([name, intervals]) => ({ name, intervals }));
const OPENNESS = opennessBy(KNOWN, START);
const receivers: Receivers = (name) =>
  name === IRM
    ? { kind: 'irm', connections: ['x'] }
    : name === 'mail'
      ? { kind: 'elsewhere', types: ['email'] }
      : { kind: 'nobody', why: 'empty' };

const NAMES = ['team', 'team name', 'größe'];
const VALUES = ['web', 'db', 'two words'];
const operator = fc.constantFrom('=', '!=', '=~', '!~');
/** As a value and as a regular expression, which Go and JavaScript read alike. */
const wanted = fc.constantFrom(...VALUES, 'web|db', '.+', '');
const matchers = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...NAMES, 'alertname'), operator, wanted), { maxLength: 2 })
    .map((object_matchers): Wire => ({ object_matchers: object_matchers as Array<[string, string, string]> })),
  fc
    .array(fc.tuple(fc.constantFrom(...NAMES), operator, wanted), { maxLength: 2 })
    .map((several): Wire => ({ matchers: several.map(([name, is, value]) => `"${name}"${is}"${value}"`) }))
);

const timings = (names: string[]) =>
  fc.record({
    mute_time_intervals: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      fc.subarray(names, { minLength: 1, maxLength: 2 })
    ),
    active_time_intervals: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      fc.subarray(names, { minLength: 1, maxLength: 2 })
    ),
  });

const policy = (names: string[], depth: number): fc.Arbitrary<Wire> =>
  fc
    .record({
      matchers,
      timings: timings(names),
      receiver: fc.constantFrom('', IRM, 'mail', 'empty'),
      continue: fc.boolean(),
      routes: depth === 0 ? fc.constant<Wire[]>([]) : fc.array(policy(names, depth - 1), { maxLength: 3 }),
    })
    .map(({ matchers: which, timings: when, receiver, ...rest }) => ({
      ...{ ...which, ...when, ...rest },
      ...(receiver !== '' && { receiver }),
    }));

const tree = (names: string[]): fc.Arbitrary<Wire> =>
  fc.record({
    receiver: fc.constantFrom(IRM, 'mail', 'empty'),
    group_wait: fc.constant('1s'),
    group_by: fc.constant(['alertname']),
    routes: fc.array(policy(names, 2), { maxLength: 4 }),
  });

/** Every policy that names the connection is muted at all times; those below it that take its contact point need not be. */
const muffled = ({ routes = [], ...own }: Wire): Wire => ({
  ...own,
  ...(own.receiver === IRM && { mute_time_intervals: ['always'] }),
  routes: routes.map(muffled),
});

/** Among them many of which it is a close thing whether they route the connection. */
const trees = (names: string[]) =>
  fc.oneof(
    tree(names),
    tree(names).map((wire): Wire => ({ ...wire, receiver: 'mail', routes: (wire.routes ?? []).map(muffled) }))
  );

interface Own {
  labels: Record<string, string>;
  settings: (NotificationSettings & { receiver: string }) | undefined;
}

const rules = (names: string[]): fc.Arbitrary<Own[]> =>
  fc.array(
    fc.record({
      labels: fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES), { maxKeys: 3 }),
      settings: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        fc
          .record({ receiver: fc.constantFrom(IRM, 'mail'), timings: timings(names) })
          .map(({ receiver, timings: when }) => ({ receiver, group_wait: '1s', ...when }))
      ),
    }),
    { minLength: 1, maxLength: 4 }
  );

const uidOf = (index: number) => `rule-${index}`;

/** Where the alerts of each rule are really sent, within a minute. */
async function sentBy(policies: Wire, own: readonly Own[]) {
  const engine = testEngine({ policies, startMs: START });
  engine.contactPoints.push(contactPoint(IRM), contactPoint('mail'));
  engine.muteTimings.push(...Object.entries(INTERVALS).map(([name, time_intervals]) => ({ name, time_intervals })));
  own.forEach(({ labels, settings }, index) =>
    engine.rules.put(alwaysFiring(uidOf(index), { labels, notificationSettings: settings }))
  );
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(30_000);
  engine.stop();
  const sent = own.map(() => new Set<string>());
  for (const { url, body } of engine.arrivals) {
    for (const alert of body.alerts) {
      const index = own.findIndex((_, at) => uidOf(at) === alert.labels.alertname);
      sent[index]?.add(decodeURIComponent(url.split('/').at(-2) ?? ''));
    }
  }
  return sent;
}

const ruleOf = ({ labels, settings }: Own, index: number) =>
  rule({
    ...{ uid: uidOf(index), title: uidOf(index), folder: 'IRM heartbeats', group: uidOf(index), labels },
    direct: settings
      ? direct(settings.receiver, {
          muteTimings: settings.mute_time_intervals ?? [],
          activeTimings: settings.active_time_intervals ?? [],
        })
      : undefined,
  });

const read = (wire: Wire) => {
  const found = treeFromProvisioning(wire as Raw);
  if (!found) {
    throw new Error('not read');
  }
  return found;
};

const naming = ({ receiver, routes = [] }: Wire): number =>
  (receiver === IRM ? 1 : 0) + routes.map(naming).reduce((a, b) => a + b, 0);

test('what coverage and the state of a connection tell of random policies holds for what is really sent', async () => {
  const told = { certain: 0, notRouted: 0, held: 0 };
  await fc.assert(
    fc.asyncProperty(trees(Object.keys(INTERVALS)), rules(Object.keys(INTERVALS)), async (policies, own) => {
      const sent = await sentBy(policies, own);
      const { root } = read(policies);
      const routing = compileRouting(root, receivers, undefined, OPENNESS);
      own.forEach((one, index) => {
        const { reach, isHeld, may } = coverageOf(ruleOf(one, index), routing);
        const [irm, mail] = [sent[index]?.has(IRM), sent[index]?.has('mail')];
        const seen = JSON.stringify({ one, reach, isHeld, irm, mail });
        told.certain += reach === 'depends' ? 0 : 1;
        told.held += isHeld ? 1 : 0;
        expect([seen, irm && !may.irm]).toEqual([seen, false]);
        expect([seen, mail && !may.elsewhere]).toEqual([seen, false]);
        expect([seen, reach === 'irm' && !isHeld && !irm]).toEqual([seen, false]);
        expect([seen, reach === 'nobody' && (irm || mail)]).toEqual([seen, false]);
        expect([seen, reach === 'elsewhere' && irm]).toEqual([seen, false]);
      });

      const choosing = own.flatMap(({ settings }, index) =>
        settings?.receiver === IRM ? [ruleOf(own[index] as Own, index)] : []
      );
      const uses = await readRouting(
        {
          listReceiverUses: () =>
            Promise.resolve(
              success([{ name: IRM, integrations: 1, routes: naming(policies), rules: choosing.length }])
            ),
          readPolicies: () => Promise.resolve(success(root)),
          listTimeIntervals: () => Promise.resolve(success(KNOWN)),
          locateRules: () =>
            Promise.resolve(success(choosing.map((one) => ({ ...one, receiver: IRM, ...one.direct })))),
        },
        { ...READING, serverTime: START }
      );
      const state = alertRoutingOf(connectionIn(READING), uses, READING);
      told.notRouted += state.kind === 'notRouted' ? 1 : 0;
      expect(state.kind).not.toBe('unknown');
      expect([state, state.kind === 'notRouted' && sent.some((names) => names.has(IRM))]).toEqual([state, false]);
    }),
    { numRuns: 200 }
  );
  expect(told.certain).toBeGreaterThan(100);
  expect(told.held).toBeGreaterThan(5);
  expect(told.notRouted).toBeGreaterThan(2);
});

const choices = fc.oneof(
  fc.constant<PolicyChoice>({ kind: 'everything' }),
  fc.constant<PolicyChoice>({ kind: 'nothing', defaultReceiver: 'mail' }),
  fc
    .record({
      name: fc.constantFrom(...NAMES),
      operator: fc.constantFrom('=' as const, '!=' as const, '=~' as const),
      value: fc.constantFrom(...VALUES, 'web|db'),
      place: fc.nat(4),
      continue: fc.boolean(),
    })
    .map(({ name, operator: is, value, ...more }): PolicyChoice => ({
      kind: 'matching',
      matchers: [{ name, operator: is, value }],
      ...more,
    }))
);

const unheld = ({ mute_time_intervals: _, active_time_intervals: __, routes = [], ...rest }: Wire): Wire => ({
  ...rest,
  routes: routes.map(unheld),
});

test('what a change of random policies is said to bring is what is really sent after it', async () => {
  const told = { gained: 0, lost: 0, muted: 0 };
  await fc.assert(
    fc.asyncProperty(tree(FOREVER), rules(FOREVER), choices, async (policies, own, choice) => {
      const before = read(policies);
      const plan = planRouting(before, choice, [IRM]);
      const after = treeToWire(plan.after, before) as Wire;
      const [was, is, would] = [
        await sentBy(policies, own),
        await sentBy(after, own),
        await sentBy(unheld(after), own),
      ];
      const known = own.map(ruleOf);
      const alerts = known.map(({ uid, labels }) => ({
        ruleUid: uid,
        labels: { alertname: uid, grafana_folder: 'IRM heartbeats', __alert_rule_uid__: uid, ...labels },
      }));
      const effect = effectOf({ rules: known, alerts, openness: OPENNESS }, before.root, plan.after, [IRM], receivers);
      for (const name of [IRM, 'mail']) {
        const has = (sets: Array<Set<string>>, index: number) => sets[index]?.has(name) ?? false;
        const gained = own.filter((_, index) => has(is, index) && !has(was, index)).length;
        const lost = own.filter((_, index) => !has(is, index) && has(was, index)).length;
        const said = effect.receivers.find(({ receiver }) => receiver === name);
        told.gained += gained;
        told.lost += lost;
        expect({ name, gained: said?.gained.alerts ?? 0, lost: said?.lost.alerts ?? 0 }).toEqual({
          name,
          gained,
          lost,
        });
      }
      const muted = own.filter(
        ({ settings }, index) => !settings && would[index]?.has(IRM) && !is[index]?.has(IRM)
      ).length;
      const mutedDirect = known.filter(
        ({ direct: chosen }, index) => chosen?.receiver === IRM && !is[index]?.has(IRM)
      ).length;
      told.muted += muted + mutedDirect;
      expect(effect.mutedHere.alerts).toBe(muted + mutedDirect);
      expect(effect.dependingRules).toBe(0);
    }),
    { numRuns: 120 }
  );
  expect(told.gained + told.lost).toBeGreaterThan(5);
  expect(told.muted).toBeGreaterThan(5);
});
