import { namesToRemove, planFolderRemoval, planRemoval } from '../../src/connection/actions/remove';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import { connectionOf, type Connection } from '../../src/connection/ownership/connections';
import { isBlocked, type Plan } from '../../src/connection/plan/types';
import { missingRightsFor } from '../../src/connection/plan/rights';
import type { GrafanaObjects, GrafanaReading } from '../../src/connection/reading/reading';
import { readSurroundings } from '../../src/connection/reading/uses';
import { success } from '../../src/connection/result';
import { describeConsequence } from '../../src/status/detail/actions/describeConsequence';
import type { FleetConnection, FleetGrafana } from '../config/fleet';
import { EXIT } from '../exitCodes';
import type { OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { amountOf, changesOf, obstacleTexts } from '../words/describePlan';
import { openAndRead, readObjects, stoppedRow, type Context } from './context';
import { outcomeOf } from './outcomeOf';

/** Takes the file's connections out of one Grafana, or says what that would be. Only what is ours is removed. */
export async function removeFromGrafana(grafana: FleetGrafana, context: Context): Promise<Row[]> {
  const read = await openAndRead(grafana);
  if (!read.ok) {
    return [read.error];
  }
  const { open } = read.value;
  let objects: GrafanaReading | undefined = read.value.objects;
  const rows: Row[] = [];
  for (const wanted of grafana.connections) {
    if (context.signal.aborted) {
      rows.push(stoppedRow(grafana.name, wanted.name));
      continue;
    }
    const found: Awaited<ReturnType<typeof readObjects>> = objects ? success(objects) : await readObjects(open);
    if (!found.ok) {
      const { code, text: detail } = found.error;
      rows.push({ grafana: grafana.name, connection: wanted.name, state: 'not asked', detail, code });
      continue;
    }
    const row = await removeOne(grafana, wanted, open, found.value, context);
    rows.push(row);
    const mayHaveWritten = context.options.yes && (row.changes?.length ?? 0) > 0;
    objects = mayHaveWritten ? undefined : found.value;
  }
  const last = rows.at(-1);
  const folder =
    last && objects && rows.every(isNotThere) ? await removeFolder(last, open, objects, context) : undefined;
  return folder ? [...rows.slice(0, -1), folder] : rows;
}

const NOT_THERE = 'not there';

const isNotThere = ({ state }: Row) => state === NOT_THERE;

/** What an earlier removal left behind: the empty folder. Undefined where there is none, or it cannot be looked into. */
async function removeFolder(
  { grafana, connection }: Row,
  open: OpenGrafana,
  objects: GrafanaReading,
  context: Context
): Promise<Row | undefined> {
  if (objects.folder.state !== 'present' || objects.problems.rules) {
    return undefined;
  }
  const surroundings = await readSurroundings(open.client, []);
  const plan = surroundings.ok ? planFolderRemoval(objects, surroundings.value) : undefined;
  return plan && changesOf(plan).length > 0 ? carryOut(plan, { grafana, connection }, open, context) : undefined;
}

async function removeOne(
  { name: grafana }: FleetGrafana,
  { name, endpoint }: FleetConnection,
  open: OpenGrafana,
  objects: GrafanaObjects,
  context: Context
): Promise<Row> {
  const base = { grafana, connection: name };
  const connection: Connection | undefined = endpoint && connectionOf(endpoint, objects);
  if (!connection) {
    return { ...base, state: NOT_THERE, detail: '', code: EXIT.ok };
  }
  const surroundings = await readSurroundings(open.client, namesToRemove(connection));
  if (!surroundings.ok) {
    return { ...base, state: 'not asked', detail: describeFailure(surroundings.error), code: EXIT.notAsked };
  }
  const { plan, consequences } = planRemoval(connection, objects, surroundings.value);
  const notes = [...obstacleTexts(plan.obstacles, false), ...consequences.map(describeConsequence)];
  return carryOut(plan, { ...base, notes }, open, context);
}

/** Says what a removal would do, or does it. */
async function carryOut(
  plan: Plan,
  base: Pick<Row, 'grafana' | 'connection' | 'notes'>,
  open: OpenGrafana,
  { options, signal }: Context
): Promise<Row> {
  const changes = changesOf(plan);
  if (isBlocked(plan)) {
    const detail = obstacleTexts(plan.obstacles, true).join(' ');
    return { ...base, state: 'refused', detail, changes, code: EXIT.refused };
  }
  const missing = missingRightsFor(open.granted, plan, open.doors);
  if (changes.length > 0 && missing.length > 0) {
    const detail = `The token lacks permissions: ${missing.join(', ')}. Give its service account the Editor role.`;
    return { ...base, state: 'refused', detail, changes, code: EXIT.refused };
  }
  if (changes.length === 0) {
    return { ...base, state: 'kept', detail: 'Nothing there is ours to remove.', changes, code: EXIT.refused };
  }
  if (!options.yes) {
    return { ...base, state: 'to remove', detail: amountOf(plan), changes, code: EXIT.toDo };
  }
  const outcome = await applyPlan(plan, open.client, { signal });
  return { ...base, ...outcomeOf(outcome, plan, 'removed') };
}
