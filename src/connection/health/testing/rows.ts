import { connectionId } from '../../endpoint/identity';
import type { TestFailure } from '../../port/testVerdict';
import { desiredConnection, endpoint } from '../../testing/fixtures';
import type { HealthInput, HealthReason, HealthState, NextAction } from '../types';
import { at, judged, type Scene } from './scene';

export const ID = connectionId(endpoint);
export const ONE: Partial<HealthInput> = { replicas: 'one' };
export const EXTERNAL: Partial<HealthInput> = { alertmanagers: { choice: 'external', externalCount: 2 } };

/** What the page saw before: the last beat, and since when it saw none at all; in seconds from noon. */
export function remembered(
  lastBeat: number | undefined,
  unseenSince?: number,
  severalReplicas = false
): Partial<HealthInput> {
  const time = (seconds: number | undefined) => (seconds === undefined ? undefined : at(seconds));
  const beat = {
    lastBeat: time(lastBeat),
    lastAttempt: time(lastBeat),
    unseenSince: time(unseenSince),
    replacedAt: undefined,
  };
  return { memory: { beats: { [`${ID} irmc-${ID}-hb`]: beat }, log: {}, severalReplicas } };
}

export const failing = (cause: TestFailure): Scene['delivery'] => ({ lastError: `it was ${cause}`, cause });
export const silenced: Scene['alert'] = { state: 'suppressed', silencedBy: ['s1'] };
export const notFiring: Scene['status'] = { state: 'inactive', activeAt: undefined };
export const byHand = {
  alertContactPoint: { uid: 'a', name: 'oncall' },
  heartbeatContactPoint: { uid: 'b', name: 'oncall beat' },
};
export const handRule: Scene['rule'] = { group: 'hand', receiver: 'oncall beat', labels: {}, annotations: {} };
const { heartbeat } = desiredConnection();
export const dataSource = desiredConnection({
  heartbeat: heartbeat && { ...heartbeat, scope: { kind: 'dataSource', dataSourceUid: 'prom' } },
});

/** A story, the scene, what else is known, and what is judged of it. */
export type Row = [string, Scene, Partial<HealthInput>, HealthState, HealthReason['code'], NextAction];

export const expectRow = (...[, scene, more, state, code, nextAction]: Row) =>
  expect(judged(scene, more)).toMatchObject({ state, reason: { code }, nextAction });
