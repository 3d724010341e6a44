import type { DesiredConnection, HeartbeatRule, HeartbeatTiming } from '../model';
import { connectionOf, connectionsOf } from '../ownership/connections';
import type { Obstacle } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import {
  intervalWithin,
  irmOf,
  loadOf,
  messagesOf,
  sendingBudget,
  type SendingBudget,
  type Sender,
} from './sendingBudget';

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

function sentBy(rule: HeartbeatRule | undefined, { evaluation }: GrafanaObjects): number {
  return rule && !rule.isPaused && isSendable(rule) ? messagesOf(rule, evaluation) : 0;
}

/** Grafana takes no other timing, and none other can be reckoned with. */
const isSendable = ({ groupInterval, repeatInterval }: HeartbeatTiming) => groupInterval > 0 && repeatInterval > 0;

/**
 * What speaks against a heartbeat as planned, seen together with all others that go to the same IRM. One that sends no
 * more than its rule says already, paused or not, is left alone: it must stay mendable, however full the limit is.
 */
export function loadObstacles({ endpoint, heartbeat }: DesiredConnection, objects: GrafanaObjects): Obstacle[] {
  if (!heartbeat || !isSendable(heartbeat.timing)) {
    return [];
  }
  const { evaluation } = objects;
  const rule = connectionOf(endpoint, objects)?.rule;
  const planned = messagesOf(heartbeat.timing, evaluation);
  if (rule && isSendable(rule) && planned <= messagesOf(rule, evaluation)) {
    return [];
  }
  const irm = irmOf(endpoint);
  const sent = budgetOf(objects).organizations.find((one) => one.irm === irm)?.exactly ?? 0;
  const others = sent - sentBy(rule, objects);
  const { level, messages, limit } = loadOf(others + planned, 'organization');
  if (level === 'fine') {
    return [];
  }
  const enough = intervalWithin(1, others, evaluation);
  const proposed = enough !== undefined && enough > heartbeat.interval ? enough : undefined;
  return [{ object: 'rule', blocking: level === 'full', reason: 'organizationLimit', messages, limit, proposed }];
}
