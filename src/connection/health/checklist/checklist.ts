import { calculateTiming } from '../../timing/calculateTiming';
import { item, type Checked } from './item';
import type { ChecklistItem } from './types';
import { deliveryItems, objectItems } from './objects';
import { ruleItems } from './rule';
import { driftOf } from '../../drift/drift';
import { replicasKnown } from '../memory';
import { observationOf } from '../observation';
import type { ReadingPart } from '../../reading/reading';
import type { HealthInput } from '../types';

/**
 * "Why might it stop?": every known way in which a connection can fall silent, each checked, in the order from
 * Grafana's inside to IRM. Unlike `healthOf` it names all troubles side by side. A connection without heartbeat has
 * only the items that concern its alerts.
 */
export function checklist(input: HealthInput): ChecklistItem[] {
  const { connection, reading } = input;
  const isKnown = !reading.problems.rules && (connection.rule !== undefined || reading.folder.state !== 'hidden');
  const drifts = isKnown ? driftOf(connection, reading) : undefined;
  const checked: Checked = { input, observation: observationOf(input), drifts };
  const hasHeartbeat = connection.rule !== undefined || connection.heartbeatContactPoint !== undefined;
  return [
    ...surroundings(checked),
    ...(hasHeartbeat ? [...ruleItems(checked), timingItem(checked)] : []),
    ...objectItems(checked, hasHeartbeat),
    ...deliveryItems(checked, hasHeartbeat),
  ];
}

function surroundings({ input: { reading, alertmanagers } }: Checked): ChecklistItem[] {
  const refused = (Object.keys(reading.problems) as ReadingPart[]).flatMap((part) => {
    const error = reading.problems[part];
    return error ? [{ part, error }] : [];
  });
  const isForbidden = refused.some(({ error }) => error.reason === 'forbidden');
  const choice = alertmanagers?.choice;
  return [
    item(
      'permission',
      isForbidden ? 'problem' : refused.length > 0 ? 'unknown' : 'ok',
      { refused },
      'askForPermission'
    ),
    item(
      'alertmanager',
      choice === undefined ? 'unknown' : choice === 'external' ? 'problem' : 'ok',
      { choice, externalCount: alertmanagers?.externalCount },
      'checkAlertmanagers'
    ),
  ];
}

function timingItem({ input: { connection, reading, memory } }: Checked): ChecklistItem {
  const { rule, interval } = connection;
  const replicas = memory ? replicasKnown(memory) : 1;
  const { evaluation } = reading;
  const report = rule && interval !== undefined ? calculateTiming(rule, interval, { replicas, evaluation }) : undefined;
  const level = report?.verdict.level;
  return item(
    'timing',
    level === undefined ? 'unknown' : level === 'blocked' ? 'problem' : 'ok',
    {
      interval,
      repeatInterval: rule?.repeatInterval,
      gap: report?.gap?.greatest,
      reasons: report?.verdict.reasons ?? [],
    },
    'changeTiming'
  );
}
