import type { Clock } from '../../clock';

/** How a load balancer gives out requests: in turn, by person, or all to one replica (counted from 0). */
export type Routing = 'roundRobin' | 'sticky' | number;

/** A replica as its load balancer sees it. */
export interface Backend {
  fetch(request: Request): Promise<Response>;
  /** Since when it does not answer; undefined while it does. */
  downSince(): number | undefined;
}

export interface Front {
  fetch(request: Request): Promise<Response>;
  route(routing: Routing): void;
}

/** A load balancer takes a replica out after its next looks at it; till then its requests fail. */
const NOTICES_MS = 5_000;

/** Chooses the replica of one request, counted from 1, whatever the routing is. */
const CHOSEN = { header: 'x-sandbox-replica', cookie: /(?:^|;\s*)sandbox_replica=(\d+)/ };

/** The load balancer before several replicas. A request to one that is down answers 502, as nginx does. */
export function createFront(clock: Clock, backends: readonly Backend[], first: Routing = 'roundRobin'): Front {
  let routing = first;
  let turn = 0;

  function isKnownDown({ downSince }: Backend): boolean {
    const since = downSince();
    return since !== undefined && clock.now() - since >= NOTICES_MS;
  }

  function next(): Backend | undefined {
    const candidates = backends.filter((backend) => !isKnownDown(backend));
    const chosen = candidates[turn % Math.max(1, candidates.length)];
    turn += 1;
    return chosen;
  }

  function sticky({ headers }: Request): Backend | undefined {
    const person = headers.get('cookie') ?? headers.get('authorization') ?? '';
    const place = [...person].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7);
    const candidates = backends.filter((backend) => !isKnownDown(backend));
    return candidates[place % Math.max(1, candidates.length)];
  }

  function backendOf(request: Request): Backend | undefined {
    const chosen = request.headers.get(CHOSEN.header) ?? CHOSEN.cookie.exec(request.headers.get('cookie') ?? '')?.[1];
    if (chosen) {
      return backends[Number(chosen) - 1];
    }
    return typeof routing === 'number' ? backends[routing] : routing === 'sticky' ? sticky(request) : next();
  }

  return {
    async fetch(request) {
      const backend = backendOf(request);
      // A network lies between: requests that come at once are given out before one of them leads to another.
      await Promise.resolve();
      return !backend || backend.downSince() !== undefined ? badGateway() : backend.fetch(request);
    },
    route(wanted) {
      routing = wanted;
    },
  };
}

function badGateway(): Response {
  const body = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  return new Response(body, { status: 502, headers: { 'Content-Type': 'text/html' } });
}
