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
  /** Path of the folder as people read it. */
  folder: string;
  group: string;
  evaluationInterval: number;
  pendingPeriod: number;
  isPaused: boolean;
  labels: Readonly<Record<string, string>>;
  /** All labels of one alert that the rule has now; undefined when it has none. */
  alertLabels: Readonly<Record<string, string>> | undefined;
  /** The contact point that the rule chooses itself; undefined when it follows the notification policies. */
  direct: (NotificationTiming & { receiver: string }) | undefined;
}
