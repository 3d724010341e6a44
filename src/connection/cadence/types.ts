/** What a rule or a notification policy says about when its notifications leave. Seconds; undefined where it says nothing. */
export interface NotificationTiming {
  groupWait: number | undefined;
  groupInterval: number | undefined;
  repeatInterval: number | undefined;
}

export interface LabelMatcher {
  name: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** A notification policy with those below it. */
export interface NotificationPolicy extends NotificationTiming {
  /** Name of the contact point; '' takes that of the policy above. */
  receiver: string;
  matchers: readonly LabelMatcher[];
  /** Whether policies after this one are looked at, too, when it matches. */
  continue: boolean;
  routes: readonly NotificationPolicy[];
}

/** Any alert rule of Grafana's, as far as its cadence is concerned. Times are seconds. */
export interface CadenceRule {
  uid: string;
  title: string;
  folderUid: string;
  /** Path of the folder as people read it. */
  folder: string;
  group: string;
  evaluationInterval: number;
  pendingPeriod: number;
  isPaused: boolean;
  labels: Readonly<Record<string, string>>;
  /** Of a heartbeat of this plugin: the interval that IRM expects. */
  heartbeatInterval: number | undefined;
  /** The contact point that the rule chooses itself; undefined when it follows the notification policies. */
  direct: (NotificationTiming & { receiver: string }) | undefined;
  /** A tree of notification policies that the rule names instead; undefined for the default tree. */
  policyTree: string | undefined;
}

export type LabelSet = Readonly<Record<string, string>>;

/** The alerts that a rule has now. */
export interface RuleAlerts {
  /** All labels of each alert that was read. */
  labelSets: readonly LabelSet[];
  /** False when the rule has more alerts than were read. */
  areAll: boolean;
}
