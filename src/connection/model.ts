import type { Secrets, Settings } from './webhook/access';

/** IRM's address of one integration: `<base>/integrations/v1/<type>/<token>/`. Whoever knows it can send alerts. */
export interface Endpoint {
  /** Scheme, host and path prefix, without a slash at the end. */
  base: string;
  /** Integration type as it stands in the path, for example `alertmanager`. */
  type: string;
  token: string;
}

/**
 * Who keeps an object. Everything but `none` is locked against Grafana's user interface ("provisioned"): `api` was written
 * through the provisioning API (Terraform, this plugin), `file` by a provisioning file that writes it again at the next
 * start, `converted` by an import of Prometheus rules or Alertmanager configuration.
 */
export type Provenance = 'none' | 'api' | 'file' | 'converted' | 'other';

/** Whether an object is locked against Grafana's user interface. */
export const isLocked = ({ provenance }: { provenance: Provenance }) => provenance !== 'none';

/**
 * Whether a rule is told as it was before a state that is known already: Grafana counts how often it was saved. One that
 * was made anew under the same uid begins to count anew, and was saved later.
 */
export const isOutdated = (told: SavedRule, known: SavedRule): boolean =>
  told.uid === known.uid &&
  (told.version ?? Infinity) < (known.version ?? 0) &&
  (told.updatedAt ?? 0) <= (known.updatedAt ?? Infinity);

export type SavedRule = Pick<HeartbeatRule, 'uid' | 'version' | 'updatedAt'>;

/** Whether the plugin may write an object: files and Terraform would take a change back. */
export const isOursToChange = (provenance: Provenance) => provenance === 'none' || provenance === 'api';

/** One integration of a contact point, of whatever type, as stored in Grafana. */
export interface Integration {
  uid: string;
  /** Name of the contact point. Integrations of one name form one contact point and get the same messages. */
  name: string;
  /** Grafana's name of the type, for example `webhook`, `oncall`, `email`. */
  type: string;
  /** Where it sends; '' for types without an address. */
  url: string;
  /** Greatest number of alerts in one message; 0 means no limit. */
  maxAlerts: number;
  disableResolveMessage: boolean;
  provenance: Provenance;
  /** Every other setting, carried through an update untouched. */
  otherSettings: Readonly<Record<string, unknown>>;
}

/** What an always-firing rule asks. */
export type HeartbeatScope =
  | { kind: 'alerting' }
  | { kind: 'dataSource'; dataSourceUid: string }
  /** An expression that the plugin did not write; it stays as it is stored. */
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
  /** Names of time intervals that hold beats back. */
  muteTimings: readonly string[];
  /** Names of time intervals outside of which no beat leaves; none means always. */
  activeTimings: readonly string[];
  isPaused: boolean;
  provenance: Provenance;
  /** How often Grafana saved the rule; undefined until it exists. Tells whether somebody saved it at the same moment. */
  version: number | undefined;
  /** When Grafana saved it last, epoch milliseconds in whole seconds; undefined until it exists. */
  updatedAt: number | undefined;
  /** A change between locked and editable was broken off halfway; the same write finishes it. */
  isHalfSaved: boolean;
  /**
   * What the rule stores beyond the model, in the client's form (grouping, `keep_firing_for`, whatever comes next); it
   * travels through every write. Undefined until the rule exists.
   */
  stored: StoredRule | undefined;
  /** The query as it is stored, which is written back as long as it is of the rule's scope. */
  query: StoredRule | undefined;
  /** What was found out about a rule in another folder than the plugin's own; no part of what is stored. */
  whereabouts?: Whereabouts;
}

/** Where a rule outside of the plugin's own folder stands, and how its alerts leave. */
interface Whereabouts {
  folder: FolderChoice;
  /**
   * Of a rule without a contact point of its own: the one to which the notification policies lead it. Its timing of
   * notifications is the policy's then.
   */
  routedTo?: string;
}

/** A folder for heartbeat rules. */
export interface FolderChoice {
  uid: string;
  /** Its title behind those of the folders that it lies in, as far as they can be seen. */
  path: string;
  /** Uids of the folders that it lies in, which hand their rights down to it. */
  parents: readonly string[];
}

/** Opaque to the domain; without anything that Grafana keeps for itself, such as ids, versions and times. */
export type StoredRule = Readonly<Record<string, unknown>>;

/** A rule of another kind in the folder (recording rule), known by its place only. */
export interface OtherRule {
  uid: string | undefined;
  folderUid: string;
  group: string;
  title: string;
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
  /** The folder for a new rule, left out for the plugin's own. A rule that exists stays where it is. */
  folder?: FolderChoice;
}

/** What a person asked for. */
export interface DesiredConnection {
  endpoint: Endpoint;
  contactPoint: { name: string; maxAlerts: number; sendResolved: boolean };
  /** What messages carry to get past whatever stands in front of IRM; undefined leaves it as it is. */
  access?: Settings;
  /** Secrets entered for the heartbeat contact point, because those of the other one cannot be read. */
  secrets?: Secrets;
  editability: Editability;
  /** Undefined leaves an existing heartbeat as it is. */
  heartbeat: DesiredHeartbeat | undefined;
}
