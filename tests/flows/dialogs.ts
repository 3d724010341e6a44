import { currentTiming, planAdopt, planChangeTiming, planRepair } from '../../src/connection/actions/change';
import { planPause, planResume } from '../../src/connection/actions/pause';
import { namesToRemove, planFolderRemoval, planRemoval } from '../../src/connection/actions/remove';
import { planRename } from '../../src/connection/actions/rename';
import { planRotation } from '../../src/connection/actions/rotate';
import type { ActionPlan } from '../../src/connection/actions/types';
import { drillOn } from '../../src/connection/desired/drillMark';
import { connectionId } from '../../src/connection/endpoint/identity';
import { readEndpoint } from '../../src/connection/endpoint/readEndpoint';
import { connectionWithId, type Connection } from '../../src/connection/ownership/connections';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { Plan } from '../../src/connection/plan/types';
import type { GrafanaError, GrafanaPort } from '../../src/connection/port/grafanaPort';
import { contactPointNames, type GrafanaReading } from '../../src/connection/reading/reading';
import { readSurroundings } from '../../src/connection/reading/uses';
import { success, type Result } from '../../src/connection/result';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../../src/connection/timing/presets';
import { desiredOf as contactPointOf, valuesFrom } from '../../src/setup/contact-point/contactPointForm';
import { desiredOf as heartbeatOf, formFrom } from '../../src/setup/heartbeat/heartbeatForm';
import type { Wish } from './wishes';

/** A dialog or a step of the wizard, and what it would do. */
export interface Part {
  /** Whether the plan stays as it was when the dialog was opened; the wizard plans anew whenever it has read. */
  isFixed: boolean;
  plan(view: View): Promise<Result<Planned, GrafanaError>>;
}

type Planned = Plan | 'gone' | 'not offered';

export interface View {
  reading: GrafanaReading;
  connection: Connection | undefined;
  port: GrafanaPort;
}

/** What a person opens and fills in for a wish, part by part. */
export function partsOf(wish: Wish): Part[] {
  switch (wish.do) {
    case 'connect':
      return [contactPointStep(wish)];
    case 'heartbeat':
      return [heartbeatStep()];
    case 'connectWhole':
      return [contactPointStep(wish), heartbeatStep()];
    case 'pause':
      return [dialog((one, { reading }) => toggled(one, false) && planPause(one, reading))];
    case 'resume':
      return [dialog((one, { reading }) => toggled(one, true) && planResume(one, reading))];
    case 'drill':
      return [beginDrill(), dialog((one, { reading }) => toggled(one, true) && planResume(one, reading))];
    case 'beginDrill':
      return [beginDrill()];
    case 'timing':
      return [dialog((one, view) => changeTiming(one, view, wish.interval))];
    case 'repair':
      return [dialog((one, { reading }) => (one.isOurs ? planRepair(one, reading) : undefined))];
    case 'adopt':
      return [dialog(adopt)];
    case 'rename':
      return [
        dialog((one, { reading }) =>
          hasFieldsFor(one, wish.names) ? planRename(one, reading, wish.names) : undefined
        ),
      ];
    case 'rotate':
      return [{ isFixed: true, plan: async (view) => success(rotate(view, wish.to)) }];
    case 'remove':
      return [{ isFixed: true, plan: remove }];
    default:
      return [];
  }
}

const dialog = (plan: (connection: Connection, view: View) => ActionPlan | undefined): Part => ({
  isFixed: true,
  plan: async (view) => success(view.connection ? (plan(view.connection, view)?.plan ?? 'not offered') : 'gone'),
});

/** A name can be filled in only for what is there. */
const hasFieldsFor = (connection: Connection, names: Extract<Wish, { names: object }>['names']) =>
  Object.keys(names).every((object) => connection[object as keyof typeof names] !== undefined);

/** Whoever finds the drill begun already, by a request whose answer was lost, goes on watching it. */
const beginDrill = () =>
  dialog((one, { reading }) => {
    const found = one.rule && drillOn(one.rule);
    const begun = found?.state === 'running' ? found.mark : undefined;
    const mark = begun ?? { startedAt: reading.serverTime, lastBeat: undefined };
    return (begun || toggled(one, false)) && planPause(one, reading, mark);
  });

const toggled = ({ rule }: Connection, isPaused: boolean) => (rule?.isPaused === isPaused ? rule : undefined);

function contactPointStep({ endpoint, name, isLocked }: Extract<Wish, { isLocked?: boolean }>): Part {
  const plan = ({ reading }: View) => {
    const values = { ...valuesFrom(endpointIn(endpoint), reading, ''), name };
    const editability = isLocked ? 'locked' : values.editability;
    return planConnection(contactPointOf({ ...values, editability }, endpointIn(endpoint), reading), reading);
  };
  return { isFixed: false, plan: async (view) => success(plan(view)) };
}

function heartbeatStep(): Part {
  const plan = ({ connection, reading }: View): Planned => {
    const desired =
      connection?.alertContactPoint &&
      heartbeatOf(formFrom(connection, contactPointNames(reading), undefined, reading.evaluation), connection);
    // Without the contact point of the step before, this one is not open.
    return desired ? planConnection(desired, reading) : 'not offered';
  };
  return { isFixed: false, plan: async (view) => success(plan(view)) };
}

function changeTiming(connection: Connection, { reading }: View, interval: number): ActionPlan | undefined {
  const hasHeartbeat = connection.heartbeatContactPoint !== undefined || connection.rule !== undefined;
  return hasHeartbeat && connection.isOurs
    ? planChangeTiming(connection, reading, { interval, timing: proposeTiming(interval) })
    : undefined;
}

function adopt(connection: Connection, { reading }: View): ActionPlan | undefined {
  const interval = DEFAULT_HEARTBEAT_INTERVAL;
  const change = currentTiming(connection, reading) ?? { interval, timing: proposeTiming(interval) };
  return connection.isOurs ? undefined : planAdopt(connection, reading, change);
}

/** Once nothing sends to the old endpoint any longer, the page of the new one says what is left to mend. */
function rotate({ connection, reading }: View, to: string): Planned {
  const endpoint = endpointIn(to);
  if (connection) {
    return planRotation(connection, reading, endpoint).plan;
  }
  const there = connectionWithId(connectionId(endpoint), reading);
  return there ? planRepair(there, reading).plan : 'gone';
}

/** When the connection is gone and the empty folder was left, the overview offers to remove that. */
async function remove({ connection, reading, port }: View): Promise<Result<Planned, GrafanaError>> {
  if (!connection && reading.folder.state !== 'present') {
    return success('gone');
  }
  const surroundings = await readSurroundings(port, connection ? namesToRemove(connection) : []);
  if (!surroundings.ok) {
    return surroundings;
  }
  if (connection) {
    return success(planRemoval(connection, reading, surroundings.value).plan);
  }
  const plan = planFolderRemoval(reading, surroundings.value);
  return success(plan.steps.some(({ action }) => action === 'delete') ? plan : 'gone');
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
