import { groupedBy } from '../grouped';
import type { AlertState, DeliveryStatus, FolderState, GrafanaError, RuleStatus } from '../port/grafanaPort';
import type { EvaluationLimits } from '../timing/evaluation';
import type { HeartbeatRule, Integration, OtherRule } from '../model';
import type { Elsewhere } from './elsewhereTypes';

/** A part of a reading that can fail on its own. Without the contact points there is no reading at all. */
export type ReadingPart = 'rules' | 'ruleStatuses' | 'deliveries' | 'alerts';

/** What connections are made of, as one reading of Grafana found it. */
export interface GrafanaObjects {
  /** All integrations of all contact points, of every type. */
  integrations: readonly Integration[];
  /** The folder of the heartbeat rules; its title is known only where it holds rules. */
  folder: { state: FolderState; title: string | undefined };
  /** The alert rules in that folder; then those groups of other folders in which a heartbeat rule stands. */
  rules: readonly HeartbeatRule[];
  /** Rules that fire a real alert as a test, in the plugin's folder; no part of any connection. */
  realAlertRules?: readonly HeartbeatRule[];
  /** Rules of other kinds in the same places. */
  otherRules: readonly OtherRule[];
  /** How often this Grafana lets rules be evaluated. */
  evaluation: EvaluationLimits;
  /** What could not be read; its list is empty then, which says nothing of Grafana. */
  problems: Readonly<Partial<Record<ReadingPart, GrafanaError>>>;
  /** Heartbeat contact points whose rule may stand in a folder that could not be read. */
  unseen?: readonly UnseenRule[];
  /** Rules of other folders may be looked at only. */
  isOwnFolderOnly?: boolean;
}

/** A rule that sends to this contact point, or may, and cannot be seen. */
export interface UnseenRule {
  receiver: string;
  error: GrafanaError;
}

/** One reading of Grafana: the one picture that wizard, status page, actions and extensions look at. */
export interface GrafanaReading extends GrafanaObjects {
  ruleStatuses: readonly RuleStatus[];
  deliveries: readonly DeliveryStatus[];
  /** Alerts of heartbeat rules only. */
  alerts: readonly AlertState[];
  /** What is known of heartbeat rules outside of the plugin's folder, for the next reading. */
  elsewhere?: Elsewhere;
  /** The server's time, epoch milliseconds, of the newest answer. Its `Date` header counts in whole seconds. */
  serverTime: number;
}

/** Names of all contact points, each once. */
export const contactPointNames = ({ integrations }: Pick<GrafanaObjects, 'integrations'>): string[] => [
  ...new Set(integrations.map(({ name }) => name)),
];

const byName = groupedBy<Integration>(({ name }) => name);
const byUid = groupedBy<Integration>(({ uid }) => uid);

const statusesByUid = groupedBy<RuleStatus>(({ uid }) => uid);
const alertsByRule = groupedBy<AlertState>(({ ruleUid }) => ruleUid);

/** How a rule was evaluated last, on the replica that answered. */
export const statusOf = (
  rule: HeartbeatRule | undefined,
  { ruleStatuses }: Pick<GrafanaReading, 'ruleStatuses'>
): RuleStatus | undefined => (rule?.uid ? statusesByUid(ruleStatuses, rule.uid)[0] : undefined);

/** The alert of a rule in the Alertmanager of the replica that answered. */
export const alertOf = (
  rule: HeartbeatRule | undefined,
  { alerts }: Pick<GrafanaReading, 'alerts'>
): AlertState | undefined => (rule?.uid ? alertsByRule(alerts, rule.uid)[0] : undefined);

const rulesByReceiver = groupedBy<HeartbeatRule>(({ receiver }) => receiver);

/** The rules that were read and send to the contact point of this name. */
export const rulesTo = (name: string, { rules }: Pick<GrafanaObjects, 'rules'>): readonly HeartbeatRule[] =>
  rulesByReceiver(rules, name);

/** Whether a contact point of this name exists. */
export const isContactPointName = (name: string, { integrations }: Pick<GrafanaObjects, 'integrations'>): boolean =>
  byName(integrations, name).length > 0;

/** The integration of this uid, undefined when there is none. */
export const integrationWithUid = (
  uid: string,
  { integrations }: Pick<GrafanaObjects, 'integrations'>
): Integration | undefined => byUid(integrations, uid)[0];

/** The other integrations of the contact point that an integration belongs to, of whatever type. */
export const companionsOf = (
  { uid, name }: Pick<Integration, 'uid' | 'name'>,
  { integrations }: Pick<GrafanaObjects, 'integrations'>
): Integration[] => byName(integrations, name).filter((other) => other.uid !== uid);
