import type { Clock } from '../../../clock';
import type { UnifiedAlertingConfiguration } from '../../server/configuration';
import type { StoredRule } from '../rules/rule';
import type { RuleStore } from '../rules/ruleStore';
import { createBuckets } from './buckets';
import type { Evaluator } from './evaluator';

export interface Scheduler {
  start(): void;
  stop(): void;
}

interface SchedulerDeps {
  clock: Clock;
  store: RuleStore;
  evaluator: Evaluator;
  configuration: Pick<UnifiedAlertingConfiguration, 'tickSeconds' | 'minIntervalSeconds' | 'executesRules'>;
  /** How far this process lags behind others that look at the same moments. */
  laterMs?: number;
}

/**
 * Evaluates what is due at every multiple of the tick, spread evenly over it, and notices changed, paused and deleted
 * rules then (state.json: of two rules due at :30 the second was evaluated at :35). A rule with a shorter interval than
 * the least is treated as if it had that (docs/facts.md#the-gap-between-notifications); one that is no
 * multiple of the tick is left out (docs/facts.md#rules).
 */
export function createScheduler({ clock, store, evaluator, configuration, laterMs = 0 }: SchedulerDeps): Scheduler {
  const { tickSeconds, minIntervalSeconds, executesRules } = configuration;
  const tickMs = tickSeconds * 1000;
  const buckets = createBuckets(tickSeconds);
  const waiting = new Set<() => void>();
  const changesOf = store.follow();
  let cancelTick: (() => void) | undefined;

  function scheduled(uid: string): StoredRule | undefined {
    const rule = store.get(uid);
    const intervalSeconds = Math.max(rule?.intervalSeconds ?? 0, minIntervalSeconds);
    return rule && intervalSeconds % tickSeconds === 0 ? { ...rule, intervalSeconds } : undefined;
  }

  function arm() {
    const next = (Math.floor(clock.now() / tickMs) + 1) * tickMs;
    cancelTick = clock.schedule(next - clock.now(), () => {
      arm();
      tick(next);
    });
  }

  function takeChanges(): string[] {
    const changed = [...changesOf()];
    for (const uid of changed) {
      const rule = scheduled(uid);
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
    const due = new Set(buckets.due(at / tickMs));
    for (const uid of changed) {
      const rule = scheduled(uid);
      if (rule && !due.has(uid)) {
        evaluator.update(rule);
      }
    }
    let position = 0;
    for (const uid of due) {
      evaluateIn(laterMs + (tickMs / due.size) * position, uid, at);
      position += 1;
    }
  }

  function evaluateIn(delayMs: number, uid: string, at: number) {
    const cancel = clock.schedule(delayMs, () => {
      waiting.delete(cancel);
      const rule = scheduled(uid);
      if (rule) {
        evaluator.evaluate(rule, at);
      }
    });
    waiting.add(cancel);
  }

  return {
    start() {
      if (executesRules) {
        arm();
      }
    },
    stop() {
      cancelTick?.();
      waiting.forEach((cancel) => cancel());
      waiting.clear();
    },
  };
}
