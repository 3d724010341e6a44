/** What the stand-in keeps. All times are milliseconds of its clock; null is "not set", as on the wire. */
export interface Integration {
  id: string;
  /** The secret part of the HTTP endpoint. */
  token: string;
  type: string;
  name: string;
  description: string | null;
  teamId: string | null;
  createdAt: number;
  routeId: string;
  escalationChainId: string | null;
  templates: Templates;
  heartbeat: Heartbeat | null;
  maintenance: Maintenance | null;
  fault: Fault | null;
  deliveries: Delivery[];
  /** A deleted integration still answers for as long as its token is cached. */
  deleted: boolean;
}

/** Templates that the stand-in acts on; null is the default of the integration's type. */
export interface Templates {
  groupingKey: string | null;
  resolveSignal: string | null;
  webTitle: string | null;
}

export interface Heartbeat {
  id: string;
  timeoutSeconds: number;
  lastBeatAt: number | null;
  /** An alert group for the missing heartbeat was made and has not been resolved by a restored one. */
  alerted: boolean;
}

/** While it lasts, IRM escalates nothing of the integration. */
export interface Maintenance {
  /** `debug` silences escalations, `maintenance` also attaches new alert groups to one that collects them. */
  mode: 'debug' | 'maintenance';
  startedAt: number;
  endsAt: number;
  collectingGroupId: string | null;
}

/** What to do wrong on purpose, for trying how a sender copes. `late` answers at once and does the work afterwards. */
export type Fault =
  | { kind: 'status'; status: 403 | 404 | 429 | 500 }
  | { kind: 'slow'; seconds: number }
  | { kind: 'redirect' }
  | { kind: 'gateway' }
  | Late;

interface Late {
  kind: 'late';
  seconds: number;
}

/** A fault of IRM as a whole: `late` of its work on deliveries, all others of the public API. */
export type IrmFault =
  | Late
  | { kind: 'error' }
  | { kind: 'throttled'; seconds: number }
  | { kind: 'slow'; seconds: number }
  /** 200 with a page for people, as of a proxy on the way. */
  | { kind: 'page' }
  /** 200 with JSON of a form that IRM does not have. */
  | { kind: 'nonsense' };

export type DeliveryTarget = 'alert' | 'heartbeat';

export interface Delivery {
  at: number;
  method: string;
  target: DeliveryTarget;
  status: number;
  outcome: string;
  alertGroupId: string | null;
}

/** A request to an integration endpoint that no integration could be found for. */
export interface UnmatchedDelivery {
  at: number;
  method: string;
  path: string;
  status: number;
}

export type AlertGroupState = 'firing' | 'acknowledged' | 'resolved' | 'silenced';

export interface AlertGroup {
  id: string;
  integrationId: string;
  teamId: string | null;
  routeId: string;
  /** Alerts of one integration with the same distinction share a group until it is resolved. */
  distinction: string;
  /** Without regard to silence; `stateAt` has it as IRM shows it. */
  status: Exclude<AlertGroupState, 'silenced'>;
  silence: Silence | null;
  title: string;
  alertsCount: number;
  /** Id of the alert group that it was attached to by a maintenance. */
  attachedTo: string | null;
  createdAt: number;
  resolvedAt: number | null;
  resolvedBy: string | null;
  acknowledgedAt: number | null;
  acknowledgedBy: string | null;
  lastAlert: Alert;
}

interface Silence {
  since: number;
  /** Null is for ever. */
  until: number | null;
}

export interface Alert {
  id: string;
  alertGroupId: string;
  createdAt: number;
  payload: unknown;
}
