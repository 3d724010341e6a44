import type { AlertRule, FoundRules, LabelSet, NotificationPolicy, RuleAlerts, RuleSearch } from '../policies/types';
import type { HeartbeatRule, Integration, OtherRule } from '../model';
import type { Result } from '../result';
import type { RoutingPort } from '../route-alerts/types';
import type { EvaluationLimits } from '../timing/evaluation';
import type { ElsewherePort } from './elsewhere';
import type { DataSource } from './dataSource';
import type { ExportPart, ProvisioningFile } from './provisioningFile';
import type { TestFailure, TestVerdict } from './testVerdict';

/** Why a write did not do what was asked; no reading fails so. */
export type WriteReason =
  | 'nameTaken'
  | 'uidTaken'
  | 'locked'
  /** This Grafana no longer has the API that locks what it writes. */
  | 'cannotLock'
  | 'inUse'
  | 'changedMeanwhile'
  /** Somebody saved the same object in the same moment, and this write went over it. */
  | 'wentOver'
  /** A write was answered as carried out, and a look right after it shows all as before, as where somebody took it back. */
  | 'withoutEffect'
  /** A look shows less than is known already, as from a replica or a cache that lags behind. The step wrote nothing. */
  | 'outdated'
  /** A quota or a limit that an administrator set is used up. */
  | 'limitReached'
  /** An administrator has left webhooks out of the types that contact points may have (13.1 and later). */
  | 'integrationNotAllowed'
  /** The browser's address is not the one that Grafana sees: it takes every write for forged. */
  | 'originRefused'
  /** Nothing is wrong: a person closed the dialog, and what was left of the plan was not begun. */
  | 'stopped';

/** Why a call to Grafana did not do what was asked. */
export interface GrafanaError {
  reason:
    | WriteReason
    | 'unauthorized'
    | 'forbidden'
    /** One of many is not there: somebody may have deleted it. */
    | 'notFound'
    /** A list was not found, or the one thing of its kind: there is no such API here, or no way to it. */
    | 'notServed'
    /** A list holds nothing, and Grafana tells of what it should hold elsewhere; the message are names of it. */
    | 'contradicted'
    | 'invalid'
    | 'rateLimited'
    | 'timeout'
    | 'unreachable'
    /** The organisation has no Alertmanager: it is younger than a minute, or alerting is switched off for it. */
    | 'noAlertmanager'
    /** The database was locked by other writes; the same call passes a moment later. */
    | 'busy'
    /** Something in front of Grafana answered: a sign-in page, a captive portal, a firewall. */
    | 'webPage'
    | 'proxyNotConfigured'
    /** The proxy's routes lead to another organisation than the signed-in person's; the message is the namespace to set. */
    | 'otherOrganization'
    /** A part of the plugin's own code could not be loaded: it was updated meanwhile. Nothing was sent. */
    | 'notLoaded'
    | 'unexpected';
  /** The server's own words, without secrets; the plugin's where `instead` says so, or no answer came. */
  message: string;
  /** What came in place of Grafana's own words. Judge by this, never by the words that tell it. */
  instead?: 'webPage' | 'foreignText' | 'redirect' | 'noWords';
  /** HTTP status, undefined when there was no answer. */
  status: number | undefined;
  /** Of `notServed`: what was asked for, without a query. */
  path?: string;
  /** Set where the plugin's service account asked and not the signed-in person: the address it was sent to. */
  serviceAccountAt?: string;
}

export type GrafanaResult<T> = Promise<Result<T, GrafanaError>>;

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

/** Last delivery of one integration, with the cause when it failed. */
export interface IntegrationStatus {
  type: string;
  /** Epoch milliseconds; undefined when nothing was sent since the start. */
  lastAttempt: number | undefined;
  /** How long it took, milliseconds; undefined when Grafana does not tell. */
  took?: number;
  lastError: string | undefined;
  cause: TestFailure | undefined;
  sendResolved: boolean;
}

/** Last deliveries of the contact point of this name, as this replica remembers them. */
export interface DeliveryStatus {
  name: string;
  integrations: readonly IntegrationStatus[];
}

/** One alert in the Alertmanager of this replica. Times are epoch milliseconds. */
export interface AlertState {
  /** Uid of the rule that fires it; '' when its labels do not tell. */
  ruleUid: string;
  /** `suppressed`: silenced or inhibited. A mute timing does not show here (Grafana 12.4.0). */
  state: 'active' | 'suppressed' | 'unprocessed';
  /** Ids of the silences. */
  silencedBy: readonly string[];
  inhibitedBy: readonly string[];
  /** Names of the contact points that it is routed to. */
  receivers: readonly string[];
  startsAt: number | undefined;
  /** When the rule was last evaluated with this alert. */
  updatedAt: number | undefined;
}

/** Times are epoch milliseconds. */
export interface Silence {
  id: string;
  state: 'active' | 'pending' | 'expired';
  matchers: ReadonlyArray<{ name: string; value: string; isEqual: boolean; isRegex: boolean }>;
  startsAt: number | undefined;
  endsAt: number | undefined;
  createdBy: string;
  comment: string;
}

/** A named time interval, by which rules and policies hold notifications back or let them out. */
export interface TimeInterval {
  name: string;
  /** Each as Grafana stores it: `times`, `weekdays`, `days_of_month`, `months`, `years`, `location`. */
  intervals: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Where the organisation's alerts are sent; contact points work only in the internal Alertmanager. */
export interface AlertmanagerChoice {
  choice: 'internal' | 'external' | 'all';
  /** Data sources that get Grafana's alerts. Without any, `choice` is `internal`, whatever an administrator chose. */
  externalCount: number;
}

/** One change of a rule's state, from Grafana's state history. */
export interface StateChange {
  /** Epoch milliseconds. */
  at: number;
  /** `Normal`, `Alerting`, `Pending`, `NoData`, `Error` …, without what stands in brackets behind it. */
  previous: string;
  next: string;
  /** What stood in brackets: `Updated` when the rule was saved, `Paused`, `MissingSeries` …; undefined for none. */
  note: string | undefined;
  /** How many replicas wrote it down, each once (docs/facts.md#replicas-of-one-grafana); 1 when left out. */
  copies?: number;
}

/** How far a contact point is used; a count is undefined where Grafana does not tell it. */
export interface ReceiverInUse {
  name: string;
  /** How many integrations it has; one without any sends nothing. */
  integrations: number;
  /** Notification policies that name it. */
  routes: number | undefined;
  /** Alert rules that choose it themselves. */
  rules: number | undefined;
}

/**
 * Whether the folder of the heartbeat rules is there. `hidden`: this person may not see it, which Grafana does not tell
 * apart from a missing one for Editors and Viewers (403 for both; an Admin gets 404: folders.json).
 */
export type FolderState = 'present' | 'absent' | 'hidden';

/** The rules of a folder, and the folder as far as it can be told from them. */
export interface FolderRules {
  state: FolderState;
  /** Title of the folder, undefined when it holds no rule or is not there. */
  title: string | undefined;
  rules: readonly HeartbeatRule[];
  otherRules: readonly OtherRule[];
}

/** How much a folder holds, subfolders included. */
export interface FolderCounts {
  alertRules: number;
  /** Dashboards, subfolders, library panels and whatever else Grafana counts. */
  others: number;
}

/** A value and the server's time (epoch milliseconds) when it was given, from its `Date` header. */
export interface Timed<T> {
  value: T;
  serverTime: number;
}

/**
 * All that the plugin asks of Grafana. Every call answers with a result and never throws. What concerns deliveries and
 * alerts is of the one replica that answers, and since its start or its last change of configuration: Grafana 12.4.0
 * forgets all deliveries within a minute after any contact point or rule of the organisation was saved.
 */
export interface GrafanaPort
  extends ElsewherePort<FolderRules, Timed<AlertState[]>, GrafanaError>, RoutingPort<GrafanaError> {
  /** How often this Grafana lets rules be evaluated. */
  readonly evaluation: EvaluationLimits;
  /**
   * Integrations of all contact points, of every type. That there are none is looked at once more: `contradicted` where
   * Grafana tells of some elsewhere, `isUnconfirmed` where it tells nothing.
   */
  listIntegrations(): GrafanaResult<Timed<Integration[]> & { isUnconfirmed?: true }>;
  createIntegration(integration: Integration): GrafanaResult<void>;
  /**
   * Changes an integration that is still as `before`: `changedMeanwhile` when somebody else was quicker, as far as
   * Grafana lets that be told (locked ones go through an API that does not).
   */
  updateIntegration(integration: Integration, before: Integration): GrafanaResult<void>;
  deleteIntegration(uid: string): GrafanaResult<void>;
  createFolder(folder: { uid: string; title: string }): GrafanaResult<void>;
  deleteFolder(uid: string): GrafanaResult<void>;
  /** Whether a search finds the folder, which is no error either way. False of a hidden or very new one, too. */
  findsFolder(uid: string): GrafanaResult<boolean>;
  /** Undefined when there is no such folder. */
  folderCounts(uid: string): GrafanaResult<FolderCounts | undefined>;
  /** One request, and few more only after a refusal. A missing or hidden folder is no error. */
  readFolderRules(folderUid: string): GrafanaResult<FolderRules>;
  /**
   * Creates or replaces the rule's group, which must hold this rule alone, and loads its contact point at once.
   * `before` is the rule as it was just read, undefined for a new one; what it stores beyond the model is kept. Of a
   * shared group this rule alone is written, and its interval stays.
   */
  writeRule(rule: HeartbeatRule, before: HeartbeatRule | undefined, how?: { isShared: boolean }): GrafanaResult<void>;
  /** Deletes this rule alone; others of its group stay. `notFound` when it is gone. */
  deleteRule(uid: string): GrafanaResult<void>;
  /**
   * States of the rules of one folder or group, without alerts. Ask only for a folder that exists: for others 12.3
   * answers with all rules (state.json, "unknown folder").
   */
  ruleStatuses(folderUid: string, group?: string): GrafanaResult<Timed<RuleStatus[]>>;
  deliveries(): GrafanaResult<Timed<DeliveryStatus[]>>;
  /** The alerts with a label of this value. */
  alertsWithLabel(name: string, value: string): GrafanaResult<Timed<AlertState[]>>;
  /** State changes of a rule between two times (epoch milliseconds), oldest first; of too many the newest `most`. */
  stateHistory(
    ruleUid: string,
    from: number,
    to: number,
    most?: number
  ): GrafanaResult<Timed<StateChange[]> & { isKept: boolean }>;
  alertmanagerChoice(): GrafanaResult<AlertmanagerChoice>;
  listSilences(): GrafanaResult<Silence[]>;
  /** Undefined when there is none of this id. */
  getSilence(id: string): GrafanaResult<Silence | undefined>;
  /** One that is gone counts as expired. */
  expireSilence(id: string): GrafanaResult<void>;
  /** Creates a silence and answers its id, which Grafana chooses. */
  createSilence(silence: Omit<Silence, 'id' | 'state'>): GrafanaResult<string>;
  listTimeIntervals(): GrafanaResult<TimeInterval[]>;
  listDataSources(): GrafanaResult<DataSource[]>;
  /**
   * Really sends one test message with the given settings, saved or not. `testId` is the value of its label
   * `TEST_LABEL`, by which IRM's alert group can be told from all others.
   */
  testIntegration(integration: Integration, testId?: string): GrafanaResult<TestVerdict>;
  /**
   * Alert rules of the organisation, a part at a time: those whose name holds every word of `name`, and with `uid` this
   * one alone.
   */
  findRules(search: RuleSearch): GrafanaResult<FoundRules>;
  /** Labels of the alerts that the rule has now, up to a number; none for a rule that is gone. */
  readAlerts(rule: Pick<AlertRule, 'uid' | 'folderUid' | 'group'>): GrafanaResult<RuleAlerts>;
  /** All alerts of now, in one answer: with each, where Grafana itself routes it. */
  listAlerts(): GrafanaResult<Array<AlertState & { labels: LabelSet }>>;
  /** All contact points, those without integrations too, with what uses them. */
  listReceiverUses(): GrafanaResult<ReceiverInUse[]>;
  /** The default notification policy with all others below it; `readTree` tells what can be written back. */
  readPolicies(): GrafanaResult<NotificationPolicy>;
  /**
   * Grafana's own export, secrets masked and addresses not. Rules are those of one folder, by default the plugin's own;
   * nothing where it holds none, or may not be seen.
   */
  exportFile(part: ExportPart, folderUid?: string): GrafanaResult<ProvisioningFile>;
  /** The same in Terraform's language; '' for nothing. */
  exportTerraform(part: ExportPart, folderUid?: string): GrafanaResult<string>;
  /** Trees of policies that rules may name instead of the default one (13), by name. */
  readOtherTrees(): GrafanaResult<ReadonlyMap<string, NotificationPolicy>>;
}
