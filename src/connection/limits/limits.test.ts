import fc from 'fast-check';
import { isBlocked } from '../plan/types';
import { planConnection } from '../plan/planConnection';
import { endpoint, desiredConnection, heartbeatRule, integration } from '../testing/fixtures';
import { objects } from '../testing/planning';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { Endpoint } from '../model';
import type { GrafanaObjects } from '../reading/reading';
import { HEARTBEAT_INTERVALS, proposeTiming } from '../timing/presets';
import { budgetOf, sendersIn } from './heartbeatLoad';
import { intervalWithin, messagesOf, sendingBudget } from './sendingBudget';

const at = (token: string, base = endpoint.base): Endpoint => ({ ...endpoint, base, token });
const everyMinute = { ...proposeTiming(600), repeatInterval: 60 };

/** A Grafana with so many connections of other people that beat at this pace. */
function grafanaWith(count: number, timing = everyMinute, isPaused = false): GrafanaObjects {
  const all = Array.from({ length: count }, (_, number) => at(`OTHER${String(number)}`));
  return objects({
    integrations: all.flatMap((one, number) => [
      integration({ uid: `a${String(number)}`, name: `A${String(number)}`, url: endpointUrl(one) }),
      integration({ uid: `b${String(number)}`, name: `B${String(number)}`, url: heartbeatUrl(one) }),
    ]),
    rules: all.map((_, number) =>
      heartbeatRule({
        ...timing,
        isPaused,
        uid: `r${String(number)}`,
        group: `g${String(number)}`,
        receiver: `B${String(number)}`,
      })
    ),
  });
}

const limitOf = (plan: ReturnType<typeof planConnection>) =>
  plan.obstacles.find(({ reason }) => reason === 'organizationLimit');
const planAmong = (count: number) => {
  const base = desiredConnection();
  const heartbeat = base.heartbeat && { ...base.heartbeat, interval: 300, timing: everyMinute };
  return planConnection({ ...base, heartbeat }, grafanaWith(count));
};

it('fills the limit of an organization with 180 heartbeats a minute, as IRM documents it', () => {
  const [load] = budgetOf(grafanaWith(180)).organizations;
  expect(load).toMatchObject({ irm: 'oncall.example.net/oncall', connections: 180, messages: 900, level: 'full' });
  expect(budgetOf(grafanaWith(179)).organizations[0]).toMatchObject({ messages: 895, level: 'half' });
  expect(budgetOf(grafanaWith(89)).organizations[0]).toMatchObject({ messages: 445, level: 'fine' });
  expect(budgetOf(grafanaWith(0)).organizations).toEqual([]);
});

it('counts no paused heartbeat, and none that Grafana would not take', () => {
  expect(sendersIn(grafanaWith(3, everyMinute, true))).toEqual([]);
  expect(sendersIn(grafanaWith(3, { ...everyMinute, groupInterval: 0 }))).toEqual([]);
});

it('says nothing of a heartbeat among few', () => {
  expect(limitOf(planAmong(88))).toBeUndefined();
});

it('warns from half of the limit on, and proposes the interval that stays below it', () => {
  expect(limitOf(planAmong(89))).toMatchObject({ blocking: false, messages: 450, limit: 900, proposed: 600 });
  expect(isBlocked(planAmong(89))).toBe(false);
});

it('refuses the heartbeat that would leave alerts nothing', () => {
  expect(limitOf(planAmong(179))).toMatchObject({ blocking: true, messages: 900, proposed: 600 });
  expect(limitOf(planAmong(200))).toMatchObject({ blocking: true, proposed: undefined });
  expect(isBlocked(planAmong(200))).toBe(true);
});

it('leaves a heartbeat alone that sends no more than before, however full it is', () => {
  const full = grafanaWith(300);
  const own = at('OTHER7');
  const base = desiredConnection({ endpoint: own });
  const heartbeat = base.heartbeat && { ...base.heartbeat, interval: 300, timing: everyMinute };
  expect(limitOf(planConnection({ ...base, heartbeat }, full))).toBeUndefined();
  expect(limitOf(planConnection(base, full))).toBeUndefined();
  const faster = heartbeat && { ...heartbeat, timing: { ...everyMinute, repeatInterval: 30 } };
  expect(limitOf(planConnection({ ...base, heartbeat: faster }, full))).toMatchObject({ blocking: true });
});

it('counts another IRM on its own, and one IRM once, with http or https', () => {
  const messages = messagesOf(everyMinute);
  const { organizations, integrations } = sendingBudget([
    { endpoint: at('a'), messages },
    { endpoint: at('a', endpoint.base.replace('https', 'http')), messages },
    { endpoint: at('b', 'https://irm.example.org'), messages },
  ]);
  expect(organizations.map(({ irm, connections }) => [irm, connections])).toEqual([
    ['oncall.example.net/oncall', 2],
    ['irm.example.org', 1],
  ]);
  expect(integrations.map(({ endpoint: { token }, messages: sum }) => [token, sum])).toEqual([
    ['a', 10],
    ['b', 5],
  ]);
});

it('says that an integration is full that 60 Grafanas beat every minute', () => {
  const senders = Array.from({ length: 60 }, () => ({ endpoint, messages: messagesOf(everyMinute) }));
  expect(sendingBudget(senders).integrations[0]).toMatchObject({ messages: 300, limit: 300, level: 'full' });
});

it('proposes the shortest interval that fits, whatever is there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 1200 }), (count, others) => {
      const proposed = intervalWithin(count, others);
      const sum = (interval: number) => others + count * messagesOf(proposeTiming(interval));
      if (proposed === undefined) {
        expect(Math.min(...HEARTBEAT_INTERVALS.map(sum))).toBeGreaterThan(899 - 1e-3);
        return;
      }
      expect(sum(proposed)).toBeLessThan(900);
      const shorter = HEARTBEAT_INTERVALS.filter((interval) => interval < proposed);
      const bar = sum(proposed) <= 449 ? 449 : 899;
      shorter.forEach((interval) => expect(sum(interval)).toBeGreaterThan(bar - 1e-3));
    })
  );
});
