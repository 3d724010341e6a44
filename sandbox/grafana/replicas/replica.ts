import { Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { Alerting } from '../alerting';
import type { GrafanaEnv } from '../context';
import { mountParts, type Parts } from '../mount';
import type { Backend } from './front';

/** One process of Grafana. What it shares with the others lies in the database behind its parts. */
export interface Replica extends Backend {
  /** Ends it until `begin`; meanwhile it answers nothing. */
  end(kind: 'graceful' | 'kill'): void;
  begin(): void;
  /** Ends it and starts it `downMs` of the clock's time later. */
  restart(kind: 'graceful' | 'kill', downMs?: number): void;
  stop(): void;
}

export interface RunningReplica extends Replica {
  alerting: Alerting;
}

export function createReplica(parts: Parts): RunningReplica {
  const { alerting, clock } = parts;
  // Tests make thousands of stand-ins; this router has nothing to compile before the first request.
  const app = new Hono<GrafanaEnv>({ strict: false, router: new TrieRouter() });
  mountParts(app, parts);
  let downSince: number | undefined;
  let callOffBegin = () => {};

  function end(kind: 'graceful' | 'kill') {
    callOffBegin();
    alerting.end(kind);
    downSince ??= clock.now();
  }

  function begin() {
    downSince = undefined;
    alerting.begin();
  }

  return {
    alerting,
    async fetch(request) {
      const response = await app.fetch(request);
      response.headers.set('Date', new Date(clock.now()).toUTCString());
      return response;
    },
    downSince: () => downSince,
    end,
    begin,
    restart(kind, downMs = 0) {
      end(kind);
      if (downMs > 0) {
        callOffBegin = clock.schedule(downMs, begin);
      } else {
        begin();
      }
    },
    stop() {
      callOffBegin();
      alerting.stop();
    },
  };
}
