import { readFileSync } from 'node:fs';

import { fakeClock } from '../../sandbox/clock';
import type { Alert } from '../../sandbox/grafana/alerting/dispatch/alerts';
import { createDispatcher } from '../../sandbox/grafana/alerting/dispatch/dispatcher';
import { createNotificationLog } from '../../sandbox/grafana/alerting/dispatch/notificationLog';
import { createNotify } from '../../sandbox/grafana/alerting/dispatch/notify';
import { buildReceivers } from '../../sandbox/grafana/alerting/dispatch/receivers';
import { buildRoutes } from '../../sandbox/grafana/alerting/dispatch/routes';
import { contactPoint } from '../../sandbox/grafana/alerting/testEngine';
import { DEFAULT_SURROUNDINGS, steadyGap } from '../../src/connection/timing/gap';

/** Seconds, which replica, alerts firing, alerts resolved. */
type Message = [number, number, string[], string[]];

interface Scenario {
  name: string;
  wait: number;
  interval: number;
  repeat: number;
  answer?: number;
  failFrom?: number;
  failUntil?: number;
  groupBy?: string[];
  silentResolve?: boolean;
  events?: Array<{ at: number; alert: string; team?: string; age?: number; resolved?: boolean }>;
  mute?: boolean;
  active?: boolean;
  replicas?: number;
  peerWait?: number;
  secondLater?: number;
  race?: boolean;
  runs: Message[][];
}

const { scenarios, seconds } = JSON.parse(
  readFileSync(new URL('../contracts/dispatcher-timing.json', `file://${__dirname}/`), 'utf8')
) as { scenarios: Scenario[]; seconds: number };

const START = Date.parse('2026-11-27T13:00:00Z');
/** The machine of the recording was busy; the last looks came up to 0.25 s late. */
const LATENESS = 0.3;

/** Plays a scenario on the stand-in's dispatcher. */
async function play(scenario: Scenario): Promise<Message[]> {
  const clock = fakeClock(START);
  const log = createNotificationLog();
  const messages: Message[] = [];
  const since = () => (clock.now() - START) / 1000;
  const {
    wait,
    interval,
    repeat,
    answer = 0,
    failFrom = 0,
    failUntil = 0,
    events = [{ at: 0, alert: 'a' }],
  } = scenario;
  const replicas = Array.from({ length: scenario.replicas ?? 1 }, (_, place) => {
    const receivers = buildReceivers(
      [contactPoint('r', { disableResolveMessage: scenario.silentResolve ?? false })],
      ['r']
    );
    const notify = createNotify({
      ...{ clock, log, receivers },
      isMuted: () => false,
      isHeld: () => scenario.mute === true || scenario.active === false,
      peer: {
        waitMs: () => place * (scenario.peerWait ?? 0) * 1000,
        noteFailure: () => undefined,
        leavesItToOthers: () => false,
        leave: () => undefined,
      },
      async deliver({ alerts }) {
        const at = since();
        const names = (resolved: boolean) =>
          alerts.filter((one) => one.resolved === resolved).map(({ labels }) => labels.alertname ?? '');
        messages.push([at, place, names(false).sort(), names(true).sort()]);
        await new Promise<void>((resolve) => clock.schedule(answer * 1000, resolve));
        return { durationMs: answer * 1000, ...(at >= failFrom && at < failUntil && { error: 'no' }) };
      },
    });
    const policy = { receiver: 'r', group_by: scenario.groupBy ?? [] };
    const root = buildRoutes(policy, [], []);
    Object.assign(root, {
      groupWaitMs: wait * 1000,
      groupIntervalMs: interval * 1000,
      repeatIntervalMs: repeat * 1000,
    });
    const dispatcher = createDispatcher(clock, root, notify);
    for (const event of events) {
      clock.schedule((event.at + (place > 0 ? (scenario.secondLater ?? 0) : 0)) * 1000, () =>
        dispatcher.process(alertOf(event, events, clock.now()))
      );
    }
    return dispatcher;
  });
  await clock.advance(seconds * 1000);
  replicas.forEach((dispatcher) => dispatcher.stop());
  return messages;
}

function alertOf(
  { at, alert, team, resolved }: NonNullable<Scenario['events']>[number],
  events: Scenario['events'],
  now: number
): Alert {
  const began = events?.filter((one) => one.alert === alert && !one.resolved && one.at <= at).at(-1);
  return {
    ...{ fingerprint: alert, annotations: {}, generatorURL: '', updatedAt: now },
    labels: { alertname: alert, ...(team !== undefined && { team }) },
    startsAt: now - (resolved ? at - (began?.at ?? at) : (began?.age ?? 0)) * 1000,
    endsAt: resolved ? now : now + 3_600_000,
  };
}

/** Without the last second, which is on either side of the end; each replica for itself. */
const inOrder = (messages: Message[]) =>
  messages.filter(([at]) => at < seconds - 1).sort(([at, by], [otherAt, otherBy]) => by - otherBy || at - otherAt);

test.each(scenarios.filter(({ race }) => !race))('$name', async (scenario) => {
  const played = inOrder(await play(scenario));
  for (const run of scenario.runs.map(inOrder)) {
    const what = (messages: Message[]) => messages.map(([, ...rest]) => rest);
    expect(what(played)).toEqual(what(run));
    expect(run.filter(([at], index) => Math.abs(at - (played[index]?.[0] ?? NaN)) >= LATENESS)).toEqual([]);
  }
});

/** Seconds from each message to the next. */
const gapsOf = (messages: Message[]) => messages.slice(1).map(([at], index) => at - (messages[index]?.[0] ?? NaN));

test.each(scenarios.filter(({ race }) => race))('$name: never sooner than the repeat interval', async (scenario) => {
  for (const messages of [await play(scenario), ...scenario.runs]) {
    const gaps = gapsOf(messages);
    expect(gaps).not.toEqual([]);
    expect(Math.min(...gaps)).toBeGreaterThan(scenario.repeat - 0.1);
    expect(Math.max(...gaps)).toBeLessThan(scenario.repeat + scenario.interval + LATENESS);
  }
});

test.each(scenarios.filter(({ events, failUntil, runs }) => !events && !failUntil && runs[0]?.length))(
  '$name: gaps within the calculated bounds',
  ({ wait, interval, repeat, answer = 0.002, replicas = 1, runs }) => {
    const timing = { groupWait: wait, groupInterval: interval, repeatInterval: repeat };
    const { least, greatest } = steadyGap(
      { evaluationInterval: 10, pendingPeriod: 0, ...timing },
      { ...DEFAULT_SURROUNDINGS, replicas, answerTime: answer }
    );
    const gaps = runs.flatMap(gapsOf);
    expect(gaps).not.toEqual([]);
    expect(Math.min(...gaps)).toBeGreaterThan(least - 0.1);
    expect(Math.max(...gaps)).toBeLessThan(greatest + 0.1);
  }
);
