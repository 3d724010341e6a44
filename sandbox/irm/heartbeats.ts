import type { Clock } from '../clock';
import { receiveAlert } from './alertGroups';
import { heartbeatPayload } from './heartbeatPayloads';
import type { Heartbeat, Integration } from './model';
import type { Store } from './store';

export const timeoutOptions: ReadonlyArray<{ value: number; display_name: string }> = [
  { value: 60, display_name: '1 minute' },
  { value: 120, display_name: '2 minutes' },
  { value: 180, display_name: '3 minutes' },
  { value: 300, display_name: '5 minutes' },
  { value: 600, display_name: '10 minutes' },
  { value: 900, display_name: '15 minutes' },
  { value: 1800, display_name: '30 minutes' },
  { value: 3600, display_name: '1 hour' },
  { value: 43200, display_name: '12 hours' },
  { value: 86400, display_name: '1 day' },
];

const checkEveryMs = 120_000;

export type HeartbeatStatus = 'never' | 'up' | 'down';

/** IRM shows the state at once, yet makes and resolves alert groups only when it checks, at even minutes. */
export function heartbeatStatus(heartbeat: Heartbeat, now: number): HeartbeatStatus {
  if (heartbeat.lastBeatAt === null) {
    return 'never';
  }
  return heartbeat.lastBeatAt + heartbeat.timeoutSeconds * 1000 < now ? 'down' : 'up';
}

export interface HeartbeatMonitor {
  /** Counts a signal; false when the integration has no heartbeat. */
  beat(integration: Integration): boolean;
  stop(): void;
}

export function createHeartbeatMonitor(store: Store, clock: Clock): HeartbeatMonitor {
  let callOff: (() => void) | undefined;

  function scheduleCheck(): void {
    callOff ??= clock.schedule(checkEveryMs - (clock.now() % checkEveryMs), () => {
      callOff = undefined;
      check(store, clock.now());
      scheduleWhileArmed();
    });
  }

  // No heartbeat armed, nothing to check: a process that is done is not kept alive by a timer.
  function scheduleWhileArmed(): void {
    if ([...store.integrations.values()].some(({ heartbeat }) => heartbeat && heartbeat.lastBeatAt !== null)) {
      scheduleCheck();
    }
  }

  scheduleWhileArmed();
  return {
    beat(integration) {
      if (!integration.heartbeat || integration.deleted) {
        return false;
      }
      integration.heartbeat.lastBeatAt = clock.now();
      scheduleCheck();
      return true;
    },
    stop() {
      callOff?.();
    },
  };
}

function check(store: Store, now: number): void {
  for (const integration of store.integrations.values()) {
    const { heartbeat } = integration;
    if (!heartbeat || heartbeat.lastBeatAt === null) {
      continue;
    }
    const expired = heartbeat.lastBeatAt + heartbeat.timeoutSeconds * 1000 <= now;
    if (expired !== heartbeat.alerted) {
      heartbeat.alerted = expired;
      receiveAlert(store, integration, heartbeatPayload(integration, !expired), now);
    }
  }
}
