import { fakeClock } from '../../../sandbox/clock';
import { createGrafana } from '../../../sandbox/grafana/standIn';
import { fetchTransport } from '../../../tests/support/fetchTransport';
import { applyPlan } from '../../connection/apply/applyPlan';
import { proposeConnection } from '../../connection/ownership/propose';
import type { GrafanaPort } from '../../connection/grafanaPort';
import { checklist } from '../../connection/health/checklist/checklist';
import { expireSilence, readSilences, restoreSilence, sendBeatNow } from '../../connection/actions/now';
import { firingSpans } from '../../connection/health/history';
import { healthOf } from '../../connection/health/healthOf';
import { NO_MEMORY, remember, type StatusMemory } from '../../connection/health/memory';
import { overviewOf } from '../../connection/health/overview';
import { planPause, planResume } from '../../connection/actions/pause';
import { planRemovalAction } from '../../connection/actions/remove';
import { planRename } from '../../connection/actions/rename';
import { planRotation } from '../../connection/actions/rotate';
import { readStatus } from '../../connection/reading/reading';
import type { HealthInput } from '../../connection/health/types';
import { connectionsOf, type Connection } from '../../connection/ownership/connections';
import { observe } from '../../connection/observed/observe';
import { isUpToDate, type Plan } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import type { Result } from '../../connection/result';
import { createGrafanaClient } from '../grafanaClient';
import type { Transport } from '../transport';
import { createStatusClient } from './statusClient';

const ROOT = 'http://grafana.example';

async function value<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) {
    throw new Error(JSON.stringify(settled.error));
  }
  return settled.value;
}

/** A Grafana whose targets answer with `target.status`, and people who look at it. */
function startWorld(version: '12.3.0' | '12.4.0') {
  const clock = fakeClock(Date.UTC(2026, 10, 23, 8));
  const target = { status: 200 };
  const send = async () => new Response('Ok.', { status: target.status });
  const standIn = createGrafana({ version, clock, rootUrl: ROOT, send });
  const requests: Array<{ path: string; bytes: number }> = [];
  const transportOf = (credentials: string): Transport =>
    fetchTransport({
      baseUrl: ROOT,
      credentials,
      fetch: async (request) => {
        const response = await standIn.fetch(request);
        const { length } = await response.clone().text();
        requests.push({ path: new URL(request.url).pathname, bytes: length });
        return response;
      },
    });
  const editor = transportOf('editor:editorpass');
  return {
    ...{ clock, standIn, target, requests, editor, transportOf },
    grafana: createGrafanaClient(editor),
    status: createStatusClient(editor),
  };
}

const endpointOf = (token: string) => ({ base: 'https://irm.example', type: 'alertmanager', token });

async function connect(grafana: GrafanaPort, token: string) {
  const observed = await value(observe(grafana));
  const desired = proposeConnection({ endpoint: endpointOf(token), observed, title: token });
  await carryOut(planConnection(desired, observed), grafana);
}

async function carryOut(plan: Plan, grafana: GrafanaPort) {
  const outcome = await applyPlan(plan, grafana, { wait: async () => {} });
  expect(outcome).toMatchObject({ result: 'applied' });
}

describe.each(['12.3.0', '12.4.0'] as const)('Grafana %s', (version) => {
  let world: ReturnType<typeof startWorld>;
  beforeEach(() => {
    world = startWorld(version);
  });
  afterEach(() => world.standIn.stop());

  async function look(): Promise<HealthInput> {
    const snapshot = await value(readStatus(world.status));
    const [connection] = connectionsOf(reading);
    return { snapshot, connection: connection as Connection };
  }
  const stateNow = async (more: Partial<HealthInput> = {}) => {
    const { state, reason } = healthOf({ ...(await look()), ...more });
    return `${state} ${reason.code}`;
  };

  describe('what a refresh costs', () => {
    const refresh = async (transport: Transport) => {
      world.requests.splice(0);
      const snapshot = await value(readStatus(createStatusClient(transport)));
      return { snapshot, paths: world.requests.map(({ path }) => path), requests: [...world.requests] };
    };

    it('is five requests, for one connection as for twelve', async () => {
      for (const count of [1, 12]) {
        while (overviewOf(await look()).rows.length < count) {
          await connect(world.grafana, `T${world.requests.length}`);
        }
        const { paths, snapshot } = await refresh(world.editor);
        expect(paths).toHaveLength(5);
        expect(overviewOf({ snapshot }).rows).toHaveLength(count);
      }
    });

    it('is four requests and no list of rules where our folder is not there, whoever asks', async () => {
      await fillWithOtherRules(30);
      for (const credentials of ['editor:editorpass', 'viewer:viewerpass', 'admin:admin']) {
        const { paths, snapshot } = await refresh(world.transportOf(credentials));
        expect(paths).toHaveLength(4);
        expect(paths.filter((path) => path.includes('/prometheus/'))).toEqual([]);
        expect(reading.folder.state).toBe(credentials === 'admin:admin' ? 'absent' : 'hidden');
        expect(snapshot.problems).toEqual({});
      }
    });

    it('is three requests while the folder is empty', async () => {
      await value(world.grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }));
      const { paths, snapshot } = await refresh(world.editor);
      expect(paths).toHaveLength(3);
      expect(reading.folder.state).toBe('present');
    });

    it('does not grow with the rules of the organisation', async () => {
      await connect(world.grafana, 'T1');
      await world.clock.advance(20_000);
      const before = await refresh(world.editor);
      await fillWithOtherRules(30);
      await world.clock.advance(20_000);
      const after = await refresh(world.editor);
      const sizes = (answers: typeof before) => answers.requests.map(({ path, bytes }) => ({ path, bytes }));
      expect(sizes(after)).toEqual(sizes(before));
    });

    async function fillWithOtherRules(count: number) {
      const admin = createGrafanaClient(world.transportOf('admin:admin'));
      await value(admin.createFolder({ uid: 'others', title: 'Others' }));
      for (let index = 0; index < count; index += 1) {
        const observed = await value(observe(world.grafana));
        const { heartbeat } = proposeConnection({ endpoint: endpointOf('T0'), observed });
        const rule = { folderUid: 'others', group: `g${index}`, title: `Rule ${index}`, labels: {}, annotations: {} };
        const rest = { uid: undefined, receiver: '', muteTimings: [], isPaused: false, locked: false };
        if (heartbeat) {
          await value(
            admin.writeRule({ ...rule, ...rest, ...heartbeat.timing, scope: { kind: 'alerting' } }, 'editable')
          );
        }
      }
    }
  });

  it('sees a heartbeat begin, beat, fail, recover, pause and resume', async () => {
    await connect(world.grafana, 'T1');
    expect(await stateNow()).toBe('new notEvaluatedYet');
    await world.clock.advance(25_000);
    expect(await stateNow()).toBe('up beating');
    world.target.status = 403;
    await world.clock.advance(125_000);
    expect(await stateNow()).toBe('down deliveryFails');
    expect(healthOf(await look())).toMatchObject({ reason: { cause: 'wrongKey' }, nextAction: 'rotateEndpoint' });
    world.target.status = 200;
    await world.clock.advance(10_000);
    expect(await stateNow()).toBe('up beating');

    const { connection, snapshot } = await look();
    const pause = planPause(connection, reading);
    await carryOut(pause.plan, world.grafana);
    expect(await stateNow()).toBe('paused paused');
    const paused = await look();
    await carryOut(planResume(paused.connection, paused.reading).plan, world.grafana);
    await world.clock.advance(25_000);
    expect(await stateNow()).toBe('up beating');
  });

  it('remembers over a restart what Grafana forgets', async () => {
    await connect(world.grafana, 'T1');
    await world.clock.advance(60_000);
    let memory: StatusMemory = remember(NO_MEMORY, (await look()).snapshot);
    world.standIn.restart('graceful');
    await world.clock.advance(11_000);
    expect(await stateNow()).toBe('unknown statusLost');
    memory = remember(memory, (await look()).snapshot);
    expect(await stateNow({ memory })).toBe('up beating');
  });

  it('finds the silence that stops the beats, expires it and puts it back', async () => {
    await connect(world.grafana, 'T1');
    await world.clock.advance(25_000);
    const now = world.clock.now();
    await value(
      world.status.createSilence({
        matchers: [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }],
        ...{ startsAt: now, endsAt: now + 3_600_000, createdBy: 'somebody', comment: 'quiet please' },
      })
    );
    const input = await look();
    const { reason, nextAction } = healthOf(input);
    expect(nextAction).toBe('expireSilence');
    const ids = reason.code === 'silenced' ? reason.silences : [];
    const [silence] = await value(readSilences(world.status, [...ids, 'gone']));
    expect(silence).toMatchObject({
      state: 'active',
      createdBy: 'somebody',
      comment: 'quiet please',
      endsAt: now + 3_600_000,
    });
    expect(checklist(input)).toContainEqual(expect.objectContaining({ id: 'silence', state: 'problem' }));
    if (silence) {
      await value(expireSilence(world.status, silence));
      expect(await stateNow()).toBe('up beating');
      const restored = await value(restoreSilence(world.status, silence, world.clock.now()));
      expect(restored).not.toBe(silence.id);
      expect(await stateNow()).toBe('late silenced');
    }
    await value(world.status.expireSilence('gone'));
  });

  it('reads the history of a day', async () => {
    const from = world.clock.now();
    await connect(world.grafana, 'T1');
    await world.clock.advance(60_000);
    const { connection } = await look();
    const changes = await value(world.status.stateHistory(connection.rule?.uid ?? '', from, world.clock.now()));
    expect(changes.value).toEqual([{ at: expect.any(Number), previous: 'Normal', next: 'Alerting', note: undefined }]);
    expect(changes.serverTime).toBe(world.clock.now());
    const spans = firingSpans(changes.value, from, world.clock.now());
    expect(spans.map(({ state }) => state)).toEqual(['Normal', 'Alerting']);
  });

  it('knows where the organisation’s alerts go', async () => {
    expect(await value(world.status.alertmanagerChoice())).toEqual({ choice: 'internal', externalCount: 0 });
  });

  it.each([
    ['pause', (one: Connection, all: Observed) => planPause(one, all)],
    [
      'rename',
      (one: Connection, all: Observed) => planRename(one, all, { alertContactPoint: 'A', heartbeatContactPoint: 'B' }),
    ],
    ['rotate', (one: Connection, all: Observed) => planRotation(one, all, endpointOf('T2'))],
    ['remove', (one: Connection, all: Observed) => planRemovalAction(one, all)],
  ])('can %s and take it back', async (_name, plan) => {
    await connect(world.grafana, 'T1');
    const before = await value(observe(world.grafana));
    const [connection] = connectionsOf(before);
    const action = plan(connection as Connection, before);
    await carryOut(action.plan, world.grafana);
    expect(await value(observe(world.grafana))).not.toEqual(before);
    await carryOut(action.undo as Plan, world.grafana);
    const uidless = (all: Observed) => ({ ...all, rules: all.rules.map((rule) => ({ ...rule, uid: '' })) });
    expect(uidless(await value(observe(world.grafana)))).toEqual(uidless(before));
  });

  it('beats on under the new endpoint after a rotation, with nothing left to repair', async () => {
    await connect(world.grafana, 'T1');
    const { connection, snapshot } = await look();
    await carryOut(planRotation(connection, reading, endpointOf('T2')).plan, world.grafana);
    await world.clock.advance(200_000);
    expect(await stateNow()).toBe('up beating');
    const after = await look();
    const again = planRotation(after.connection, after.reading, endpointOf('T2'));
    expect(isUpToDate(again.plan)).toBe(true);
  });

  it('sends one heartbeat now, if there is where to', async () => {
    await connect(world.grafana, 'T1');
    const { connection } = await look();
    expect(await value(sendBeatNow(world.grafana, connection))).toMatchObject({ kind: 'accepted' });
    const bare = { ...connection, heartbeatContactPoint: undefined };
    expect(await sendBeatNow(world.grafana, bare as unknown as Connection)).toMatchObject({
      error: { reason: 'notFound' },
    });
  });

  it('lets a Viewer look, and names what a stranger may not', async () => {
    await connect(world.grafana, 'T1');
    await world.clock.advance(25_000);
    const viewer = await value(readStatus(createStatusClient(world.transportOf('viewer:viewerpass'))));
    expect(overviewOf({ snapshot: viewer }).counts.up).toBe(1);
    const stranger = await readStatus(createStatusClient(world.transportOf('nobody:wrong')));
    expect(stranger).toMatchObject({ ok: false, error: { reason: 'unauthorized' } });
  });
});

type Observed = Parameters<typeof planPause>[1];
