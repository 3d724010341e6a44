import { heartbeatRule, integration } from '../testing/fixtures';
import { connectionIn, readingOf, refused } from '../health/testing/scene';
import { failure, success } from '../result';
import type { LocatedRule } from '../port/elsewhere';
import type { GrafanaPort, ReceiverInUse, TimeInterval } from '../port/grafanaPort';
import { policy } from '../coverage/testing/policies';
import type { NotificationPolicy } from '../policies/types';
import { alertRoutingOf } from './alertRouting';
import { readRouting } from './readRouting';

const forbidden = () => Promise.resolve(failure({ reason: 'forbidden', message: 'no', status: 403 } as const));
const ALERTS = 'IRM Production';
const BEATS = 'IRM Production heartbeat';

const used = (name: string, routes?: number, rules?: number, integrations = 1): ReceiverInUse => ({
  name,
  integrations,
  routes,
  rules,
});

type Port = Pick<GrafanaPort, 'listReceiverUses' | 'readPolicies' | 'listTimeIntervals' | 'locateRules'>;

const grafana = (
  receivers: ReceiverInUse[] | undefined,
  root: NotificationPolicy | undefined,
  intervals?: TimeInterval[],
  rules?: LocatedRule[]
): Port => ({
  listReceiverUses: () => (receivers ? Promise.resolve(success(receivers)) : forbidden()),
  readPolicies: () => (root ? Promise.resolve(success(root)) : forbidden()),
  listTimeIntervals: () => (intervals ? Promise.resolve(success(intervals)) : forbidden()),
  locateRules: (names) =>
    rules ? Promise.resolve(success(rules.filter(({ receiver }) => names.includes(receiver)))) : forbidden(),
});

const NOW = Date.UTC(2026, 10, 27);
const AT = { ...readingOf(), serverTime: NOW };
const NOT_ROUTED = { kind: 'notRouted', isShut: false };
const SHUT = { kind: 'notRouted', isShut: true };

async function routing(port: Port, reading = readingOf()) {
  return alertRoutingOf(connectionIn(reading), await readRouting(port, { ...reading, serverTime: NOW }), reading);
}

it('counts policies and rules that send to the alert contact point, and knows the default policy', async () => {
  const root = policy(ALERTS, { routes: [policy('other'), policy(ALERTS)] });
  expect(await routing(grafana([used(ALERTS, 2, 3)], root))).toEqual({
    kind: 'routed',
    policies: 2,
    rules: 3,
    isDefault: true,
  });
});

it('says that nothing is routed there only where policies and rules were counted', async () => {
  const root = policy('other');
  expect(await routing(grafana([used(ALERTS, 0, 0)], root))).toEqual(NOT_ROUTED);
  expect(await routing(grafana(undefined, root))).toEqual({ kind: 'unknown' });
  expect(await routing(grafana([used('other', 1, 0)], root))).toEqual({ kind: 'unknown' });
  expect(await routing(grafana([used(ALERTS)], root))).toEqual({ kind: 'unknown' });
  expect(await routing(grafana(undefined, undefined))).toEqual({ kind: 'unknown' });
});

it('does with the policies alone where one names it, and with the list alone', async () => {
  expect(await routing(grafana(undefined, policy('other', { routes: [policy(ALERTS)] })))).toMatchObject({
    kind: 'routed',
  });
  expect(await routing(grafana([used(ALERTS, 1, 0)], undefined))).toMatchObject({ kind: 'routed', isDefault: false });
});

it('does not count the heartbeat: neither its contact point nor a rule of ours that went astray', async () => {
  const root = policy(BEATS);
  expect(await routing(grafana([used(ALERTS, 0, 0), used(BEATS, 1, 1)], root))).toEqual(NOT_ROUTED);
  const astray = readingOf({ rule: { receiver: ALERTS } });
  expect(await routing(grafana([used(ALERTS, 0, 1)], root), astray)).toEqual(NOT_ROUTED);
});

it('counts no rules where it could not be read which of them are heartbeats', async () => {
  const unread = readingOf({ rule: { receiver: ALERTS }, problems: { rules: refused() } });
  expect(await routing(grafana([used(ALERTS, 0, 1)], policy('other')), unread)).toEqual({ kind: 'unknown' });
  expect(await routing(grafana([used(ALERTS, 0, 0)], policy('other')), unread)).toEqual(NOT_ROUTED);
  expect(await routing(grafana([used(ALERTS, 1, 1)], policy(ALERTS)), unread)).toEqual({
    kind: 'routed',
    policies: 1,
    rules: undefined,
    isDefault: true,
  });
});

it("counts a rule that somebody else put into the plugin's folder, beside a heartbeat or alone", async () => {
  const reading = readingOf();
  const theirs = (group: string) => heartbeatRule({ uid: 'theirs', title: 'Disk full', group, receiver: ALERTS });
  for (const group of ['disks', connectionIn(reading).rule?.group ?? '']) {
    const found = readingOf({ otherRules: [theirs(group)] });
    expect(await routing(grafana([used(ALERTS, 0, 1)], policy('other')), found)).toMatchObject({ rules: 1 });
  }
});

it('counts every contact point that sends alerts to the same endpoint', async () => {
  const { alertContactPoint } = connectionIn(readingOf());
  const second = integration({ ...alertContactPoint, uid: 'second', name: 'Second' });
  const reading = readingOf({ otherContactPoints: [second] });
  expect(connectionIn(reading).otherAlertContactPoints).toHaveLength(1);
  const port = grafana([used(ALERTS, 0, 0), used('Second', 0, 2)], policy('other'));
  expect(await routing(port, reading)).toMatchObject({ kind: 'routed', policies: 0, rules: 2 });
});

it('does not count what sends to one that IRM refuses, beside one that it takes', async () => {
  const { alertContactPoint } = connectionIn(readingOf());
  const put = { ...alertContactPoint, uid: 'second', name: 'Second', otherSettings: { httpMethod: 'PUT' } };
  const reading = readingOf({ otherContactPoints: [integration(put)] });
  const port = grafana([used(ALERTS, 0, 0), used('Second', 0, 2)], policy('other', { routes: [policy('Second')] }));
  expect(await routing(port, reading)).toEqual(NOT_ROUTED);
  // Alone it is the one to be repaired, and what sends to it stays as it is then.
  const alone = readingOf({ alertContactPoint: { otherSettings: { httpMethod: 'PUT' } } });
  expect(await routing(grafana([used(ALERTS, 0, 2)], policy('other')), alone)).toMatchObject({ kind: 'routed' });
});

it('finds a default policy whose contact point has no integration, as on a new 12.4', async () => {
  const silent = await readRouting(grafana([used('empty', 1, 0, 0)], policy('empty')), AT);
  expect(silent.defaultPolicy).toEqual({ receiver: 'empty', sends: false });
  expect((await readRouting(grafana(undefined, policy('empty')), AT)).defaultPolicy).toBeUndefined();
});

const INTERVALS: TimeInterval[] = [
  { name: 'always', intervals: [{}] },
  { name: 'nights', intervals: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }] },
  { name: 'over', intervals: [{ years: ['2020:2024'] }] },
];
const below = (...routes: NotificationPolicy[]) => policy('other', { routes });

describe('a policy whose timings never let anything through', () => {
  it.each<[string, NotificationPolicy]>([
    ['muted at all times', policy(ALERTS, { muteTimings: ['always'] })],
    ['active in years that are over', policy(ALERTS, { activeTimings: ['over'] })],
    [
      'and one below it that is muted too',
      policy(ALERTS, { activeTimings: ['over'], routes: [policy('', { muteTimings: ['always'] })] }),
    ],
  ])('routes nothing: %s', async (_, shut) => {
    expect(await routing(grafana([used(ALERTS, 1, 0)], below(shut), INTERVALS))).toEqual(SHUT);
    // Rules may choose it, which is not known.
    expect(await routing(grafana(undefined, below(shut), INTERVALS))).toEqual({ kind: 'unknown' });
  });

  it.each<[string, NotificationPolicy]>([
    ['muted at times', policy(ALERTS, { muteTimings: ['nights'] })],
    ['by a timing that is not there', policy(ALERTS, { muteTimings: ['gone'] })],
    ['and one below it that sends to the same', policy(ALERTS, { muteTimings: ['always'], routes: [policy('')] })],
  ])('routes where it sends at all: %s', async (_, held) => {
    const found = await routing(grafana([used(ALERTS, 1, 0)], below(held), INTERVALS));
    expect(found).toMatchObject({ kind: 'routed', policies: 1 });
  });

  it('is not claimed where time intervals cannot be read', async () => {
    const shut = policy(ALERTS, { muteTimings: ['always'] });
    expect(await routing(grafana([used(ALERTS, 1, 0)], below(shut)))).toMatchObject({ kind: 'routed', policies: 1 });
  });

  it('does not count beside what sends: another policy, or a rule that chooses the contact point', async () => {
    const shut = policy(ALERTS, { muteTimings: ['always'] });
    const beside = await routing(grafana([used(ALERTS, 2, 0)], below(shut, policy(ALERTS)), INTERVALS));
    expect(beside).toMatchObject({ kind: 'routed', policies: 1 });
    const rules = await routing(grafana([used(ALERTS, 1, 2)], below(shut), INTERVALS));
    expect(rules).toMatchObject({ kind: 'routed', policies: 0, rules: 2 });
  });
});

describe('a rule that chooses the contact point and never lets anything through, by its own timings', () => {
  const located = (uid: string, timings: Pick<LocatedRule, 'muteTimings' | 'activeTimings'> = {}): LocatedRule => ({
    ...{ uid, title: uid, folderUid: 'servers', folder: 'Servers', group: uid, receiver: ALERTS },
    ...timings,
  });
  const muted = located('muted', { muteTimings: ['nights', 'always'] });
  const inactive = located('inactive', { activeTimings: ['over'] });

  it('does not count: muted at all times, or active in years that are over', async () => {
    const port = grafana([used(ALERTS, 0, 2)], policy('other'), INTERVALS, [muted, inactive]);
    expect(await routing(port)).toEqual(SHUT);
    const beside = grafana([used(ALERTS, 0, 3)], policy('other'), INTERVALS, [muted, inactive, located('open')]);
    expect(await routing(beside)).toMatchObject({ kind: 'routed', policies: 0, rules: 1 });
    const shut = below(policy(ALERTS, { muteTimings: ['always'] }));
    expect(await routing(grafana([used(ALERTS, 1, 1)], shut, INTERVALS, [muted]))).toEqual(SHUT);
  });

  it.each<[string, LocatedRule]>([
    ['muted at times', located('held', { muteTimings: ['nights'] })],
    ['by a timing that is not there', located('held', { muteTimings: ['gone'] })],
    ['active at times', located('held', { activeTimings: ['nights', 'over'] })],
  ])('counts where it lets alerts through at all: %s', async (_, held) => {
    const port = grafana([used(ALERTS, 0, 1)], policy('other'), INTERVALS, [held]);
    expect(await routing(port)).toMatchObject({ kind: 'routed', rules: 1 });
  });

  it('is not claimed of rules in folders that may not be seen, nor where timings or rules cannot be read', async () => {
    const hidden = grafana([used(ALERTS, 0, 2)], policy('other'), INTERVALS, [muted]);
    expect(await routing(hidden)).toMatchObject({ kind: 'routed', rules: 1 });
    const timeless = grafana([used(ALERTS, 0, 1)], policy('other'), undefined, [muted]);
    expect(await routing(timeless)).toMatchObject({ kind: 'routed', rules: 1 });
    const unread = grafana([used(ALERTS, 0, 1)], policy('other'), INTERVALS);
    expect(await routing(unread)).toMatchObject({ kind: 'routed', rules: 1 });
  });

  it('is counted once where it is a heartbeat that went astray as well', async () => {
    const astray = readingOf({ rule: { receiver: ALERTS } });
    const beat = located(connectionIn(astray).rule?.uid ?? '', { muteTimings: ['always'] });
    const port = grafana([used(ALERTS, 0, 2)], policy('other'), INTERVALS, [beat, located('open')]);
    expect(await routing(port, astray)).toMatchObject({ kind: 'routed', rules: 1 });
  });

  it('is looked for only where rules alone route a connection, and a timing could hold all back', async () => {
    const asked: string[] = [];
    const port = (name: string, root: NotificationPolicy, intervals: TimeInterval[], rules = 1): Port => ({
      ...grafana([used(ALERTS, 0, rules), used('other', 0, 3)], root),
      listTimeIntervals: () => {
        asked.push(`${name}: timings`);
        return Promise.resolve(success(intervals));
      },
      locateRules: (names) => {
        asked.push(`${name}: ${names.join()}`);
        return Promise.resolve(success([]));
      },
    });
    await routing(port('by a policy, too', policy('other', { routes: [policy(ALERTS)] }), INTERVALS));
    await routing(port('by no rule', policy('other'), INTERVALS, 0));
    await routing(port('at times', policy('other'), INTERVALS.slice(1, 2)));
    await routing(port('never', policy('other'), INTERVALS.slice(2)));
    const byTwo = INTERVALS.slice(1, 2).concat({
      name: 'days',
      intervals: [{ times: [{ start_time: '06:00', end_time: '24:00' }] }],
    });
    await routing(port('together', policy('other'), byTwo));
    expect(asked).toEqual([
      'at times: timings',
      'never: timings',
      `never: ${ALERTS}`,
      'together: timings',
      `together: ${ALERTS}`,
    ]);
  });
});

it('asks for time intervals only where a policy names one', async () => {
  const asked: string[] = [];
  const port = (root: NotificationPolicy): Port => ({
    ...grafana([used(ALERTS, 1, 0)], root),
    listTimeIntervals: () => {
      asked.push(root.receiver);
      return Promise.resolve(success(INTERVALS));
    },
  });
  await routing(port(policy('plain', { routes: [policy(ALERTS)] })));
  await routing(
    port(policy('timed', { routes: [policy('x', { routes: [policy('', { activeTimings: ['nights'] })] })] }))
  );
  expect(asked).toEqual(['timed']);
});
