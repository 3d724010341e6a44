import type { Clock } from '../../../clock';
import { BASE_INTERVAL_SECONDS } from '../rules/rule';
import type { RuleStore } from '../rules/ruleStore';
import { createBuckets } from './buckets';
import type { Evaluator } from './evaluator';

const TICK_MS = BASE_INTERVAL_SECONDS * 1000;

export interface Scheduler {
  start(): void;
  stop(): void;
}

/**
 * Evaluates what is due at every multiple of 10 s, spread evenly over the tick, and notices changed, paused and deleted
 * rules then (state.json: of two rules due at :30 the second was evaluated at :35). `laterMs`: how far this process lags
 * behind others that look at the same moments.
 */
export function createScheduler(clock: Clock, store: RuleStore, evaluator: Evaluator, laterMs = 0): Scheduler {
  const buckets = createBuckets();
  const waiting = new Set<() => void>();
  const changesOf = store.follow();
  let cancelTick: (() => void) | undefined;

  function arm() {
    const next = (Math.floor(clock.now() / TICK_MS) + 1) * TICK_MS;
    cancelTick = clock.schedule(next - clock.now(), () => {
      arm();
      tick(next);
    });
  }

  function takeChanges(): string[] {
    const changed = [...changesOf()];
    for (const uid of changed) {
      const rule = store.get(uid);
      if (rule) {
        buckets.put(rule);
      } else {
        buckets.remove(uid);
        evaluator.forget(uid);
      }
    }
    return changed;
  }

  function tick(at: number) {
    const changed = takeChanges();
    const due = new Set(buckets.due(at / TICK_MS));
    for (const uid of changed) {
      const rule = store.get(uid);
      if (rule && !due.has(uid)) {
        evaluator.update(rule);
      }
    }
    let position = 0;
    for (const uid of due) {
      evaluateIn(laterMs + (TICK_MS / due.size) * position, uid, at);
      position += 1;
    }
  }

  function evaluateIn(delayMs: number, uid: string, at: number) {
    const cancel = clock.schedule(delayMs, () => {
      waiting.delete(cancel);
      const rule = store.get(uid);
      if (rule) {
        evaluator.evaluate(rule, at);
      }
    });
    waiting.add(cancel);
  }

  return {
    start: arm,
    stop() {
      cancelTick?.();
      waiting.forEach((cancel) => cancel());
      waiting.clear();
    },
  };
}
