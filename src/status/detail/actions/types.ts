import type { Consequence } from '../../../connection/actions/types';
import type { ObservedObjects } from '../../../connection/model';
import type { Connection } from '../../../connection/observed/connections';
import type { Plan } from '../../../connection/plan/types';
import type { Task } from '../../../connection/rights';
import type { Silence } from '../../../connection/statusPort';

/** What a person can do to a connection. */
export type ActionId =
  'test' | 'beat' | 'pause' | 'resume' | 'timing' | 'repair' | 'rename' | 'rotate' | 'remove' | 'adopt' | 'silence';

/** The rights that an action takes; those for silences are in `silenceRights.ts`. */
export const TASKS: Readonly<Record<Exclude<ActionId, 'silence'>, Task>> = {
  test: 'test',
  beat: 'test',
  pause: 'heartbeat',
  resume: 'heartbeat',
  timing: 'heartbeat',
  repair: 'heartbeat',
  adopt: 'heartbeat',
  rename: 'heartbeat',
  rotate: 'heartbeat',
  remove: 'remove',
};

/** What was done, for the notice that stays on the page. */
export interface Done {
  title: string;
  /** What is left for the person to do. */
  consequences: readonly Consequence[];
  /** Takes it back; undefined when that cannot be done. */
  undo?: { kind: 'plan'; plan: Plan; task: Task } | { kind: 'silence'; silence: Silence } | undefined;
  /** The connection's id afterwards, when it changed. */
  movedTo?: string;
}

/** What every dialog gets. The objects are those that the person saw when it was opened. */
export interface DialogProps {
  connection: Connection;
  observed: ObservedObjects;
  onDone(done: Done): void;
  onClose(): void;
  /** Reads Grafana again. */
  refresh(): Promise<void>;
  /** Opens the dialog anew with what Grafana holds now. */
  lookAgain?(): void;
}
