import type { DrillMark } from '../../../connection/desired/drillMark';
import type { GrafanaError } from '../../../connection/port/grafanaPort';

/** A drill that this page has begun: it paused the heartbeat with this mark. */
export interface BegunDrill {
  mark: DrillMark;
  /** Somebody saved the rule in the same moment, and the pause went over that. */
  wentOver: GrafanaError | undefined;
}

export const wentOverIn = (error: GrafanaError | undefined) => (error?.reason === 'wentOver' ? error : undefined);
