import type { AlertState, DeliveryStatus, FolderState, GrafanaError, RuleStatus } from '../port/grafanaPort';
import type { EvaluationLimits } from '../timing/evaluation';
import type { HeartbeatRule, Integration, OtherRule } from '../model';

/** A part of a reading that can fail on its own. Without the contact points there is no reading at all. */
export type ReadingPart = 'rules' | 'ruleStatuses' | 'deliveries' | 'alerts';

/** What connections are made of, as one reading of Grafana found it. */
export interface GrafanaObjects {
  /** All integrations of all contact points, of every type. */
  integrations: readonly Integration[];
  /** The folder of the heartbeat rules; its title is known only where it holds rules. */
  folder: { state: FolderState; title: string | undefined };
  /** The alert rules in that folder. */
  rules: readonly HeartbeatRule[];
  /** Rules of other kinds in that folder. */
  otherRules: readonly OtherRule[];
  /** How often this Grafana lets rules be evaluated. */
  evaluation: EvaluationLimits;
  /** What could not be read; its list is empty then, which says nothing of Grafana. */
  problems: Readonly<Partial<Record<ReadingPart, GrafanaError>>>;
}

/** One reading of Grafana: the one picture that wizard, status page, actions and extensions look at. */
export interface GrafanaReading extends GrafanaObjects {
  ruleStatuses: readonly RuleStatus[];
  deliveries: readonly DeliveryStatus[];
  /** Alerts of heartbeat rules only. */
  alerts: readonly AlertState[];
  /** The server's time, epoch milliseconds, of the newest answer. Its `Date` header counts in whole seconds. */
  serverTime: number;
}

/** Names of all contact points, each once. */
export const contactPointNames = ({ integrations }: Pick<GrafanaObjects, 'integrations'>): string[] => [
  ...new Set(integrations.map(({ name }) => name)),
];

/** The other integrations of the contact point that an integration belongs to, of whatever type. */
export const companionsOf = (
  { uid, name }: Pick<Integration, 'uid' | 'name'>,
  { integrations }: Pick<GrafanaObjects, 'integrations'>
): Integration[] => integrations.filter((other) => other.name === name && other.uid !== uid);
