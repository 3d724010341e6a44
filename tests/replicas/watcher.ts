import { healthOf } from '../../src/connection/health/healthOf';
import { lookAt, type Look } from '../../src/connection/health/look';
import { NO_MEMORY } from '../../src/connection/health/memory';
import type { Health, HealthState } from '../../src/connection/health/types';
import type { ToldReplicas } from '../../src/connection/health/replicas';
import { connectionWithId, type Connection } from '../../src/connection/ownership/connections';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';

export interface Watcher {
  name: string;
  /** A browser that knows nothing opens the page anew with every look. */
  isFresh: boolean;
  states: Record<HealthState, number>;
  looks: number;
  failedLooks: number;
  askedAgain: number;
  requests(): number;
  /** One refresh of the page; answers what it shows of each connection, nothing where nothing was ever read. */
  look(connections: readonly Connection[], now: number): Promise<Map<string, Health>>;
}

interface Options {
  name: string;
  client: { port: GrafanaPort; requests(): number };
  isFresh?: boolean;
  told?: ToldReplicas;
}

/** Somebody who looks at the status page through one way to the replicas. */
export function createWatcher({ name, client, isFresh = false, told }: Options): Watcher {
  let last: Look | undefined;
  const states = { new: 0, up: 0, late: 0, down: 0, paused: 0, misconfigured: 0, unknown: 0, none: 0 };
  const watcher: Watcher = {
    ...{ name, isFresh, states, looks: 0, failedLooks: 0, askedAgain: 0, requests: client.requests },
    async look(connections, now) {
      const before = isFresh ? undefined : last;
      const answer = await lookAt(client.port, before?.memory ?? NO_MEMORY, told, { readBefore: before?.reading });
      watcher.looks += 1;
      watcher.failedLooks += answer.ok ? 0 : 1;
      watcher.askedAgain += answer.ok ? answer.value.askedAgain : 0;
      last = answer.ok ? answer.value : before;
      const shown = new Map<string, Health>();
      for (const { id } of last ? connections : []) {
        const connection = last && connectionWithId(id, last.reading);
        if (last && connection) {
          const { reading, memory, driftOf } = last;
          const shownAt = answer.ok ? undefined : now;
          const health = healthOf({ connection, reading, memory, driftOf, replicas: told, shownAt });
          states[health.state] += 1;
          shown.set(id, health);
        }
      }
      return shown;
    },
  };
  return watcher;
}
