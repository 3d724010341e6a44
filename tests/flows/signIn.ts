import type { Transport } from '../../src/transport/transport';
import { createPerson } from './person';
import type { Person } from './wishes';
import type { Login, Way, World } from './world';

/** What stands between a person and Grafana: faults, or whose turn it is. */
export type Between = (session: Transport) => Transport;

/** Somebody new at the pages, who remembers nothing. */
export async function signIn(
  world: World,
  way: Way,
  login: Login,
  between: Between = (session) => session
): Promise<Person> {
  return createPerson({
    session: between(world.session(login)),
    way,
    version: world.version,
    granted: await world.granted(login),
    wait: (ms) => world.clock.advance(ms),
    now: world.clock.now,
  });
}
