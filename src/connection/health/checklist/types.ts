import type { GrafanaError } from '../../port/grafanaPort';
import type { TestFailure } from '../../port/testVerdict';
import type { TimingReason } from '../../timing/verdict';
import type { Drift } from '../../drift/drift';
import type { ReadingPart } from '../../reading/reading';
import type { AlertRouting } from '../../routing/alertRouting';
import type { NextAction } from '../types';

/** What each question of "why might it stop?" shows. Times are epoch milliseconds. */
export interface ChecklistData {
  /** May everything be read? */
  permission: { refused: Array<{ part: ReadingPart; error: GrafanaError }> };
  /** Do this organisation's alerts reach contact points at all? */
  alertmanager: { choice: 'internal' | 'external' | 'all' | undefined; externalCount: number | undefined };
  rulePresent: { title: string | undefined; folder: 'present' | 'absent' | 'hidden' };
  ruleRunning: { isPaused: boolean | undefined };
  /** Is the rule as planned, apart from what has an item of its own? */
  ruleUnchanged: { drifts: Drift[] };
  ruleFires: { state: string | undefined; firingSince: number | undefined };
  /** `silent`: the data source did not answer, which shows as healthy. */
  queryWorks: { health: string | undefined; error: string | undefined };
  ruleEvaluated: { lastEvaluation: number | undefined };
  routing: { receiver: string | undefined; wanted: string | undefined };
  /** Seconds. */
  timing: {
    interval: number | undefined;
    repeatInterval: number | undefined;
    gap: number | undefined;
    reasons: TimingReason[];
  };
  silence: { silences: readonly string[]; isInhibited: boolean };
  muteTiming: { names: readonly string[] };
  /** Heartbeats are sent only during these. */
  activeTiming: { names: readonly string[] };
  heartbeatContactPoint: { name: string | undefined; drifts: Drift[] };
  alertContactPoint: { name: string | undefined; drifts: Drift[] };
  /** Objects that cannot be edited in Grafana's user interface; what provisioned them may write them back. */
  locked: { names: string[] };
  /** Do alerts come here? `silentDefault`: the default policy's contact point, where it has no integration. */
  alertsRouted: { routing: AlertRouting; silentDefault: string | undefined };
  beatDelivery: Delivered;
  /** Only where one was sent: alerts are rare, and none is no news. */
  alertDelivery: Delivered;
  /** Does this replica remember a beat? It forgets at its start and when alerting is configured anew. */
  statusKnown: {
    lastBeat: number | undefined;
    unseenSince: number | undefined;
    severalReplicas: boolean | undefined;
    /** Deliveries could not be read this time; what was seen before is remembered. */
    isUnread?: true;
  };
}

export interface Delivered {
  lastAttempt: number | undefined;
  error: string | undefined;
  cause: TestFailure | undefined;
  /** How long the attempt took, milliseconds. */
  took: number | undefined;
}

export type ChecklistId = keyof ChecklistData;

/** `unknown`: it cannot be told, which is no problem by itself. */
export type ChecklistState = 'ok' | 'problem' | 'unknown';

/** One question with its answer, and the action that mends it where there is one. */
export type ChecklistItem = {
  [Id in ChecklistId]: { id: Id; state: ChecklistState; data: ChecklistData[Id]; mend?: NextAction };
}[ChecklistId];
