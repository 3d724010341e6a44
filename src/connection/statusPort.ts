import type { GrafanaResult, ReceiverStatus, RuleStatus, TestFailure, Timed } from './grafanaPort';
import type { HeartbeatRule, WebhookContactPoint } from './model';

/**
 * Whether the folder of the heartbeat rules is there. `hidden`: this person may not see it, which Grafana does not tell
 * apart from a missing one for Editors and Viewers (403 for both; an Admin gets 404: folders.json).
 */
export type FolderState = 'present' | 'absent' | 'hidden';

/** The rules of a folder, and the folder as far as it can be told from them. */
export interface FolderRules {
  sight: FolderState;
  /** Title of the folder, undefined when it holds no rule or is not there. */
  title: string | undefined;
  rules: HeartbeatRule[];
}

/** Last delivery of one integration of a contact point, with the cause when it failed. */
export type IntegrationStatus = ReceiverStatus['integrations'][number] & { cause: TestFailure | undefined };

/** Last deliveries of one contact point, as this replica remembers them. */
export interface DeliveryStatus {
  /** Name of the contact point. */
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

/** When notifications are held back, in the terms of Grafana's mute timings. */
export interface MuteTiming {
  name: string;
  /** Each as Grafana stores it: `times`, `weekdays`, `days_of_month`, `months`, `years`, `location`. */
  intervals: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Where the organisation's alerts are sent; contact points work only in the internal Alertmanager. */
export interface AlertmanagerChoice {
  choice: 'internal' | 'external' | 'all';
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
}

/**
 * What the status page reads and does beyond `GrafanaPort`. Every call answers with a result and never throws. What
 * concerns deliveries and alerts is of the one replica that answers, and since its start or its last change of
 * configuration: Grafana 12.4.0 forgets all deliveries within a minute after any contact point or heartbeat rule of
 * the organisation was saved.
 */
export interface StatusPort {
  listContactPoints(): GrafanaResult<Timed<{ webhooks: WebhookContactPoint[]; names: string[] }>>;
  /** At most two requests, the second only after a refusal. A missing or hidden folder is no error. */
  readFolderRules(folderUid: string): GrafanaResult<FolderRules>;
  /**
   * States of the rules of one folder, without their alerts. Ask only for a folder that exists: for any other 12.3
   * answers with every rule of the organisation (state.json, "unknown folder").
   */
  ruleStatuses(folderUid: string): GrafanaResult<Timed<RuleStatus[]>>;
  deliveries(): GrafanaResult<Timed<DeliveryStatus[]>>;
  /** The alerts with a label of this value. */
  alertsWithLabel(name: string, value: string): GrafanaResult<Timed<AlertState[]>>;
  /** State changes of a rule between two times (epoch milliseconds), oldest first. */
  stateHistory(ruleUid: string, from: number, to: number): GrafanaResult<Timed<StateChange[]>>;
  alertmanagerChoice(): GrafanaResult<AlertmanagerChoice>;
  /** Undefined when there is none of this id. */
  getSilence(id: string): GrafanaResult<Silence | undefined>;
  /** One that is gone counts as expired. */
  expireSilence(id: string): GrafanaResult<void>;
  /** Creates a silence and answers its id, which Grafana chooses. */
  createSilence(silence: Omit<Silence, 'id' | 'state'>): GrafanaResult<string>;
  listMuteTimings(): GrafanaResult<MuteTiming[]>;
}
