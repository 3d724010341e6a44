import { FOLDER } from '../desired/objects';
import type { GrafanaError, GrafanaResult, RuleStatus } from '../grafanaPort';
import type { ObservedObjects } from '../model';
import { success, type Result } from '../result';
import type { AlertState, DeliveryStatus, FolderState, StatusPort } from '../statusPort';

/** A part of the snapshot that can fail on its own. */
export type StatusPart = 'rules' | 'ruleStatuses' | 'deliveries' | 'alerts';

/** Everything that one refresh of the overview reads, for all connections together. */
export interface StatusSnapshot {
  observed: ObservedObjects;
  folder: FolderState;
  ruleStatuses: readonly RuleStatus[];
  deliveries: readonly DeliveryStatus[];
  /** Alerts of heartbeat rules only. */
  alerts: readonly AlertState[];
  /** What could not be read; its list is empty then. */
  problems: Readonly<Partial<Record<StatusPart, GrafanaError>>>;
  /** The server's time, epoch milliseconds, of the newest answer. Its `Date` header counts in whole seconds. */
  serverTime: number;
}

/** Label that every heartbeat rule of the plugin carries, by which its alerts are found. */
export const HEARTBEAT_LABEL = { name: 'heartbeat', value: 'true' } as const;

/**
 * Reads the state of all connections with at most 5 requests: contact points, rules of our folder, deliveries; then,
 * only when there are such rules, their states and alerts. None of the answers grows with the organisation's rules.
 * The folder itself is not asked for: the ruler's answer proves that it exists; only a refusal costs one request more,
 * and then there are no rules to ask for (so 4). Fails only when the contact points cannot be read, because without
 * them no connection is known.
 */
export async function readStatus(port: StatusPort): GrafanaResult<StatusSnapshot> {
  const [contactPoints, rules, deliveries] = await Promise.all([
    port.listContactPoints(),
    port.readFolderRules(FOLDER.uid),
    port.deliveries(),
  ]);
  if (!contactPoints.ok) {
    return contactPoints;
  }
  const hasRules = rules.ok && rules.value.rules.length > 0;
  const [ruleStatuses, alerts] = hasRules
    ? await Promise.all([
        port.ruleStatuses(FOLDER.uid),
        port.alertsWithLabel(HEARTBEAT_LABEL.name, HEARTBEAT_LABEL.value),
      ])
    : [undefined, undefined];
  const observation = rules.ok ? rules.value.sight : 'hidden';
  const { webhooks, names } = contactPoints.value.value;
  return success({
    observed: {
      contactPoints: webhooks,
      contactPointNames: names,
      folder:
        observation === 'present'
          ? { uid: FOLDER.uid, title: (rules.ok && rules.value.title) || FOLDER.title }
          : undefined,
      rules: rules.ok ? rules.value.rules : [],
    },
    folder: observation,
    ruleStatuses: valueOf(ruleStatuses) ?? [],
    deliveries: valueOf(deliveries) ?? [],
    alerts: valueOf(alerts) ?? [],
    problems: {
      ...problem('rules', rules),
      ...problem('ruleStatuses', ruleStatuses),
      ...problem('deliveries', deliveries),
      ...problem('alerts', alerts),
    },
    serverTime: Math.max(
      ...[contactPoints, deliveries, ruleStatuses, alerts].flatMap((answer) =>
        answer?.ok ? answer.value.serverTime : []
      )
    ),
  });
}

function valueOf<T>(answer: Result<{ value: T }, unknown> | undefined): T | undefined {
  return answer?.ok ? answer.value.value : undefined;
}

function problem(part: StatusPart, answer: Result<unknown, GrafanaError> | undefined) {
  return answer && !answer.ok ? { [part]: answer.error } : {};
}
