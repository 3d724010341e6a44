/** IRM's address of one integration: `<base>/integrations/v1/<type>/<token>/`. Whoever knows it can send alerts. */
export interface Endpoint {
  /** Scheme, host and path prefix, without a slash at the end. */
  base: string;
  /** Integration type as it stands in the path, for example `alertmanager`. */
  type: string;
  token: string;
}

/** One webhook integration of a contact point, as stored in Grafana. */
export interface WebhookContactPoint {
  uid: string;
  /** Name of the contact point. Integrations of one name form one contact point. */
  name: string;
  url: string;
  /** Greatest number of alerts in one message; 0 means no limit. */
  maxAlerts: number;
  disableResolveMessage: boolean;
  /** Locked objects cannot be edited in Grafana's user interface ("provisioned"). */
  locked: boolean;
  /** Every other webhook setting, carried through an update untouched. */
  otherSettings: Readonly<Record<string, unknown>>;
}

/** What an always-firing rule asks. */
export type HeartbeatScope =
  | { kind: 'alerting' }
  | { kind: 'dataSource'; dataSourceUid: string }
  /** An expression that the plugin did not write. */
  | { kind: 'other'; summary: string };

/** Timing of a heartbeat. All values are whole seconds. */
export interface HeartbeatTiming {
  evaluationInterval: number;
  pendingPeriod: number;
  groupWait: number;
  groupInterval: number;
  repeatInterval: number;
}

/** An always-firing rule with direct routing to the heartbeat contact point. */
export interface HeartbeatRule extends HeartbeatTiming {
  /** Chosen by Grafana; undefined until the rule exists. */
  uid: string | undefined;
  folderUid: string;
  group: string;
  title: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  scope: HeartbeatScope;
  /** Name of the contact point that the rule routes to; '' when it follows the notification policies. */
  receiver: string;
  muteTimings: readonly string[];
  isPaused: boolean;
  locked: boolean;
}

/** Whether objects stay editable in Grafana's user interface. */
export type Editability = 'editable' | 'locked';

export interface DesiredHeartbeat {
  /** Where beats go; normally the endpoint followed by `heartbeat/`. */
  url: string;
  contactPointName: string;
  /** IRM's heartbeat interval, in seconds: one of `HEARTBEAT_INTERVALS`. */
  interval: number;
  scope: Exclude<HeartbeatScope, { kind: 'other' }>;
  timing: HeartbeatTiming;
}

/** What a person asked for. */
export interface DesiredConnection {
  endpoint: Endpoint;
  contactPoint: { name: string; maxAlerts: number; sendResolved: boolean };
  editability: Editability;
  /** Undefined leaves an existing heartbeat as it is. */
  heartbeat: DesiredHeartbeat | undefined;
}

/** What Grafana holds, as far as connections are concerned. */
export interface ObservedObjects {
  contactPoints: readonly WebhookContactPoint[];
  /** Names of all contact points, of whatever type. */
  contactPointNames: readonly string[];
  /** The folder of the heartbeat rules, undefined when it does not exist. */
  folder: { uid: string; title: string } | undefined;
  /** The rules in that folder. */
  rules: readonly HeartbeatRule[];
}
