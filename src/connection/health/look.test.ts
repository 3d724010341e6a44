import { standIns, type ClusterOptions } from '../../../tests/support/standIns';
import { applyPlan } from '../apply/applyPlan';
import { endpointOfUrl } from '../endpoint/identity';
import { connectionsOf } from '../ownership/connections';
import { proposeConnection } from '../ownership/propose';
import { planConnection } from '../plan/planConnection';
import type { GrafanaPort } from '../port/grafanaPort';
import type { GrafanaReading } from '../reading/reading';
import { readGrafana } from '../reading/readGrafana';
import { healthOf } from './healthOf';
import { lookAt, MOST_ASKED_AGAIN } from './look';
import { NO_MEMORY, sendsTwice, type StatusMemory } from './memory';
import type { ToldReplicas } from './replicas';

const SECOND = 1000;
let world: ReturnType<typeof standIns>;
/** A page that has read Grafana before knows that there is a folder. */
let readBefore: GrafanaReading | undefined;
afterEach(() => world.stop());

/** A Grafana of two with one connection, made by an Editor, and the page of a Viewer. */
async function open(options: ClusterOptions = {}, interval = 60) {
  world = standIns({ replicas: 2, ...options });
  const editor = await world.signIn('editor');
  const before = await readGrafana(editor.grafana);
  const endpoint = endpointOfUrl(world.newIntegration('Production').endpoint)?.endpoint;
  if (!before.ok || !endpoint) {
    throw new Error('Grafana cannot be read');
  }
  const wish = { endpoint, objects: before.value, title: 'Production', interval, withHeartbeat: true };
  const wait = (ms: number) => world.clock.advance(ms);
  const run = await applyPlan(planConnection(proposeConnection(wish), before.value), editor.grafana, { wait });
  expect(run.error).toBeUndefined();
  expect(run.result).toBe('applied');
  const { grafana } = await world.signIn('viewer');
  return { grafana, pass: (seconds: number) => world.clock.advance(seconds * SECOND) };
}

async function look(grafana: GrafanaPort, memory: StatusMemory = NO_MEMORY, told?: ToldReplicas) {
  const before = world.asked.length;
  const answer = await lookAt(grafana, memory, told, { readBefore: memory === NO_MEMORY ? undefined : readBefore });
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  const { reading, memory: after, driftOf, askedAgain } = answer.value;
  readBefore = reading;
  const connection = connectionsOf(reading)[0];
  const health = connection && healthOf({ connection, reading, driftOf, memory: after, replicas: told });
  return { memory: after, askedAgain, requests: world.asked.length - before, health };
}

test.each(['roundRobin', 'sticky', 0, 1] as const)(
  'an Editor connects through %s without an error',
  async (routing) => {
    await open({ routing });
  }
);

test('a fresh page at the replica that does not send learns of the other one, and says that it cannot be seen', async () => {
  const { grafana, pass } = await open({ routing: 1 });
  await pass(300);
  // The rule was made here, so that this replica sent the first beat.
  world.route(0);
  const isSender = (await look(grafana)).health?.state === 'up';
  world.route(isSender ? 1 : 0);
  const seen = await look(grafana);
  expect(seen.memory.evidence).toMatchObject({ proof: 'history', count: 2 });
  expect(seen).toMatchObject({ askedAgain: MOST_ASKED_AGAIN, requests: 5 + 1 + MOST_ASKED_AGAIN });
  expect(seen.health?.state).toBe('unknown');
  const later = await look(grafana, seen.memory);
  expect(later.requests).toBe(5 + MOST_ASKED_AGAIN);
});

test('through a load balancer that takes turns each page sees the beat, with one request more where it needs one', async () => {
  const { grafana, pass } = await open();
  await pass(120);
  let memory: StatusMemory | undefined;
  const states = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const seen = await look(grafana, memory);
    memory = seen.memory;
    states.push(seen.health?.state);
    expect(seen.requests).toBeLessThanOrEqual(turn === 0 ? 9 : 6);
    await pass(10);
  }
  expect(states).toEqual(Array(20).fill('up'));
});

test('one replica is asked five things, and a sixth while a beat is missing, once in ten minutes', async () => {
  const { grafana, pass } = await open({ replicas: 1 });
  await pass(120);
  expect((await look(grafana)).requests).toBe(5);
  world.restartGrafana('kill');
  let memory: StatusMemory | undefined;
  const requests = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const seen = await look(grafana, memory);
    memory = seen.memory;
    requests.push(seen.requests);
  }
  expect(requests).toEqual([6, 5, 5]);
});

test('who was told that there is one replica asks no history; several are asked for without it', async () => {
  const { grafana, pass } = await open({ routing: 1 });
  await pass(10);
  expect((await look(grafana, NO_MEMORY, 'one')).requests).toBe(5);
  const seen = await look(grafana, NO_MEMORY, 'several');
  expect(seen.requests).toBe(5 + seen.askedAgain);
});

test('a replica that died costs the page one more try, and no error', async () => {
  const { grafana, pass } = await open();
  await pass(120);
  const { memory } = await look(grafana);
  world.replicas[0]?.end('kill');
  const states = [];
  for (let turn = 0; turn < 3; turn += 1) {
    states.push((await look(grafana, memory, 'several')).health?.state);
  }
  expect(states).toEqual(['up', 'up', 'up']);
});

test('replicas that do not gossip are told apart by their beats, those that do are not', async () => {
  const watch = async (gossip: boolean) => {
    const { grafana, pass } = await open({ gossip }, 300);
    await pass(120);
    let memory: StatusMemory | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      memory = (await look(grafana, memory, 'several')).memory;
      await pass(10);
    }
    world.stop();
    return memory && sendsTwice(memory);
  };
  expect(await watch(true)).toBe(false);
  expect(await watch(false)).toBe(true);
});
