import type { DesiredConnection, Endpoint, FolderChoice } from '../../src/connection/model';
import { connectionOf } from '../../src/connection/ownership/connections';
import { isBlocked, isUpToDate, type Plan } from '../../src/connection/plan/types';
import { missingRightsFor } from '../../src/connection/plan/rights';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { GrafanaObjects } from '../../src/connection/reading/reading';
import { failure, success, type Result } from '../../src/connection/result';
import { describeTestVerdict } from '../../src/ui/describeTestVerdict';
import { formatInterval } from '../../src/ui/formatInterval';
import { findFolder, type NamedFolder } from '../config/folder';
import type { FleetConnection, FleetGrafana } from '../config/fleet';
import { desiredOf } from '../config/wish';
import { EXIT } from '../exitCodes';
import type { NotOpen, OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { amountOf, changesOf, notesOf, obstacleTexts } from '../words/describePlan';

/** What would be done for one connection, and the row that says so. */
export interface Planned {
  desired: DesiredConnection;
  plan: Plan;
  row: Row;
  /** `nothing`: it is as wanted. `refused`: something speaks against it. */
  outlook: 'nothing' | 'changes' | 'refused';
}

/** All folders of a Grafana, read once where the file names one. */
export type Folders = Awaited<ReturnType<OpenGrafana['client']['listFolders']>>;

/** Compares one connection of the file with what a Grafana holds. */
export function planOne(
  { name: grafana }: FleetGrafana,
  { name, endpoint, wish }: FleetConnection,
  { granted, doors }: OpenGrafana,
  { objects, folders }: { objects: GrafanaObjects; folders: Folders }
): Planned | undefined {
  if (!endpoint) {
    return undefined;
  }
  const rule = connectionOf(endpoint, objects)?.rule;
  const folder = rule || !wish.heartbeat || !wish.folder ? success(undefined) : folderIn(wish.folder, folders);
  const desired = desiredOf(wish, endpoint, objects, folder.ok ? folder.value : undefined);
  const plan = planConnection(desired, objects);
  const interval = desired.heartbeat && formatInterval(desired.heartbeat.interval);
  const base = { grafana, connection: name, changes: changesOf(plan) };
  const notes = [
    ...obstacleTexts(plan.obstacles, false),
    ...(isUpToDate(plan) ? [] : redirectNotes(endpoint)),
    ...notesOf(plan, interval),
  ];
  if (!folder.ok) {
    const { code, text: detail } = folder.error;
    const row = { ...base, changes: [], state: 'refused', detail, notes: [], code };
    return { desired, plan, row, outlook: 'refused' };
  }
  if (isBlocked(plan)) {
    const isUnread = plan.obstacles.some(({ blocking, reason }) => blocking && reason === 'notRead');
    const detail = obstacleTexts(plan.obstacles, true).join(' ');
    const row = { ...base, state: 'refused', detail, notes, code: isUnread ? EXIT.notAsked : EXIT.refused };
    return { desired, plan, row, outlook: 'refused' };
  }
  if (isUpToDate(plan)) {
    const row = { ...base, state: 'unchanged', detail: '', notes, code: EXIT.ok };
    return { desired, plan, row, outlook: 'nothing' };
  }
  const missing = missingRightsFor(granted, plan, doors);
  if (missing.length > 0) {
    const detail = `The token lacks permissions: ${missing.join(', ')}. Give its service account the Editor role.`;
    return { desired, plan, row: { ...base, state: 'refused', detail, notes, code: EXIT.refused }, outlook: 'refused' };
  }
  return {
    desired,
    plan,
    row: { ...base, state: 'to do', detail: amountOf(plan), notes, code: EXIT.toDo },
    outlook: 'changes',
  };
}

function folderIn(named: NamedFolder, folders: Folders): Result<FolderChoice | undefined, NotOpen> {
  if (!folders.ok) {
    return failure({ code: EXIT.notAsked, text: describeFailure(folders.error) });
  }
  const found = findFolder(named, folders.value);
  return found.ok ? found : failure({ code: EXIT.refused, text: found.error });
}

/** Over plain http nobody can tell a message that was accepted from one that was only redirected. */
function redirectNotes({ base }: Endpoint): string[] {
  const circumstances = { redirectRisk: base.startsWith('http://'), isHeartbeat: false, isTracked: false };
  const { severity, text } = describeTestVerdict({ kind: 'accepted', durationMs: undefined }, circumstances);
  return severity === 'warning' ? [text] : [];
}
