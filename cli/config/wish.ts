import type {
  DesiredConnection,
  DesiredHeartbeat,
  Endpoint,
  FolderChoice,
  HeartbeatTiming,
} from '../../src/connection/model';
import { contactPointNames, type GrafanaObjects } from '../../src/connection/reading/reading';
import { suggestHeartbeatName } from '../../src/connection/desired/names';
import { repairedDesired } from '../../src/connection/drift/repair';
import { connectionOf } from '../../src/connection/ownership/connections';
import { proposeConnection } from '../../src/connection/ownership/propose';
import { parseDuration } from '../../src/connection/timing/duration';
import { presets, type TimingPreset } from '../../src/connection/timing/presets';
import { namedFolder, type NamedFolder } from './folder';
import type { CommonEntry, ConnectionEntry } from './schema';

/** What the file says of one connection; what it leaves open stays as it is, or becomes what the plugin proposes. */
export interface Wish {
  name: string;
  heartbeatName: string | undefined;
  heartbeat: boolean;
  /** Several Grafanas may send heartbeats to its integration. */
  shared: boolean;
  /** Seconds. */
  interval: number | undefined;
  preset: TimingPreset['id'] | undefined;
  /** Seconds. */
  timing: Partial<HeartbeatTiming>;
  scope: DesiredHeartbeat['scope'] | undefined;
  /** For a new heartbeat rule; one that exists stays in its folder. Undefined for the plugin's own. */
  folder: NamedFolder | undefined;
  maxAlerts: number | undefined;
  sendResolved: boolean | undefined;
  locked: boolean | undefined;
}

/** A connection's entry with what it takes from `defaults`. */
export function wishOf(entry: ConnectionEntry, defaults: CommonEntry): Wish {
  const { interval, preset, timing, scope, folder, maxAlerts, sendResolved, locked, heartbeat, shared } = {
    ...defaults,
    ...entry,
  };
  return {
    name: entry.name,
    heartbeatName: entry.heartbeatName,
    heartbeat: heartbeat ?? true,
    shared: shared ?? false,
    interval: interval === undefined ? undefined : parseDuration(interval),
    preset,
    timing: Object.fromEntries(
      Object.entries(timing ?? {}).flatMap(([field, value]) => {
        const seconds = parseDuration(value ?? '');
        return seconds === undefined ? [] : [[field, seconds]];
      })
    ),
    scope: scope === undefined ? undefined : scopeOf(scope),
    folder: folder === undefined ? undefined : namedFolder(folder),
    maxAlerts,
    sendResolved,
    locked,
  };
}

const scopeOf = (scope: NonNullable<CommonEntry['scope']>): DesiredHeartbeat['scope'] =>
  scope === 'alerting' ? { kind: 'alerting' } : { kind: 'dataSource', dataSourceUid: scope.dataSource };

/**
 * What to ask of `planConnection`, given what a Grafana holds. What the file leaves open stays, unless it cannot hold: then
 * it is repaired as the plugin's page does it.
 */
export function desiredOf(
  wish: Wish,
  endpoint: Endpoint,
  objects: GrafanaObjects,
  folder?: FolderChoice
): DesiredConnection {
  const proposed = proposeConnection({
    endpoint,
    objects,
    title: wish.name,
    ...(wish.interval !== undefined && { interval: wish.interval }),
    withHeartbeat: wish.heartbeat,
  });
  const existing = connectionOf(endpoint, objects);
  const { contactPoint, editability } = proposed;
  const heartbeat = (existing && repairedDesired(existing, objects).heartbeat) ?? proposed.heartbeat;
  return {
    endpoint,
    contactPoint: {
      name: wish.name,
      maxAlerts: wish.maxAlerts ?? contactPoint.maxAlerts,
      sendResolved: wish.sendResolved ?? contactPoint.sendResolved,
    },
    editability: wish.locked === undefined ? editability : wish.locked ? 'locked' : 'editable',
    heartbeat:
      wish.heartbeat && heartbeat
        ? { ...heartbeatOf(wish, endpoint, heartbeat, objects), ...(folder && { folder }) }
        : undefined,
  };
}

function heartbeatOf(
  wish: Wish,
  endpoint: Endpoint,
  proposed: DesiredHeartbeat,
  objects: GrafanaObjects
): DesiredHeartbeat {
  const existing = connectionOf(endpoint, objects);
  const interval = wish.interval ?? proposed.interval;
  // A timing that somebody chose belongs to its interval.
  const isChosenAnew = wish.preset !== undefined || interval !== proposed.interval || !existing?.rule;
  const preset = presets(interval, objects.evaluation).find(({ id }) => id === (wish.preset ?? 'documented'));
  const named = existing?.heartbeatContactPoint?.name ?? suggestHeartbeatName(wish.name, contactPointNames(objects));
  return {
    ...proposed,
    contactPointName: wish.heartbeatName ?? named,
    interval,
    scope: wish.scope ?? proposed.scope,
    timing: { ...(isChosenAnew && preset ? preset.timing : proposed.timing), ...wish.timing },
  };
}
