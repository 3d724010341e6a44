import type { GrafanaError, AlertmanagerChoice } from '../port/grafanaPort';
import type { TestFailure } from '../port/testVerdict';
import type { Connection } from '../ownership/connections';
import type { Drift, DriftOf } from '../drift/drift';
import type { StatusMemory } from './memory';
import type { ToldReplicas } from './replicas';
import type { ReadingPart, GrafanaReading } from '../reading/reading';
import type { ReceiverUses } from '../routing/alertRouting';

/** docs/design.md, "The state of a heartbeat"; `none`: a connection without heartbeat. */
export type HealthState = 'new' | 'up' | 'late' | 'down' | 'paused' | 'misconfigured' | 'unknown' | 'none';

/** `down` is the worse of two states of the same trouble: beats that were due did not come. */
export const isLateOrDown = (state: HealthState): boolean => state === 'late' || state === 'down';

export interface HealthInput {
  /** One of `connectionsOf(reading)`. */
  connection: Connection;
  reading: GrafanaReading;
  /** Undefined where no connection needs it, or where it could not be loaded: see `loadDriftOf`. */
  driftOf: DriftOf | undefined;
  /**
   * The moment to judge, in epoch milliseconds of the server's clock; that of the reading when left out. Never the
   * browser's clock, which may be wrong, and better not later than the reading: beats sent since then are not in it.
   */
  now?: number;
  /** Beats that left before are none of what is asked about, epoch milliseconds of the server; left out, all count. */
  since?: number | undefined;
  /** What the page saw before, including this reading. */
  memory?: StatusMemory;
  /** Undefined while it is not known; read on its own, because it seldom changes. */
  alertmanagers?: AlertmanagerChoice;
  /** How many replicas this Grafana has, when somebody knows. Grafana tells nobody but server admins. */
  replicas?: ToldReplicas;
  /**
   * The server's time now, epoch milliseconds, where no newer reading came although one was due: see `isOutdated`. Left
   * out, the reading counts as fresh.
   */
  shownAt?: number;
  /** Where alerts are routed; no part of a heartbeat's health. */
  receiverUses?: ReceiverUses;
  /** What IRM's API tells of its side, which sees the beats of every replica; undefined where it is not asked. */
  irmSide?: IrmSide;
}

/** `missing`: IRM has an open alert group about lost beats. `quiet`: it has none. */
export type IrmSide = 'quiet' | 'missing';

/** Why a heartbeat is in its state. */
export type HealthReason =
  | { code: 'beating' }
  | { code: 'noHeartbeat' }
  /** `drillSince`: by a drill that began then, epoch milliseconds. */
  | { code: 'paused'; drillSince?: number }
  /** What differs from the plan and stops the heartbeat or makes it worthless; worst first, never empty. */
  | { code: 'drift'; drifts: Drift[] }
  /** The organisation sends its alerts to external Alertmanagers only, which know no contact points. */
  | { code: 'externalAlertmanager'; externalCount: number }
  | { code: 'silenced'; silences: readonly string[] }
  | { code: 'inhibited' }
  | { code: 'queryFails'; message: string }
  | { code: 'noData' }
  | { code: 'notFiring' }
  /** The rule asks a data source and does not fire: that did not answer, or answered nothing. */
  | { code: 'dataSourceSilent' }
  /** The rule was not evaluated for longer than an alert lives (docs/timing.md). */
  | { code: 'notEvaluated'; lastEvaluation: number | undefined }
  /** Neither this rule nor any other that was read was ever evaluated by the server that answers (`execute_alerts`). */
  | { code: 'evaluatesNothing' }
  /** Beats go out under this name along with messages to others, and nobody tells which of them arrive. */
  | { code: 'sharedContactPoint'; name: string }
  | { code: 'deliveryFails'; cause: TestFailure; message: string; lastAttempt: number }
  /** No beat in time and no cause to be seen. */
  | { code: 'overdue' }
  /** The same beyond the interval, known from one replica's memory alone: another one may be sending. */
  | { code: 'silentHere'; severalReplicas: boolean }
  /** The rule fires and its first beat is about to leave. */
  | { code: 'firstBeatDue' }
  | { code: 'pending' }
  | { code: 'notEvaluatedYet' }
  /** This replica remembers no delivery: it started, or its alerting configuration changed, since the last beat. */
  | { code: 'statusLost' }
  /** Watched for longer than a beat takes, and this replica sent none: another one may be sending. */
  | { code: 'neverHere'; severalReplicas: boolean }
  /** Another replica sends, out of sight; IRM has raised no alert about missing beats. */
  | { code: 'irmQuiet' }
  /** Out of sight, and IRM has raised an alert about missing beats. */
  | { code: 'irmMisses' }
  /** Grafana could not be read since, so whatever it said may be over. */
  | { code: 'outdated'; readAt: number }
  /** Made by hand, with a rule that the plugin does not know. */
  | { code: 'notAdopted' }
  /** Neither folder nor rule can be seen: they are gone, or this person may not see them. */
  | { code: 'rulesHidden' }
  | { code: 'forbidden'; part: ReadingPart; error: GrafanaError }
  | { code: 'notRead'; part: ReadingPart; error: GrafanaError }
  /** A beat from the future, milliseconds ahead of the server that answered: the clocks of the replicas differ. */
  | { code: 'clocksDiffer'; ahead: number };

/** What to do next; `none` when all is well. */
export type NextAction =
  | 'none'
  | 'wait'
  | 'readAgain'
  | 'setUpHeartbeat'
  | 'adopt'
  | 'resume'
  | 'repair'
  | 'changeTiming'
  | 'expireSilence'
  | 'rotateEndpoint'
  | 'sendBeat'
  | 'openRule'
  | 'openContactPoint'
  | 'openDataSource'
  | 'checkAlertmanagers'
  | 'routeAlerts'
  | 'checkNetwork'
  | 'checkIrm'
  | 'askForPermission';

/** Times are epoch milliseconds of the server's clock, spans are milliseconds; undefined where it cannot be told. */
export interface Health {
  state: HealthState;
  reason: HealthReason;
  nextAction: NextAction;
  /** When the state began. */
  since: number | undefined;
  /** The last beat that was answered with success, as far as this replica and this page remember. */
  lastBeat: number | undefined;
  /** When the next beat is due at the latest; undefined when none is to come. */
  nextExpected: number | undefined;
  /** How long the next beat is overdue; undefined when it is not. */
  overdueBy: number | undefined;
  /** When IRM counts the heartbeat as lost unless a beat comes; its alert follows within 2 minutes. */
  deadline: number | undefined;
  /** When IRM pages unless a heartbeat comes, or has paged; undefined where it is not known. */
  pages: Pages | undefined;
  /** Since when Grafana's delivery status is empty although a heartbeat was seen before; undefined when it is not. */
  forgottenAt: number | undefined;
}

/** When IRM pages; epoch milliseconds. */
export interface Pages {
  /** The heartbeat interval after the last heartbeat. */
  from: number;
  /** IRM looks once in 2 minutes. */
  until: number;
  /** It has by its own word, or its time is over; where another replica may be sending, only by its own word. */
  hasPaged: boolean;
}

/** What `healthOf` decides before the times are filled in. */
export type Judgement = Pick<Health, 'state' | 'reason' | 'nextAction'> &
  Partial<Pick<Health, 'since' | 'nextExpected'>>;
