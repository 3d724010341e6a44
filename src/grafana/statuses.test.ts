import { fakeClock } from '../../sandbox/clock';
import { createGrafana } from '../../sandbox/grafana/standIn';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { valueOf } from '../../tests/support/valueOf';
import { planPause, planResume } from '../connection/actions/pause';
import { planRemoval, namesToRemove } from '../connection/actions/remove';
import { planRename } from '../connection/actions/rename';
import { planRotation } from '../connection/actions/rotate';
import { expireSilence, readSilences, restoreSilence } from '../connection/actions/silences';
import type { ActionPlan } from '../connection/actions/types';
import { undoOf } from '../connection/actions/undo';
import { applyPlan } from '../connection/apply/applyPlan';
import { checklist } from '../connection/health/checklist/checklist';
import { healthOf } from '../connection/health/healthOf';
import { NO_MEMORY, remember, type StatusMemory } from '../connection/health/memory';
import { overviewOf } from '../connection/health/overview';
import type { HealthInput } from '../connection/health/types';
import { connectionsOf, type Connection } from '../connection/ownership/connections';
import { proposeConnection } from '../connection/ownership/propose';
import { planConnection } from '../connection/plan/planConnection';
import { isUpToDate, type Plan } from '../connection/plan/types';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import type { GrafanaReading } from '../connection/reading/reading';
import { readGrafana } from '../connection/reading/readGrafana';
import { readSurroundings, type Surroundings } from '../connection/reading/uses';
import { success } from '../connection/result';
import { heartbeatRule } from '../connection/testing/fixtures';
import { readCapabilities } from './capabilities';
import { createGrafanaClient } from './grafanaClient';
import type { Transport } from '../transport/transport';
import { driftOf } from '../connection/drift/drift';
import { replicasInHistory } from '../connection/health/replicas';
import { readConfiguration } from '../../sandbox/grafana/server/configuration';

const ROOT = 'http://grafana.example';

/** A Grafana whose targets answer with `target.status`, and people who look at it. */
function startWorld(version: '12.3.0' | '12.4.0', env: Record<string, string> = {}) {
  const clock = fakeClock(Date.UTC(2026, 10, 23, 8));
  const target = { status: 200 };
  const send = async () => new Response('Ok.', { status: target.status });
  const standIn = createGrafana({ version, clock, rootUrl: ROOT, send, configuration: readConfiguration(env) });
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
  };
}

const endpointOf = (token: string) => ({ base: 'https://irm.example', type: 'alertmanager', token });

async function connect(grafana: GrafanaPort, token: string) {
  const objects = await valueOf(readGrafana(grafana));
  const desired = proposeConnection({ endpoint: endpointOf(token), objects, title: token });
  await carryOut(planConnection(desired, objects), grafana);
}

/** What makes Grafana the same as before: uids of rules, versions and times aside. */
const lasting = ({ integrations, folder, rules }: GrafanaReading) => ({
  integrations,
  folder,
  rules: rules.map((rule) => ({ ...rule, uid: '', version: 0, updatedAt: 0 })),
});

async function carryOut(plan: Plan, grafana: GrafanaPort) {
  const outcome = await applyPlan(plan, grafana, { wait: async () => {} });
  expect(outcome).toMatchObject({ result: 'applied' });
  return outcome;
}

describe.each(['12.3.0', '12.4.0'] as const)('Grafana %s', (version) => {
  let world: ReturnType<typeof startWorld>;
  beforeEach(() => {
    world = startWorld(version);
  });
  afterEach(() => world.standIn.stop());

  async function look(): Promise<HealthInput> {
    const reading = await valueOf(readGrafana(world.grafana));
    const [connection] = connectionsOf(reading);
    return { reading, driftOf, connection: connection as Connection };
  }
  const stateNow = async (more: Partial<HealthInput> = {}) => {
    const { state, reason } = healthOf({ ...(await look()), ...more });
    return `${state} ${reason.code}`;
  };

  describe('what a refresh costs', () => {
    const refresh = async (transport: Transport) => {
      world.requests.splice(0);
      const reading = await valueOf(readGrafana(createGrafanaClient(transport)));
      return { reading, paths: world.requests.map(({ path }) => path), requests: [...world.requests] };
    };

    // That there are no contact points is looked at once more; a new 12.3 has one.
    const makingSure = version === '12.4.0' ? 1 : 0;

    it('is five requests, for one connection as for twelve', async () => {
      for (const count of [1, 12]) {
        while (overviewOf(await look()).rows.length < count) {
          await connect(world.grafana, `T${world.requests.length}`);
        }
        const { paths, reading } = await refresh(world.editor);
        expect(paths).toHaveLength(5);
        expect(overviewOf({ reading, driftOf }).rows).toHaveLength(count);
      }
    });

    it('is four requests and no list of rules where our folder is not there, whoever asks', async () => {
      await fillWithOtherRules(30);
      for (const credentials of ['editor:editorpass', 'viewer:viewerpass', 'admin:admin']) {
        const { paths, reading } = await refresh(world.transportOf(credentials));
        expect(paths).toHaveLength(4 + makingSure);
        expect(paths.filter((path) => path.includes('/prometheus/'))).toEqual([]);
        expect(reading.folder.state).toBe(credentials === 'admin:admin' ? 'absent' : 'hidden');
        expect(reading.problems).toEqual({});
      }
    });

    it('is three requests while the folder is empty', async () => {
      await valueOf(world.grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }));
      const { paths, reading } = await refresh(world.editor);
      expect(paths).toHaveLength(3 + makingSure);
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
      await valueOf(admin.createFolder({ uid: 'others', title: 'Others' }));
      for (let index = 0; index < count; index += 1) {
        const rule = { uid: undefined, folderUid: 'others', group: `g${index}`, title: `Rule ${index}`, receiver: '' };
        await valueOf(admin.writeRule(heartbeatRule({ ...rule, stored: undefined }), undefined));
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
    expect(healthOf(await look())).toMatchObject({ reason: { cause: 'wrongKey' }, nextAction: 'checkIrm' });
    world.target.status = 200;
    await world.clock.advance(10_000);
    expect(await stateNow()).toBe('up beating');

    const { connection, reading } = await look();
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
    let memory: StatusMemory = remember(NO_MEMORY, (await look()).reading);
    world.standIn.restart('graceful');
    await world.clock.advance(11_000);
    expect(await stateNow()).toBe('unknown statusLost');
    memory = remember(memory, (await look()).reading);
    expect(await stateNow({ memory })).toBe('up beating');
  });

  it('finds the silence that stops the beats, expires it and puts it back', async () => {
    await connect(world.grafana, 'T1');
    await world.clock.advance(25_000);
    const now = world.clock.now();
    await valueOf(
      world.grafana.createSilence({
        matchers: [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }],
        ...{ startsAt: now, endsAt: now + 3_600_000, createdBy: 'somebody', comment: 'quiet please' },
      })
    );
    const input = await look();
    const { reason, nextAction } = healthOf(input);
    expect(nextAction).toBe('expireSilence');
    const ids = reason.code === 'silenced' ? reason.silences : [];
    const [silence] = await valueOf(readSilences(world.grafana, [...ids, 'gone']));
    expect(silence).toMatchObject({
      state: 'active',
      createdBy: 'somebody',
      comment: 'quiet please',
      endsAt: now + 3_600_000,
    });
    expect(checklist(input)).toContainEqual(expect.objectContaining({ id: 'silence', state: 'problem' }));
    if (silence) {
      await valueOf(expireSilence(world.grafana, { ...silence, id: 'gone' }));
      await valueOf(expireSilence(world.grafana, silence));
      expect(await stateNow()).toBe('up beating');
      const restored = await valueOf(restoreSilence(world.grafana, silence, world.clock.now()));
      expect(restored).not.toBe(silence.id);
      expect(await stateNow()).toBe('late silenced');
    }
  });

  it('reads the history of a day', async () => {
    const from = world.clock.now();
    await connect(world.grafana, 'T1');
    await world.clock.advance(60_000);
    const { connection } = await look();
    const changes = await valueOf(world.grafana.stateHistory(connection.rule?.uid ?? '', from, world.clock.now()));
    expect(changes.value).toEqual([
      { at: expect.any(Number), previous: 'Normal', next: 'Alerting', note: undefined, copies: 1 },
    ]);
    expect(changes.serverTime).toBe(world.clock.now());
  });

  it('reads it where Loki keeps it, too, and takes it for no proof of replicas', async () => {
    world.standIn.stop();
    world = startWorld(version, { GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND: 'loki' });
    const from = world.clock.now();
    await connect(world.grafana, 'T1');
    await world.clock.advance(60_000);
    const { connection, reading } = await look();
    await carryOut(planPause(connection, reading).plan, world.grafana);
    await world.clock.advance(60_000);
    const { value: changes } = await valueOf(
      world.grafana.stateHistory(connection.rule?.uid ?? '', from, world.clock.now())
    );
    expect(changes).toMatchObject([
      { previous: 'Normal', next: 'Alerting' },
      { previous: 'Alerting', next: 'Normal' },
    ]);
    expect(changes.every(({ at }) => at >= from && at <= world.clock.now())).toBe(true);
    expect(replicasInHistory(changes)).toBe(1);
  });

  it('knows where the organisation’s alerts go', async () => {
    expect(await valueOf(world.grafana.alertmanagerChoice())).toEqual({ choice: 'internal', externalCount: 0 });
  });

  it.each([
    ['external', 1, 'external'],
    ['all', 2, 'all'],
    ['external', 0, 'internal'],
    ['all', 0, 'internal'],
    ['internal', 1, 'internal'],
  ])('takes "%s" with %d external Alertmanagers for "%s"', async (alertmanagersChoice, externalCount, choice) => {
    const body = { alertmanagersChoice, numExternalAlertmanagers: externalCount };
    const told: Transport = {
      way: 'session',
      request: () => Promise.resolve(success({ status: 200, body, date: undefined, redirected: false })),
    };
    expect(await valueOf(createGrafanaClient(told).alertmanagerChoice())).toEqual({ choice, externalCount });
  });

  it.each(['external', 'all', 'internal'])(
    'takes "%s" for "internal" where a toggle shuts external ones out',
    async (choice) => {
      const body = { alertmanagersChoice: choice, numExternalAlertmanagers: 2 };
      const told: Transport = {
        way: 'session',
        request: () => Promise.resolve(success({ status: 200, body, date: undefined, redirected: false })),
      };
      const settings = { appUrl: '', namespace: 'default', buildInfo: { version } };
      const capabilities = readCapabilities({
        ...settings,
        featureToggles: { alertingDisableSendAlertsExternal: true },
      });
      const client = createGrafanaClient(told, capabilities);
      expect(await valueOf(client.alertmanagerChoice())).toEqual({ choice: 'internal', externalCount: 0 });
    }
  );

  it.each<[string, (one: Connection, all: GrafanaReading, others: Surroundings) => ActionPlan]>([
    ['pause', (one, all) => planPause(one, all)],
    ['rename', (one, all) => planRename(one, all, { alertContactPoint: 'A', heartbeatContactPoint: 'B' })],
    ['rotate', (one, all) => planRotation(one, all, endpointOf('T2'))],
    ['remove', (one, all, others) => planRemoval(one, all, others)],
  ])('can %s and take it back', async (_name, plan) => {
    await connect(world.grafana, 'T1');
    const { connection, reading: before } = await look();
    const surroundings = await valueOf(readSurroundings(world.grafana, namesToRemove(connection)));
    const outcome = await carryOut(plan(connection, before, surroundings).plan, world.grafana);
    expect(lasting(await valueOf(readGrafana(world.grafana)))).not.toEqual(lasting(before));
    await carryOut(undoOf(outcome, connection.id) as Plan, world.grafana);
    expect(lasting(await valueOf(readGrafana(world.grafana)))).toEqual(lasting(before));
  });

  it('beats on under the new endpoint after a rotation, with nothing left to repair', async () => {
    await connect(world.grafana, 'T1');
    const { connection, reading } = await look();
    await carryOut(planRotation(connection, reading, endpointOf('T2')).plan, world.grafana);
    await world.clock.advance(200_000);
    expect(await stateNow()).toBe('up beating');
    const after = await look();
    const again = planRotation(after.connection, after.reading, endpointOf('T2'));
    expect(isUpToDate(again.plan)).toBe(true);
  });

  it('sends one heartbeat now', async () => {
    await connect(world.grafana, 'T1');
    const { heartbeatContactPoint } = (await look()).connection;
    expect(
      heartbeatContactPoint && (await valueOf(world.grafana.testIntegration(heartbeatContactPoint)))
    ).toMatchObject({
      kind: 'accepted',
    });
  });

  it('lets a Viewer look, and names what a stranger may not', async () => {
    await connect(world.grafana, 'T1');
    await world.clock.advance(25_000);
    const reading = await valueOf(readGrafana(createGrafanaClient(world.transportOf('viewer:viewerpass'))));
    expect(overviewOf({ reading, driftOf }).counts.up).toBe(1);
    const stranger = await readGrafana(createGrafanaClient(world.transportOf('nobody:wrong')));
    expect(stranger).toMatchObject({ ok: false, error: { reason: 'unauthorized' } });
  });
});
