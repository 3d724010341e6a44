import { currentTiming, planAdopt, planChangeTiming, planRepairAction } from '../../src/connection/actions/change';
import { planPause, planResume } from '../../src/connection/actions/pause';
import { planRemovalAction } from '../../src/connection/actions/remove';
import { planRename } from '../../src/connection/actions/rename';
import { planRotation } from '../../src/connection/actions/rotate';
import { actionPlan, type ActionPlan } from '../../src/connection/actions/types';
import { connectionId } from '../../src/connection/endpoint/identity';
import { readEndpoint } from '../../src/connection/endpoint/readEndpoint';
import { isOurs } from '../../src/connection/health/drift';
import type { StatusSnapshot } from '../../src/connection/health/snapshot';
import type { ObservedObjects } from '../../src/connection/model';
import { connectionsOf, type Connection } from '../../src/connection/observed/connections';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { Task } from '../../src/connection/rights';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../../src/connection/timing/presets';
import { desiredOf as contactPointOf, valuesFrom } from '../../src/setup/contact-point/contactPointForm';
import { desiredOf as heartbeatOf, formFrom } from '../../src/setup/heartbeat/heartbeatForm';
import type { Wish } from './wishes';

/** A dialog or a step of the wizard: which page it stands on, what it may need, and what it would do. */
export interface Part {
  page: 'setup' | 'status';
  task: Task;
  /** Whether the plan stays as it was when the dialog was opened; the wizard plans anew whenever it has read. */
  isFixed: boolean;
  plan(view: View): ActionPlan | 'gone' | 'not offered';
}

export interface View {
  observed: ObservedObjects;
  connection: Connection | undefined;
  status: StatusSnapshot | undefined;
}

/** What a person opens and fills in for a wish, part by part. */
export function partsOf(wish: Wish): Part[] {
  const dialog = (task: Task, plan: (connection: Connection, view: View) => ActionPlan | undefined): Part => ({
    page: 'status',
    task,
    isFixed: true,
    plan: (view) => (view.connection ? (plan(view.connection, view) ?? 'not offered') : 'gone'),
  });
  switch (wish.do) {
    case 'connect':
      return [contactPointStep(wish)];
    case 'heartbeat':
      return [heartbeatStep()];
    case 'connectWhole':
      return [contactPointStep(wish), heartbeatStep()];
    case 'pause':
      return [dialog('heartbeat', (one, { observed }) => toggled(one, false) && planPause(one, observed))];
    case 'resume':
      return [dialog('heartbeat', (one, { observed }) => toggled(one, true) && planResume(one, observed))];
    case 'timing':
      return [dialog('heartbeat', (one, view) => changeTiming(one, view, wish.interval))];
    case 'repair':
      return [dialog('heartbeat', (one, { observed }) => (isOurs(one) ? planRepairAction(one, observed) : undefined))];
    case 'adopt':
      return [dialog('heartbeat', adopt)];
    case 'rename':
      return [dialog('contactPoint', (one, { observed }) => planRename(one, observed, wish.names))];
    case 'rotate':
      return [{ ...dialog('heartbeat', () => undefined), plan: (view) => rotate(view, wish.to) }];
    case 'remove':
      return [dialog('remove', (one, { observed }) => planRemovalAction(one, observed))];
    default:
      return [];
  }
}

const toggled = ({ rule }: Connection, isPaused: boolean) => (rule?.isPaused === isPaused ? rule : undefined);

function contactPointStep({ endpoint, name, isLocked }: Extract<Wish, { name: string }>): Part {
  const plan = ({ observed }: View) => {
    const values = { ...valuesFrom(endpointIn(endpoint), observed, ''), name };
    const editability = isLocked ? 'locked' : values.editability;
    return actionPlan(planConnection(contactPointOf({ ...values, editability }, endpointIn(endpoint)), observed));
  };
  return { page: 'setup', task: 'contactPoint', isFixed: false, plan };
}

function heartbeatStep(): Part {
  const plan = ({ connection, observed }: View) => {
    const desired = connection && heartbeatOf(formFrom(connection, observed.contactPointNames), connection);
    // Without the contact point of the step before, this one is not open.
    return desired ? actionPlan(planConnection(desired, observed)) : 'not offered';
  };
  return { page: 'setup', task: 'heartbeat', isFixed: false, plan };
}

function changeTiming(connection: Connection, { observed }: View, interval: number): ActionPlan | undefined {
  const hasHeartbeat = connection.heartbeatContactPoint !== undefined || connection.rule !== undefined;
  return hasHeartbeat && isOurs(connection)
    ? planChangeTiming(connection, observed, { interval, timing: proposeTiming(interval) })
    : undefined;
}

function adopt(connection: Connection, { observed }: View): ActionPlan | undefined {
  const interval = DEFAULT_HEARTBEAT_INTERVAL;
  const change = currentTiming(connection) ?? { interval, timing: proposeTiming(interval) };
  return isOurs(connection) ? undefined : planAdopt(connection, observed, change);
}

/** Once nothing sends to the old endpoint any longer, the page of the new one says what is left to mend. */
function rotate({ connection, observed }: View, to: string): ActionPlan | 'gone' {
  const endpoint = endpointIn(to);
  if (connection) {
    return planRotation(connection, observed, endpoint);
  }
  const there = connectionsOf(observed).find(({ id }) => id === connectionId(endpoint));
  return there ? planRepairAction(there, observed) : 'gone';
}

/** The id of the connection that a pasted address makes. */
export const idOf = (endpoint: string) => connectionId(endpointIn(endpoint));

function endpointIn(text: string) {
  const reading = readEndpoint(text);
  if (!reading.ok) {
    throw new Error(`no endpoint: ${text}`);
  }
  return reading.endpoint;
}
