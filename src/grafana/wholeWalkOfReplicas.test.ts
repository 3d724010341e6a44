import { fakeClock, type FakeClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { transportTo } from '../../tests/support/fetchTransport';
import { valueOf } from '../../tests/support/valueOf';
import { namesToRemove, planRemoval } from '../connection/actions/remove';
import { applyPlan } from '../connection/apply/applyPlan';
import { endpointOfUrl } from '../connection/endpoint/identity';
import { healthOf } from '../connection/health/healthOf';
import { lookAt, type Look } from '../connection/health/look';
import { NO_MEMORY } from '../connection/health/memory';
import { connectionsOf, type Connection } from '../connection/ownership/connections';
import { proposeConnection } from '../connection/ownership/propose';
import { planConnection } from '../connection/plan/planConnection';
import type { Plan } from '../connection/plan/types';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { readGrafana } from '../connection/reading/readGrafana';
import { readSurroundings } from '../connection/reading/uses';
import pluginJson from '../plugin.json';
import { createGrafanaClient } from './grafanaClient';
import { throughProxy } from './testing/throughProxy';

const ROOT = 'http://grafana.example';
const ENDPOINT = 'http://irm.example/integrations/v1/alertmanager/T0ken/';

interface World {
  clock: FakeClock;
  standIn: GrafanaStandIn;
  /** When beats arrived, by the clock. */
  beats: number[];
}

function startWorld(version: '12.3.0' | '12.4.0' | '13.2.1', replicas: number): World {
  const beats: number[] = [];
  const clock = fakeClock(Date.UTC(2026, 10, 23, 8));
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (request.url.startsWith(ROOT)) {
      return standIn.fetch(request);
    }
    if (request.url === `${ENDPOINT}heartbeat/`) {
      beats.push(clock.now());
    }
    return new Response('Ok.');
  };
  const standIn = createGrafana({ version, clock, rootUrl: ROOT, send, plugin: pluginJson, replicas });
  return { clock, standIn, beats };
}

const asUser = ({ standIn }: World, credentials: string) => transportTo(standIn, credentials, ROOT);

/** An Editor, by the session or through the proxy with a service account. */
async function editorBy(way: 'session' | 'proxy', world: World): Promise<GrafanaPort> {
  const editor = asUser(world, 'editor:editorpass');
  return createGrafanaClient(way === 'proxy' ? await throughProxy(asUser(world, 'admin:admin'), editor, ROOT) : editor);
}

/** Carries out a plan, with waits on the clock of the stand-in. */
async function apply(plan: Plan, port: GrafanaPort, { clock }: World) {
  const run = await applyPlan(plan, port, { wait: (ms) => clock.advance(ms) });
  expect(run).toMatchObject({ result: 'applied' });
}

async function onlyConnection(port: GrafanaPort): Promise<Connection | undefined> {
  const connections = connectionsOf(await valueOf(readGrafana(port)));
  expect(connections.length).toBeLessThanOrEqual(1);
  return connections[0];
}

/** Looks every 10 s, as a page does; answers the states it showed. */
async function watch(port: GrafanaPort, { clock }: World, seconds: number, before?: Look) {
  let look = before;
  const states: string[] = [];
  for (let second = 0; second < seconds; second += 10) {
    const answer = await lookAt(port, look?.memory ?? NO_MEMORY, undefined, { readBefore: look?.reading });
    look = answer.ok ? answer.value : look;
    const [connection] = look ? connectionsOf(look.reading) : [];
    if (look && connection) {
      const shownAt = answer.ok ? undefined : clock.now();
      states.push(healthOf({ ...look, connection, shownAt }).state);
    }
    await clock.advance(10_000);
  }
  return { look, states };
}

describe.each(['12.3.0', '12.4.0', '13.2.1'] as const)('Grafana %s', (version) => {
  let world: World;
  afterEach(() => world.standIn.stop());

  it.each([
    ['session', 1],
    ['session', 2],
    ['proxy', 1],
    ['proxy', 2],
  ] as const)(
    'carries an Editor from nothing to a beating heartbeat and back, by %s on %i replicas',
    async (way, replicas) => {
      world = startWorld(version, replicas);
      const port = await editorBy(way, world);
      const endpoint = endpointOfUrl(ENDPOINT)?.endpoint;
      const objects = await valueOf(readGrafana(port));
      const wanted =
        endpoint && proposeConnection({ endpoint, objects, title: 'Production', interval: 60, withHeartbeat: true });
      if (!wanted) {
        throw new Error('the address is not understood');
      }
      await apply(planConnection(wanted, objects), port, world);
      // What was made is there whichever replica answers next, and a second run finds nothing to do.
      const again = await valueOf(readGrafana(port));
      expect(planConnection(wanted, again).steps.filter(({ action }) => action !== 'keep')).toEqual([]);

      await world.clock.advance(45_000);
      const calm = await watch(port, world, 300);
      // Whoever begins at a replica that does not send has to learn of the other one first.
      expect(new Set(calm.states.slice(replicas > 1 ? 3 : 0))).toEqual(new Set(['up']));
      expect(calm.states).not.toContain('late');
      expect(calm.states).not.toContain('down');

      world.standIn.replicas[0]?.restart('kill', 60_000);
      const killed = await watch(port, world, 180, calm.look);
      expect(killed.states.at(-1)).toBe('up');
      // One that is away for its whole interval is down; where another one takes over, nothing is wrong.
      expect(killed.states.some((state) => state === 'late' || state === 'down')).toBe(replicas === 1);

      const connection = await onlyConnection(port);
      const reading = await valueOf(readGrafana(port));
      if (!connection) {
        throw new Error('the connection is gone');
      }
      const surroundings = await valueOf(readSurroundings(port, namesToRemove(connection)));
      await apply(planRemoval(connection, reading, surroundings).plan, port, world);
      expect(await onlyConnection(port)).toBeUndefined();
      const last = world.beats.length;
      await world.clock.advance(120_000);
      expect(world.beats.length - last).toBeLessThanOrEqual(replicas > 1 ? 1 : 0);
    }
  );
});
