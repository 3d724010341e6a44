import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { transportTo } from '../../tests/support/fetchTransport';
import type { Integration } from '../connection/model';
import { success } from '../connection/result';
import { integration } from '../connection/testing/fixtures';
import { createGrafanaClient } from './grafanaClient';
import type { Answer, Call, Transport } from '../transport/transport';

const PROVISIONING = '/api/v1/provisioning/contact-points';
const RECEIVERS = '/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers';
const OLD_URL = 'https://irm.example/integrations/v1/alertmanager/Old/';
const NEW_URL = 'https://irm.example/integrations/v1/alertmanager/New/';

const EMAIL = { uid: 'mail', name: 'Team', type: 'email', settings: { addresses: 'a@b.example', singleEmail: true } };
const ONCALL = { uid: 'oncall', name: 'Team', type: 'oncall', settings: { url: 'https://irm.example/oncall/' } };
const WEBHOOK = {
  uid: 'hook',
  name: 'Team',
  type: 'webhook',
  settings: { url: OLD_URL, httpMethod: 'PUT', maxAlerts: 5, username: 'u', password: 's3cret', title: 'A' },
};

/**
 * A Grafana with a contact point of three integrations, and the client of an Editor, who made it by default. `meanwhile` runs right before a
 * call, for somebody who is quicker; what it answers comes in the place of Grafana's answer.
 */
async function startWorld(options: Parameters<typeof testGrafana>[0] = {}, madeBy: 'admin' | 'editor' = 'editor') {
  const { grafana, as } = testGrafana(options);
  const somebody = as('admin', { 'X-Disable-Provenance': 'true' });
  const maker = as(madeBy, { 'X-Disable-Provenance': 'true' });
  for (const body of [EMAIL, ONCALL, WEBHOOK]) {
    expect((await maker('POST', PROVISIONING, body)).status).toBe(202);
  }
  const network = transportTo(grafana, 'editor:editorpass');
  const world = {
    somebody,
    calls: [] as Call[],
    meanwhile: async (_call: Call): Promise<Answer | undefined> => undefined,
  };
  const transport: Transport = {
    way: 'session',
    async request(call) {
      world.calls.push(call);
      const instead = await world.meanwhile(call);
      return instead ? success(instead) : network.request(call);
    },
  };
  const client = createGrafanaClient(transport);
  async function read(): Promise<Integration[]> {
    const list = await client.listIntegrations();
    return list.ok ? list.value.value : [];
  }
  async function readHook(): Promise<Integration> {
    const hook = (await read()).find(({ uid }) => uid === 'hook');
    if (!hook) {
      throw new Error('no such integration');
    }
    return hook;
  }
  const before = await readHook();
  return Object.assign(world, { transport, client, read, readHook, before });
}

type World = Awaited<ReturnType<typeof startWorld>>;

const writes = ({ calls }: World) =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

const THROUGH_PLATFORM = [`PUT ${RECEIVERS}/VGVhbQ`];
const THROUGH_PROVISIONING = [`PUT ${PROVISIONING}/hook`];

/** The contact point's settings as they are stored, secrets included. */
async function decrypted({ somebody }: World, name: string): Promise<unknown> {
  const { body } = await somebody('GET', `${PROVISIONING}/export?decrypt=true&format=json&name=${name}`);
  const { contactPoints } = body as { contactPoints: Array<{ receivers: Array<{ uid: string; settings: unknown }> }> };
  return Object.fromEntries(contactPoints[0]?.receivers.map(({ uid, settings }) => [uid, settings]) ?? []);
}

const status = (code: number, message: string): Answer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code },
  date: undefined,
  redirected: false,
});

test('13 shows its contact points all the same where the settings of the proxy lack the namespace', async () => {
  const { transport, before } = await startWorld({ version: '13.2.1' });
  const proxy: Transport = { ...transport, way: 'proxy', namespace: '' };
  const list = await createGrafanaClient(proxy, { namespace: 'default', receiverTest: 'v1beta1' }).listIntegrations();
  expect(list.ok && list.value.value).toContainEqual(before);
});

describe.each(['12.3.0', '12.4.0'] as const)('the app platform of Grafana %s', (version) => {
  it('is not needed where the settings of the proxy lack the namespace: contact points are changed all the same', async () => {
    const world = await startWorld({ version });
    const client = createGrafanaClient({ ...world.transport, way: 'proxy', namespace: '' });
    const wanted = { ...world.before, url: NEW_URL };
    expect(await client.updateIntegration(wanted, world.before)).toEqual({ ok: true, value: undefined });
    expect(writes(world)).toEqual(THROUGH_PROVISIONING);
    expect(await world.readHook()).toEqual(wanted);
  });

  it('moves an address and leaves everything else of the contact point as it is stored', async () => {
    const world = await startWorld({ version });
    const { client, before } = world;
    const otherSettings = { ...before.otherSettings, httpMethod: 'POST' };
    const wanted = { ...before, url: NEW_URL, maxAlerts: 0, disableResolveMessage: true, otherSettings };
    expect(await client.updateIntegration(wanted, before)).toEqual({ ok: true, value: undefined });
    expect(writes(world)).toEqual(THROUGH_PLATFORM);
    expect(await world.readHook()).toEqual(wanted);
    const { maxAlerts: _, ...settings } = WEBHOOK.settings;
    expect(await decrypted(world, 'Team')).toEqual({
      mail: EMAIL.settings,
      oncall: ONCALL.settings,
      hook: { ...settings, url: NEW_URL, httpMethod: 'POST' },
    });
  });

  it('renames a contact point with all that is in it', async () => {
    const world = await startWorld({ version });
    const wanted = { ...world.before, name: 'Crew' };
    expect(await world.client.updateIntegration(wanted, world.before)).toEqual({ ok: true, value: undefined });
    expect(writes(world)).toEqual(THROUGH_PLATFORM);
    const crew = (await world.read()).filter(({ name }) => name === 'Crew');
    expect(crew.map(({ uid }) => uid).sort()).toEqual(['hook', 'mail', 'oncall']);
    expect(await decrypted(world, 'Crew')).toEqual({
      mail: EMAIL.settings,
      oncall: ONCALL.settings,
      hook: WEBHOOK.settings,
    });
  });

  it('does not go over what somebody saves between its reading and its writing', async () => {
    const world = await startWorld({ version });
    const { client, before, somebody } = world;
    const theirs = { ...WEBHOOK, settings: { ...WEBHOOK.settings, title: 'Theirs' } };
    world.meanwhile = async ({ method }) => {
      if (method === 'PUT') {
        expect((await somebody('PUT', `${PROVISIONING}/hook`, theirs)).status).toBe(202);
      }
      return undefined;
    };
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toMatchObject({
      ok: false,
      error: { reason: 'changedMeanwhile', status: 409 },
    });
    expect(writes(world)).toEqual(THROUGH_PLATFORM);
    expect(await decrypted(world, 'Team')).toMatchObject({ hook: theirs.settings });
  });

  it.each([
    ['changed', 'PUT', { ...WEBHOOK, settings: { url: 'https://theirs.example/' } }],
    ['renamed', 'PUT', { ...WEBHOOK, name: 'Theirs' }],
    ['taken away', 'DELETE', undefined],
  ])('does not write an integration that somebody has %s since it was read', async (_, method, theirs) => {
    const world = await startWorld({ version });
    const { client, before, somebody } = world;
    await somebody(method, `${PROVISIONING}/hook`, theirs);
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toMatchObject({
      ok: false,
      error: { reason: 'changedMeanwhile' },
    });
    expect(writes(world)).toEqual([]);
  });

  it('does not undo the rename of a contact point that somebody has renamed since it was read', async () => {
    const world = await startWorld({ version });
    const { client, before, somebody } = world;
    for (const uid of ['mail', 'oncall']) {
      await somebody('DELETE', `${PROVISIONING}/${uid}`);
    }
    await somebody('PUT', `${PROVISIONING}/hook`, { ...WEBHOOK, name: 'Theirs' });
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toMatchObject({
      ok: false,
      error: { reason: 'changedMeanwhile' },
    });
    expect(await world.readHook()).toMatchObject({ name: 'Theirs', url: OLD_URL });
  });

  it('says that a name is taken', async () => {
    const world = await startWorld({ version });
    await world.somebody('POST', PROVISIONING, { ...ONCALL, uid: 'other', name: 'Crew' });
    expect(await world.client.updateIntegration({ ...world.before, name: 'Crew' }, world.before)).toMatchObject({
      ok: false,
      error: { reason: 'nameTaken' },
    });
  });

  it.each(['Bereitschaft für Köln', '🔥 page me', 'ÿÿÿ>>>???', 'a/b&c=d e'])(
    'finds the contact point “%s” by its name in the other alphabet',
    async (name) => {
      const world = await startWorld({ version });
      const { client, before } = world;
      await client.updateIntegration({ ...before, name }, before);
      world.calls.splice(0);
      const renamed = { ...before, name };
      expect(await client.updateIntegration({ ...renamed, url: NEW_URL }, renamed)).toMatchObject({ ok: true });
      expect(writes(world)).toEqual([`PUT ${RECEIVERS}/${Buffer.from(name).toString('base64url')}`]);
      expect(await world.readHook()).toMatchObject({ name, url: NEW_URL });
    }
  );
});

it('changes an integration that has no address', async () => {
  const world = await startWorld();
  const before = (await world.read()).find(({ uid }) => uid === 'mail');
  const wanted = before && { ...before, disableResolveMessage: true };
  expect(wanted && (await world.client.updateIntegration(wanted, before))).toEqual({ ok: true, value: undefined });
  expect(await decrypted(world, 'Team')).toMatchObject({ mail: EMAIL.settings });
  expect((await world.read()).find(({ uid }) => uid === 'mail')).toEqual(wanted);
});

describe('the way through the provisioning API', () => {
  it.each([
    ['there is no such API', status(404, 'the server could not find the requested resource')],
    ['this person may not use it', status(403, 'receivers.notifications.alerting.grafana.app is forbidden')],
  ])('is open where %s', async (_, answer) => {
    const world = await startWorld();
    const { client, before } = world;
    world.meanwhile = async ({ path }) => (path.startsWith('/apis/') ? answer : undefined);
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toEqual({ ok: true, value: undefined });
    expect(writes(world)).toEqual(THROUGH_PROVISIONING);
    expect(world.calls.at(-1)?.headers).toEqual({ 'X-Disable-Provenance': 'true' });
    expect(await decrypted(world, 'Team')).toMatchObject({ hook: { ...WEBHOOK.settings, url: NEW_URL } });
  });

  it('is the one of a Grafana that serves another version of the app platform', async () => {
    const world = await startWorld({ version: '13.2.1', protectsAddresses: false });
    const { client, before } = world;
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toEqual({ ok: true, value: undefined });
    expect(await world.readHook()).toEqual({ ...before, url: NEW_URL });
  });

  it('is the one of a locked contact point, which stays locked', async () => {
    const world = await startWorld();
    const locked = integration({ uid: 'locked', name: 'Locked', provenance: 'api' });
    await world.client.createIntegration(locked);
    world.calls.splice(0);
    expect(await world.client.updateIntegration({ ...locked, url: NEW_URL }, locked)).toMatchObject({ ok: true });
    expect(world.calls.map(({ method, path, headers }) => [method, path, headers])).toEqual([
      ['PUT', `${PROVISIONING}/locked`, {}],
    ]);
    expect((await world.read()).find(({ uid }) => uid === 'locked')).toMatchObject({ url: NEW_URL, provenance: 'api' });
  });

  it('locks an editable contact point when that is asked for', async () => {
    const world = await startWorld();
    const { client, before } = world;
    expect(await client.updateIntegration({ ...before, provenance: 'api' }, before)).toMatchObject({ ok: true });
    expect(writes(world)).toEqual(THROUGH_PROVISIONING);
    expect((await world.readHook()).provenance).toBe('api');
  });

  it('does not open what somebody has locked since it was read', async () => {
    const world = await startWorld();
    const { client, before } = world;
    await client.updateIntegration({ ...before, provenance: 'api' }, before);
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toMatchObject({
      ok: false,
      error: { reason: 'locked' },
    });
    expect(await world.readHook()).toMatchObject({ provenance: 'api', url: OLD_URL });
  });

  it('is not tried where Grafana protects the address from this person', async () => {
    const world = await startWorld({}, 'admin');
    const { client, before } = world;
    expect(await client.updateIntegration({ ...before, url: NEW_URL }, before)).toMatchObject({
      ok: false,
      error: { reason: 'forbidden', message: expect.stringContaining('protected fields') },
    });
    expect(writes(world)).toEqual(THROUGH_PLATFORM);
  });
});
