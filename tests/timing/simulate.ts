import { alwaysFiring, contactPoint, testEngine } from '../../sandbox/grafana/alerting/testEngine';
import type { HeartbeatTiming } from '../../src/connection/model';

export interface Beats {
  /** From saving the rule to the first delivery, in seconds. */
  first: number;
  /** Seconds between deliveries. */
  gaps: number[];
}

interface Conditions {
  /** How long the target takes to answer, in seconds. */
  answerTime: number;
  /** How long after an evaluation tick the rules are saved, in milliseconds. */
  savedAfterTickMs: number;
  /** How long to watch, in seconds. */
  seconds: number;
}

const TICK = Date.parse('2026-11-22T04:20:00Z');

/**
 * Saves always-firing rules with these timings through the ruler API of the stand-in, lets its evaluator and dispatcher
 * run on a clock of their own, and gives when beats arrived, for each timing.
 */
export async function simulate(
  timings: readonly HeartbeatTiming[],
  { answerTime, savedAfterTickMs, seconds }: Conditions
): Promise<Beats[]> {
  const start = TICK + savedAfterTickMs;
  const engine = testEngine({ startMs: start });
  engine.target.answerMs = answerTime * 1000;
  timings.forEach((timing, index) => {
    const receiver = String(index);
    engine.contactPoints.push(contactPoint(receiver, { disableResolveMessage: true }));
    engine.rules.put(
      alwaysFiring(`rule-${index}`, {
        intervalSeconds: timing.evaluationInterval,
        pendingMs: timing.pendingPeriod * 1000,
        notificationSettings: {
          receiver,
          group_wait: `${timing.groupWait}s`,
          group_interval: `${timing.groupInterval}s`,
          repeat_interval: `${timing.repeatInterval}s`,
        },
      })
    );
  });
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(seconds * 1000);
  engine.stop();

  const arrived = timings.map((): number[] => []);
  for (const { at, url } of engine.arrivals) {
    arrived[Number(new URL(url).pathname.slice(1, -1))]?.push((at - start) / 1000);
  }
  return arrived.map(([first = NaN, ...later]) => ({
    first,
    gaps: later.map((time, index) => time - (index === 0 ? first : (later[index - 1] ?? NaN))),
  }));
}
