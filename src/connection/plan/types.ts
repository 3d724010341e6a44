import type { GrafanaError } from '../port/grafanaPort';
import type { Endpoint, HeartbeatRule, Integration } from '../model';
import type { GrafanaObjects, ReadingPart } from '../reading/reading';
import type { ContactPointUses } from '../reading/uses';
import type { TimingReason } from '../timing/verdict';
import type { AccessPart } from '../webhook/access';

/** What is to be done to Grafana's objects, computed beforehand as plain data that can be shown and exported. */
export interface Plan {
  connectionId: string;
  /** In the order in which they are carried out. */
  steps: PlanStep[];
  obstacles: Obstacle[];
  /** An endpoint to which nothing may send once the plan is carried out, except for what it keeps. */
  retires?: Endpoint;
  /** An endpoint to which nothing else may send once the plan has moved objects back there: it was left for good. */
  returnsTo?: Endpoint;
}

export interface PlanStep {
  action: 'create' | 'update' | 'keep' | 'delete';
  object: PlannedObject;
  /** Name or title of the object as it will be, of a deleted one as it is. */
  name: string;
  uid?: string;
  /** Fields that differ, for display; empty for `keep`. */
  changes: FieldChange[];
  /** What carries the step out; for `keep` what has to be there when the plan counts as carried out. */
  command: Command;
}

type PlannedObject = 'alertContactPoint' | 'heartbeatContactPoint' | 'folder' | 'rule';

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
  | AccessPart
  | 'title'
  | 'group'
  | 'labels'
  | 'annotations'
  | 'scope'
  | 'receiver'
  | 'muteTimings'
  | 'activeTimings'
  | 'paused'
  | 'evaluationInterval'
  | 'pendingPeriod'
  | 'groupWait'
  | 'groupInterval'
  | 'repeatInterval';

/** A call to Grafana with all it needs. `before` is the object as it was when the plan was made. */
export type Command =
  | { kind: 'createIntegration'; integration: Integration }
  | { kind: 'updateIntegration'; integration: Integration; before: Integration }
  | { kind: 'keepIntegration'; integration: Integration }
  | { kind: 'deleteIntegration'; integration: Integration }
  | { kind: 'createFolder'; folder: { uid: string; title: string } }
  | { kind: 'keepFolder'; uid: string }
  | { kind: 'deleteFolder'; uid: string; title: string }
  /** `comesBack`: it was removed, and goes into its group again although rules of others stand there. */
  | { kind: 'writeRule'; rule: HeartbeatRule; before: HeartbeatRule | undefined; comesBack?: true }
  | { kind: 'keepRule'; rule: HeartbeatRule }
  /** Somebody else's business: neither touched nor looked at. */
  | { kind: 'leave' }
  | { kind: 'deleteRule'; rule: HeartbeatRule };

/** What stands in the way. A blocking obstacle must be out of the way before the plan can be carried out. */
export type Obstacle = { object: PlannedObject; blocking: boolean } & (
  | { reason: 'nameMissing' }
  /** Another contact point has this name: Grafana would silently add ours to it as a second integration. */
  | { reason: 'nameTaken'; name: string }
  /** Grafana takes rule titles of so many bytes. */
  | { reason: 'titleTooLong'; title: string; bytes: number; most: number }
  /** Another connection has a heartbeat at this address already. */
  | { reason: 'addressTaken'; name: string }
  /** Another connection sends to the same IRM integration under another address, for example http beside https. */
  | { reason: 'nearTwin'; name: string }
  /** Another integration in the same contact point gets every message, too. */
  | { reason: 'nameShared'; name: string; types: string[] }
  /** Locked objects cannot be made editable (Grafana refuses api → none); they are changed as locked ones. */
  | { reason: 'locked'; name: string }
  /** A provisioning file, or an import, keeps the object: only there it can be changed for good. */
  | { reason: 'keptElsewhere'; name: string; uid: string; by: 'file' | 'converted' | 'other'; isRemoval: boolean }
  | { reason: 'maxAlertsInvalid'; maxAlerts: number }
  /** Secrets of the contact point `from`, by the places of their settings, that have to be entered: nobody can read them. */
  | { reason: 'secretNeeded'; from: string; places: string[] }
  | { reason: 'timingBlocked'; reasons: TimingReason[] }
  /**
   * Heartbeats would use half or all of what IRM takes of an organization: messages in 5 minutes. `proposed` is a
   * heartbeat interval, in seconds, that sends fewer; undefined where none does.
   */
  | { reason: 'organizationLimit'; messages: number; limit: number; proposed: number | undefined }
  /** IRM does not offer this heartbeat interval, in seconds. */
  | { reason: 'intervalNotAllowed'; interval: number }
  | { reason: 'heartbeatUrlWrong'; url: string }
  | { reason: 'dataSourceMissing' }
  /** Other rules stand in the rule's group, and this would change them, too: its interval, its lock or its place. */
  | { reason: 'groupShared'; group: string; titles: string[] }
  /** Others send to this contact point; it stays. */
  | { reason: 'inUse'; name: string; uses: ContactPointUses }
  /** Whether notification policies use the contact point cannot be seen; Grafana keeps what they use. */
  | { reason: 'policiesHidden' }
  /** The folder holds more than the rules of this plan, or its content cannot be seen; it stays. */
  | { reason: 'folderNotEmpty'; others: number | undefined }
  /** A rule sends to this contact point, or may, from a folder that cannot be read. */
  | { reason: 'ruleHidden'; name: string; error: GrafanaError }
  /** The plugin's service account changes rules of the plugin's own folder only. */
  | { reason: 'otherFolder'; title: string }
  /** With the plugin's labels, notification policies would lead the rule elsewhere or less often. */
  | { reason: 'labelsReroute'; title: string }
  /** A part that the plan rests on could not be read. */
  | { reason: 'notRead'; part: ReadingPart; error: GrafanaError }
);

/** Whether anything keeps the plan from being carried out. */
export function isBlocked(plan: Plan): boolean {
  return plan.obstacles.some((obstacle) => obstacle.blocking);
}

/** Whether there is nothing to do, and nothing that keeps from knowing. */
export function isUpToDate(plan: Plan): boolean {
  return !isBlocked(plan) && plan.steps.every((step) => step.action === 'keep');
}

/** No plan is made on rules that were not read: what is blocked instead says why. */
export const unreadRules = ({ rules: error }: Readonly<Partial<Record<ReadingPart, GrafanaError>>>): Obstacle[] =>
  error ? [{ object: 'rule', blocking: true, reason: 'notRead', part: 'rules', error }] : [];

/** Why the rule of a heartbeat contact point could not be looked at, so that it is not known to be missing. */
export const whyUnseen = (
  contactPoint: Pick<Integration, 'name'> | undefined,
  { unseen = [] }: Pick<GrafanaObjects, 'unseen'>
): GrafanaError | undefined => unseen.find(({ receiver }) => receiver === contactPoint?.name)?.error;

/** No rule is made beside one that may be there and cannot be seen. */
export const unseenRule = (
  contactPoint: Pick<Integration, 'name'> | undefined,
  objects: Pick<GrafanaObjects, 'unseen'>
): Obstacle[] => {
  const error = whyUnseen(contactPoint, objects);
  return error ? [{ object: 'rule', blocking: true, reason: 'ruleHidden', name: contactPoint?.name ?? '', error }] : [];
};

/** What has to be entered before the plan can be carried out, and where it is stored; undefined when nothing has. */
export type NeededSecrets = Pick<Extract<Obstacle, { reason: 'secretNeeded' }>, 'from' | 'places'>;

/** Where a plan lacks secrets that Grafana does not show; undefined where it lacks none. */
export const neededSecrets = ({ obstacles }: Plan): NeededSecrets | undefined =>
  obstacles.find((obstacle) => obstacle.reason === 'secretNeeded');
