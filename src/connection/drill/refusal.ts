import type { DrillState } from '../desired/drillMark';
import type { Health } from '../health/types';
import type { IntegrationOfEndpoint } from '../irm/findIntegration';
import type { Connection } from '../ownership/connections';
import type { Obstacle, Plan } from '../plan/types';

/** Why no drill can be run now. */
export type DrillRefusal =
  | { code: 'irmNotSetUp' }
  | { code: 'irmForViewers' }
  /** IRM could not be asked, or has not answered yet. */
  | { code: 'integrationUnread' }
  | { code: 'integrationGone' }
  | { code: 'integrationNotSearched' }
  | { code: 'paused' }
  /** Only a heartbeat that beats can be missed. */
  | { code: 'notUp' }
  | { code: 'intervalUnknown' }
  /** Another rule sends beats to the same integration, which would hear them all the same. */
  | { code: 'otherRule'; title: string }
  | { code: 'missingRights'; rights: readonly string[] }
  | { code: 'blocked'; obstacle: Obstacle };

export interface DrillCircumstances {
  irmAccess: 'ready' | 'notSetUp' | 'notForViewers';
  /** Undefined while it is read, and when it could not be. */
  found: IntegrationOfEndpoint | undefined;
  connection: Connection;
  health: Pick<Health, 'state'>;
  /** The pause as it would be planned. */
  pause: Plan;
  /** Permissions that whoever acts, a person or the service account, lacks for it. */
  missing: readonly string[];
}

/** The first reason that stands in the way of a drill; undefined when nothing does. */
export function refusalOf(circumstances: DrillCircumstances): DrillRefusal | undefined {
  const { irmAccess, found, connection, health, pause, missing } = circumstances;
  if (irmAccess !== 'ready') {
    return { code: irmAccess === 'notSetUp' ? 'irmNotSetUp' : 'irmForViewers' };
  }
  if (missing.length > 0) {
    return { code: 'missingRights', rights: missing };
  }
  if (connection.rule?.isPaused) {
    return { code: 'paused' };
  }
  if (health.state !== 'up') {
    return { code: 'notUp' };
  }
  if (connection.interval === undefined) {
    return { code: 'intervalUnknown' };
  }
  const other = connection.otherRules.find(({ isPaused }) => !isPaused);
  if (other) {
    return { code: 'otherRule', title: other.title };
  }
  const obstacle = pause.obstacles.find(({ blocking }) => blocking);
  if (obstacle) {
    return { code: 'blocked', obstacle };
  }
  return whyNotFound(found);
}

function whyNotFound(found: IntegrationOfEndpoint | undefined): DrillRefusal | undefined {
  switch (found?.kind) {
    case undefined:
      return { code: 'integrationUnread' };
    case 'gone':
      return { code: 'integrationGone' };
    case 'notSearched':
      return { code: 'integrationNotSearched' };
    case 'found':
      return undefined;
  }
}

/** What somebody who comes to a rule with the mark of a drill can do about it. */
export const canGoOnWatching = (state: DrillState, now: number, deadline: number, mayAskIrm: boolean): boolean =>
  state === 'running' && now < deadline && mayAskIrm;
