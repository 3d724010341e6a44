import type { Consequence } from '../../../connection/actions/types';
import type { StepProgress } from '../../../connection/apply/types';
import type { Connection } from '../../../connection/ownership/connections';
import type { Plan } from '../../../connection/plan/types';
import type { Silence } from '../../../connection/port/grafanaPort';
import type { GrafanaReading } from '../../../connection/reading/reading';
import type { Secrets } from '../../../connection/webhook/access';
import type { LookAgain } from './useLookAgain';

/** What a person can do to a connection. */
export type ActionId =
  | 'test'
  | 'beat'
  | 'pause'
  | 'resume'
  | 'timing'
  | 'repair'
  | 'rename'
  | 'rotate'
  | 'remove'
  | 'adopt'
  | 'silence'
  | 'drill'
  | 'realAlert';

/** What was done, for the notice that stays on the page. */
export interface Done {
  title: string;
  /** What was to be removed and stays: others use it, or Grafana refuses. */
  left?: readonly StepProgress[];
  /** It broke off: what else holds for as long as Grafana does not show all of it. */
  unfinished?: Unfinished;
  /** What is left for the person to do. */
  consequences: readonly Consequence[];
  /** Takes it back; undefined when that cannot be done. */
  undo?: { kind: 'plan'; plan: Plan } | { kind: 'silence'; silence: Silence } | undefined;
  /** The connection's id afterwards, when it changed. */
  movedTo?: string;
}

export interface Unfinished {
  /** In the place of the other title. */
  title: string;
  plan: Plan;
  goOn: 'repair' | 'rotateEndpoint';
}

/** A plan that was begun, and may be carried out although its dialog never told so. */
export interface Tried {
  plan: Plan;
  /** What there is to tell once it is. */
  done: Done;
  /** What it had done was being taken back. */
  isTakenBack?: boolean;
}

/** What a person typed into a dialog; what is left out they did not touch. */
export interface Typed {
  alertContactPoint?: string;
  heartbeatContactPoint?: string;
  endpoint?: string;
  secrets?: Secrets;
}

/** What every dialog gets. The objects are those that the person saw when it was opened. */
export interface DialogProps {
  connection: Connection;
  reading: GrafanaReading;
  /** Outlasts a new plan. */
  typed: Typed;
  onType(typed: Typed): void;
  onDone(done: Done): void;
  /** Hears of each run when it begins, and again when it broke off. */
  onTry?(tried: Tried): void;
  onClose(): void;
  lookAgain?: LookAgain;
}
