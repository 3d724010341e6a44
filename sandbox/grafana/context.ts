import type { TimeInterval } from './muteTimings/timeInterval';

/** Mute timings, which serve as active times as well. */
export interface TimeIntervals {
  list(): Array<{ name: string; time_intervals: TimeInterval[] }>;
  has(name: string): boolean;
}

/** Who a request comes from; kept by the sign-in middleware as the variable `user` of the Hono context. */
export interface SignedInUser {
  id: number;
  /** Of the form of Grafana's generated uids, and always the same for the same login. */
  uid: string;
  login: string;
  name: string;
  email: string;
  role: OrgRole;
  kind: 'user' | 'service-account';
  /** Actions with their scopes beyond those of the role, as custom roles give them. */
  permissions?: Readonly<Record<string, readonly string[]>>;
}

/** Whether who asks has a right on this scope, or without one on anything. */
export type May = (action: string, scope?: string) => boolean;

/** For routers: `new Hono<GrafanaEnv>()`, then `c.get('user')`. */
export type GrafanaEnv = { Variables: { user: SignedInUser; may: May } };

/** The generations of the API that the stand-in can answer as. */
export type GrafanaVersion = '12.3.0' | '12.4.0' | '13.2.1';

export type OrgRole = 'None' | 'Viewer' | 'Editor' | 'Admin';

/** One integration of a contact point, as the provisioning API shows it. A contact point is all that share a name. */
export interface StoredIntegration {
  uid: string;
  name: string;
  type: string;
  settings: Record<string, unknown>;
  disableResolveMessage: boolean;
  /** '' when it can be edited in the user interface. */
  provenance: string;
  /** The integration's own name, where it is not that of its contact point. */
  label?: string;
}

export interface ContactPoints {
  list(): StoredIntegration[];
  /** Names of all contact points in stored order, those without integrations included. */
  names(): string[];
  hasReceiver(name: string): boolean;
}

interface StoredFolder {
  uid: string;
  title: string;
  /** The login of who made it. */
  createdBy?: string;
}

export interface Folders {
  all(): StoredFolder[];
  get(uid: string): StoredFolder | undefined;
}

/** How a rule's alerts go out; fields that are not named here are kept as they came. */
export interface NotificationSettings {
  receiver?: string;
  /** From 13 on, in the place of a receiver: the policy tree that routes the rule. */
  policy?: string;
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  mute_time_intervals?: string[];
  /** Notifications leave only inside one of these. */
  active_time_intervals?: string[];
}

export interface Rules {
  count(): number;
  /** Uids of the rules that route straight to a contact point, by its name. */
  usingReceivers(): ReadonlyMap<string, string[]>;
  /** Uids of the rules that are silent, or speak, in this time interval. */
  usingTimeInterval(name: string): string[];
  /** Follows a renamed contact point, as Grafana does. */
  renameReceiver(from: string, to: string): void;
}

export interface Alertmanager {
  /** Takes over the contact points as they are stored now (Grafana: at the next poll, or when a rule is saved through the ruler API). */
  loadConfiguration(): void;
}

/** A notification policy as the provisioning API shows it. */
export interface NotificationPolicy {
  receiver?: string;
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  object_matchers?: Array<[string, string, string]>;
  matchers?: string[];
  /** The oldest writing of matchers; an empty expression is null. */
  match?: Record<string, string>;
  match_re?: Record<string, string | null>;
  mute_time_intervals?: string[];
  active_time_intervals?: string[];
  continue?: boolean;
  routes?: NotificationPolicy[];
}

export interface Policies {
  tree(): NotificationPolicy;
}
