import { budgetOf, isSendable, sentBy } from '../limits/heartbeatLoad';
import { intervalWithin, irmOf, loadOf, messagesOf } from '../limits/sendingBudget';
import type { DesiredConnection } from '../model';
import { connectionOf } from '../ownership/connections';
import type { GrafanaObjects } from '../reading/reading';
import type { Obstacle } from './types';

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
