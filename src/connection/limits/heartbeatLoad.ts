import type { HeartbeatRule, HeartbeatTiming } from '../model';
import { connectionsOf } from '../ownership/connections';
import type { GrafanaObjects } from '../reading/reading';
import { messagesOf, sendingBudget, type SendingBudget, type Sender } from './sendingBudget';

const budgets = new WeakMap<GrafanaObjects, SendingBudget>();

/**
 * How much of IRM's limits the heartbeats of this Grafana use. Those of other Grafanas are not known here, and a paused
 * one sends nothing. Reckoned once for a reading.
 */
export function budgetOf(objects: GrafanaObjects): SendingBudget {
  const known = budgets.get(objects) ?? sendingBudget(sendersIn(objects));
  budgets.set(objects, known);
  return known;
}

/** What this Grafana sends: one sender for each connection whose rule is there and not paused. */
export const sendersIn = (objects: GrafanaObjects): Sender[] =>
  connectionsOf(objects).flatMap(({ endpoint, rule }) => {
    const messages = sentBy(rule, objects);
    return messages > 0 ? [{ endpoint, messages }] : [];
  });

/** Messages in 5 minutes that a rule sends; none while it is paused. */
export function sentBy(rule: HeartbeatRule | undefined, { evaluation }: GrafanaObjects): number {
  return rule && !rule.isPaused && isSendable(rule) ? messagesOf(rule, evaluation) : 0;
}

/** Grafana takes no other timing, and none other can be reckoned with. */
export const isSendable = ({ groupInterval, repeatInterval }: HeartbeatTiming) =>
  groupInterval > 0 && repeatInterval > 0;
