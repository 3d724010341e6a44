import type { Editability, HeartbeatRule, WebhookContactPoint } from '../model';
import type { TimingReason } from '../timing/verdict';

/** What is to be done to Grafana's objects, computed beforehand as plain data that can be shown and exported. */
export interface Plan {
  connectionId: string;
  /** In the order in which they are carried out. */
  steps: PlanStep[];
  obstacles: Obstacle[];
}

export interface PlanStep {
  action: 'create' | 'update' | 'keep' | 'delete';
  object: PlannedObject;
  /** Name or title of the object as it will be, of a deleted one as it is. */
  name: string;
  uid?: string;
  /** Fields that differ, for display; empty for `keep`. */
  changes: FieldChange[];
  /** What carries the step out; undefined for `keep`. */
  command?: Command;
}

export type PlannedObject = 'alertContactPoint' | 'heartbeatContactPoint' | 'folder' | 'rule';

/** One field as text for people. Tokens in URLs are masked; '' stands for "not there". */
export interface FieldChange {
  field: ChangedField;
  before: string;
  after: string;
}

export type ChangedField =
  | 'name'
  | 'url'
  | 'maxAlerts'
  | 'sendResolved'
  | 'locked'
  | 'httpMethod'
  | 'title'
  | 'group'
  | 'labels'
  | 'annotations'
  | 'scope'
  | 'receiver'
  | 'muteTimings'
  | 'evaluationInterval'
  | 'pendingPeriod'
  | 'groupWait'
  | 'groupInterval'
  | 'repeatInterval';

/** A call to Grafana with all it needs. `before` is the object as it was when the plan was made. */
export type Command =
  | { kind: 'createContactPoint'; contactPoint: WebhookContactPoint }
  | { kind: 'updateContactPoint'; contactPoint: WebhookContactPoint; before: WebhookContactPoint }
  | { kind: 'deleteContactPoint'; contactPoint: WebhookContactPoint }
  | { kind: 'createFolder'; folder: { uid: string; title: string } }
  | { kind: 'deleteFolder'; uid: string }
  | { kind: 'writeRule'; rule: HeartbeatRule; editability: Editability; before: HeartbeatRule | undefined }
  | { kind: 'deleteRule'; rule: HeartbeatRule };

/** What stands in the way. A blocking obstacle must be out of the way before the plan can be carried out. */
export type Obstacle = { object: PlannedObject; blocking: boolean } & (
  | { reason: 'nameMissing' }
  /** Another contact point has this name: Grafana would silently add ours to it as a second integration. */
  | { reason: 'nameTaken'; name: string }
  /** An object with our uid serves another integration. */
  | { reason: 'uidTaken'; uid: string; name: string }
  /** Another integration in the same contact point would get every beat. */
  | { reason: 'nameShared'; name: string }
  /** Locked objects cannot be made editable (Grafana refuses api → none); they are changed as locked ones. */
  | { reason: 'locked'; name: string }
  | { reason: 'maxAlertsInvalid'; maxAlerts: number }
  | { reason: 'timingBlocked'; reasons: TimingReason[] }
  /** IRM does not offer this heartbeat interval, in seconds. */
  | { reason: 'intervalNotAllowed'; interval: number }
  | { reason: 'heartbeatUrlWrong'; url: string }
  | { reason: 'dataSourceMissing' }
  /** Other rules stand in the rule's group and would be lost, because groups are written as a whole. */
  | { reason: 'groupShared'; group: string; titles: string[] }
  /** Other rules send to this contact point; it stays. */
  | { reason: 'inUse'; name: string; titles: string[] }
);

/** Whether anything keeps the plan from being carried out. */
export function isBlocked(plan: Plan): boolean {
  return plan.obstacles.some((obstacle) => obstacle.blocking);
}

/** Whether there is nothing to do. */
export function isUpToDate(plan: Plan): boolean {
  return plan.steps.every((step) => step.action === 'keep');
}
