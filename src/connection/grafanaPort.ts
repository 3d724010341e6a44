import type { Editability, HeartbeatRule, WebhookContactPoint } from './model';
import type { Result } from './result';

/** Why a call to Grafana did not do what was asked. */
export interface GrafanaError {
  reason:
    | 'unauthorized'
    | 'forbidden'
    | 'notFound'
    | 'nameTaken'
    | 'uidTaken'
    | 'locked'
    | 'inUse'
    | 'invalid'
    | 'changedMeanwhile'
    | 'rateLimited'
    | 'timeout'
    | 'unreachable'
    | 'proxyNotConfigured'
    | 'unexpected';
  /** The server's own words, without secrets. */
  message: string;
  /** HTTP status, undefined when there was no answer. */
  status: number | undefined;
}

export type GrafanaResult<T> = Promise<Result<T, GrafanaError>>;

/** What Grafana said of one test message. `accepted` means that the target answered 2xx (a redirect followed counts). */
export type TestVerdict =
  { kind: 'accepted'; durationMs: number | undefined } | { kind: 'failed'; cause: TestFailure; message: string };

export type TestFailure =
  | 'wrongKey'
  | 'wrongPath'
  | 'wrongType'
  | 'rateLimited'
  | 'targetError'
  | 'unexpectedStatus'
  | 'refused'
  | 'nameNotFound'
  | 'tls'
  | 'timeout'
  | 'invalidUrl'
  | 'other';

/** State of one rule on this replica. Times are epoch milliseconds, undefined when it never happened. */
export interface RuleStatus {
  uid: string;
  group: string;
  title: string;
  /** Prometheus state of the rule. */
  state: 'firing' | 'pending' | 'inactive' | 'unknown';
  health: string;
  lastError: string | undefined;
  activeAt: number | undefined;
  lastEvaluation: number | undefined;
  isPaused: boolean;
}

/** Last delivery of one integration of a contact point on this replica since its start. */
export interface ReceiverStatus {
  /** Name of the contact point. */
  name: string;
  integrations: ReadonlyArray<{
    type: string;
    /** Epoch milliseconds; undefined when nothing was sent since the start. */
    lastAttempt: number | undefined;
    lastError: string | undefined;
    sendResolved: boolean;
  }>;
}

export interface DataSource {
  uid: string;
  name: string;
  type: string;
  isDefault: boolean;
}

/** A value and the server's time (epoch milliseconds) when it was given, from its `Date` header. */
export interface Timed<T> {
  value: T;
  serverTime: number;
}

/** What the domain asks of Grafana. Every call answers with a result and never throws. */
export interface GrafanaPort {
  listContactPoints(): GrafanaResult<{ webhooks: WebhookContactPoint[]; names: string[] }>;
  createContactPoint(contactPoint: WebhookContactPoint): GrafanaResult<void>;
  updateContactPoint(contactPoint: WebhookContactPoint): GrafanaResult<void>;
  deleteContactPoint(uid: string): GrafanaResult<void>;
  getFolder(uid: string): GrafanaResult<{ uid: string; title: string } | undefined>;
  createFolder(folder: { uid: string; title: string }): GrafanaResult<void>;
  deleteFolder(uid: string): GrafanaResult<void>;
  /** Rules of one folder with their definitions; an empty list when the folder holds none. */
  listRules(folderUid: string): GrafanaResult<HeartbeatRule[]>;
  /** Creates or replaces the rule's group, which holds this rule alone, and loads its contact point at once. */
  writeRule(rule: HeartbeatRule, editability: Editability): GrafanaResult<void>;
  /** Deletes this rule alone; others of its group stay. */
  deleteRule(rule: Pick<HeartbeatRule, 'uid' | 'folderUid' | 'group' | 'locked'>): GrafanaResult<void>;
  ruleStatuses(folderUid: string): GrafanaResult<Timed<RuleStatus[]>>;
  receiverStatuses(): GrafanaResult<Timed<ReceiverStatus[]>>;
  /** Really sends one test message with the given settings, saved or not. */
  testContactPoint(contactPoint: WebhookContactPoint): GrafanaResult<TestVerdict>;
  listDataSources(): GrafanaResult<DataSource[]>;
}
