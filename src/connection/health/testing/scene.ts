import { heartbeatRuleOf, heartbeatIntegrationOf, alertIntegrationOf } from '../../desired/build';
import {
  type GrafanaError,
  type RuleStatus,
  type AlertState,
  type DeliveryStatus,
  type FolderState,
  type IntegrationStatus,
} from '../../port/grafanaPort';
import type { DesiredConnection, HeartbeatRule, Integration } from '../../model';
import { connectionsOf, type Connection } from '../../ownership/connections';
import { desiredConnection } from '../../testing/fixtures';
import { driftOf } from '../../drift/drift';
import { healthOf } from '../healthOf';
import type { ReadingPart, GrafanaReading } from '../../reading/reading';
import { USUAL_LIMITS, type EvaluationLimits } from '../../timing/evaluation';
import type { Health, HealthInput } from '../types';

/** Noon of some day, epoch milliseconds; everything in a scene is told in seconds before or after it. */
const NOON = Date.UTC(2026, 10, 23, 12);
export const at = (seconds: number) => NOON + seconds * 1000;

export interface Scene {
  /** What was asked for; interval 600 s, repeat interval 120 s, so a gap of 122 s. */
  desired?: DesiredConnection;
  /** Changes to the objects as they were made; `null`: it is not there. */
  alertContactPoint?: Partial<Integration> | null;
  heartbeatContactPoint?: Partial<Integration> | null;
  rule?: Partial<HeartbeatRule> | null;
  otherContactPoints?: Integration[];
  otherRules?: HeartbeatRule[];
  /** By default the rule fires for an hour; `null`: not in the list. */
  status?: Partial<RuleStatus> | null;
  /** Seconds from noon of the last attempt; by default 30 s before. `null`: never. */
  lastAttempt?: number | null;
  delivery?: Partial<IntegrationStatus>;
  /** `null`: the Alertmanager has no such alert. */
  alert?: Partial<AlertState> | null;
  folder?: FolderState;
  /** How often this Grafana lets rules be evaluated; its own default. */
  evaluation?: EvaluationLimits;
  problems?: Partial<Record<ReadingPart, GrafanaError>>;
  /** The server's time in seconds from noon. */
  time?: number;
}

/** A reading of one connection that is well, apart from what is said. */
export function readingOf(scene: Scene = {}): GrafanaReading {
  const desired = scene.desired ?? desiredConnection();
  const alertContactPoint = changed(alertIntegrationOf(desired), scene.alertContactPoint);
  const heartbeat = heartbeatIntegrationOf(desired);
  const heartbeatContactPoint = heartbeat && changed(heartbeat, scene.heartbeatContactPoint);
  const made = heartbeatRuleOf(desired);
  const rule = made && changed({ ...made, uid: 'rule-1', version: 1, stored: {} }, scene.rule);
  const integrations = [alertContactPoint, heartbeatContactPoint, ...(scene.otherContactPoints ?? [])].flatMap(
    (one) => one ?? []
  );
  const folder = scene.folder ?? 'present';
  const status: RuleStatus = {
    uid: 'rule-1',
    group: rule?.group ?? '',
    title: rule?.title ?? '',
    state: 'firing',
    health: 'ok',
    lastError: undefined,
    activeAt: at(-3600),
    lastEvaluation: at((scene.time ?? 0) - 5),
    isPaused: rule?.isPaused ?? false,
  };
  const alert: AlertState = {
    ruleUid: 'rule-1',
    state: 'active',
    silencedBy: [],
    inhibitedBy: [],
    receivers: [rule?.receiver ?? ''],
    startsAt: at(-3600),
    updatedAt: at(-5),
  };
  const problems = scene.problems ?? {};
  return {
    integrations,
    folder: { state: folder, title: folder === 'present' ? 'IRM heartbeats' : undefined },
    rules: folder === 'present' && !problems.rules ? [...(rule ? [rule] : []), ...(scene.otherRules ?? [])] : [],
    otherRules: [],
    evaluation: scene.evaluation ?? USUAL_LIMITS,
    ruleStatuses: scene.status === null || problems.ruleStatuses ? [] : [{ ...status, ...scene.status }],
    deliveries: problems.deliveries ? [] : deliveriesOf(scene, alertContactPoint, heartbeatContactPoint),
    alerts: scene.alert === null ? [] : [{ ...alert, ...scene.alert }],
    problems,
    serverTime: at(scene.time ?? 0),
  };
}

function deliveriesOf(scene: Scene, alerts: Integration | undefined, beats: Integration | undefined): DeliveryStatus[] {
  const { lastAttempt = -30 } = scene;
  const never = { type: 'webhook', lastAttempt: undefined, lastError: undefined, cause: undefined, sendResolved: true };
  const beat = { ...never, sendResolved: false, ...(lastAttempt !== null && { lastAttempt: at(lastAttempt) }) };
  return [
    ...(alerts ? [{ name: alerts.name, integrations: [never] }] : []),
    ...(beats ? [{ name: beats.name, integrations: [{ ...beat, ...scene.delivery }] }] : []),
  ];
}

function changed<T>(object: T, changes: Partial<T> | null | undefined): T | undefined {
  return changes === null ? undefined : { ...object, ...changes };
}

/** The first connection of a reading. */
export function connectionIn(reading: GrafanaReading): Connection {
  const [connection] = connectionsOf(reading);
  if (!connection) {
    throw new Error('the scene holds no connection');
  }
  return connection;
}

export function inputOf(scene: Scene = {}, more: Partial<HealthInput> = {}): HealthInput {
  const reading = readingOf(scene);
  return { connection: connectionIn(reading), reading, driftOf, ...more };
}

export const judged = (scene: Scene = {}, more: Partial<HealthInput> = {}): Health => healthOf(inputOf(scene, more));

export const refused = (reason: GrafanaError['reason'] = 'forbidden'): GrafanaError => ({
  reason,
  message: reason,
  status: reason === 'forbidden' ? 403 : undefined,
});
