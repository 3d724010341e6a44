/** What a rule or a notification policy says about when its notifications leave. Seconds; undefined where it says nothing. */
export interface NotificationTiming {
  groupWait: number | undefined;
  groupInterval: number | undefined;
  repeatInterval: number | undefined;
}

export interface LabelMatcher {
  /** Name of the label; '' for a matcher that cannot be read, of which nothing is certain. */
  name: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** A notification policy with those below it. */
export interface NotificationPolicy extends NotificationTiming {
  /** Name of the contact point; '' takes that of the policy above. */
  receiver: string;
  /** Names of time intervals that hold notifications back; of this policy alone, not of those below it. */
  muteTimings?: readonly string[];
  /** Names of time intervals outside of which nothing is sent; none means always. Of this policy alone. */
  activeTimings?: readonly string[];
  matchers: readonly LabelMatcher[];
  /** Whether policies after this one are looked at, too, when it matches. */
  continue: boolean;
  routes: readonly NotificationPolicy[];
}

/** Any alert rule of Grafana's, as far as its notifications are concerned. Times are seconds. */
export interface AlertRule {
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
  direct: DirectRouting | undefined;
  /** A tree of notification policies that the rule names instead; undefined for the default tree. */
  policyTree: string | undefined;
}

/** The contact point that a rule chooses itself, with what it says about when notifications leave. */
export interface DirectRouting extends NotificationTiming {
  receiver: string;
  muteTimings?: readonly string[];
  activeTimings?: readonly string[];
}

export type LabelSet = Readonly<Record<string, string>>;

/** The alerts that a rule has now. */
export interface RuleAlerts {
  /** All labels of each alert that was read. */
  labelSets: readonly LabelSet[];
  /** False when the rule has more alerts than were read. */
  areAll: boolean;
}

/** Which alert rules are looked for; see `findRules`. */
export interface RuleSearch {
  name?: string;
  uid?: string;
  after?: string;
  /** Asks for parts that are as large as they may be. */
  isForAll?: boolean;
}

/** Part of the rules that were looked for; `next` continues where it ends, undefined when nothing is left. */
export interface FoundRules {
  rules: AlertRule[];
  next: string | undefined;
}
