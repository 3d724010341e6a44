import { userKey } from '../../sandbox/irm/organization';
import { standIns } from '../../tests/support/standIns';
import { valueOf } from '../../tests/support/valueOf';
import { integration } from '../connection/testing/fixtures';
import { answering, EMPTY_PAGE } from './testing/answering';

const PROXY = '/api/plugin-proxy/irmconnect-setup-app/irm/api/v1';

/** Both stand-ins, and IRM as an Editor of Grafana sees it through the plugin's routes with a token of this role. */
async function open(role: 'admin' | 'editor' | 'viewer' = 'admin') {
  const world = standIns();
  await world.withIrmApi(userKey(role));
  const { grafana, irm } = await world.signIn('editor');
  if (!irm) {
    throw new Error('IRM is set up');
  }
  return { ...world, grafana, irm };
}

const WISH = {
  type: 'webhook',
  name: 'Payments',
  description: 'from Grafana',
  teamId: undefined,
  escalationChainId: undefined,
  templates: {},
};

describe('integrations', () => {
  it('are made as wished, and given back with their addresses', async () => {
    const { irm } = await open();
    const [team] = await valueOf(irm.listTeams());
    const wish = { ...WISH, teamId: team?.id, templates: { groupingKey: '{{ payload.groupKey }}' } };
    const made = await valueOf(irm.createIntegration(wish));
    expect(made).toMatchObject({
      type: 'webhook',
      name: 'Payments',
      description: 'from Grafana',
      teamId: team?.id,
      endpoint: { base: 'https://irm.example.net', type: 'webhook', token: expect.stringMatching(/^\w{10,}$/) },
      heartbeatUrl: expect.stringMatching(/\/heartbeat\/$/),
      templates: { groupingKey: '{{ payload.groupKey }}', resolveSignal: undefined },
      maintenance: undefined,
    });
    expect(await valueOf(irm.getIntegration(made.id))).toEqual(made);
  });

  it('need neither description nor team', async () => {
    const { irm } = await open();
    const made = await valueOf(irm.createIntegration({ ...WISH, description: '' }));
    expect(made).toMatchObject({ description: '', teamId: undefined });
  });

  it('keep what a change does not name', async () => {
    const { irm } = await open();
    const made = await valueOf(irm.createIntegration(WISH));
    const templates = { groupingKey: '{{ payload.groupKey }}', resolveSignal: "{{ payload.status == 'resolved' }}" };
    const templated = await valueOf(irm.updateIntegration(made.id, { templates }));
    expect(templated).toEqual({ ...made, templates });
    const routed = await valueOf(irm.updateIntegration(made.id, { escalationChainId: 'FSANDBOXESC01' }));
    expect(routed).toEqual({ ...templated, escalationChainId: 'FSANDBOXESC01' });
  });

  it('come in pages, and are found by their exact name', async () => {
    const { irm, newIntegration } = await open();
    for (let index = 0; index < 5; index += 1) {
      newIntegration(`Integration ${index}`);
    }
    const first = await valueOf(irm.listIntegrations({ perPage: 2 }));
    expect(first).toMatchObject({ total: 5, hasMore: true });
    expect(first.items.map(({ name }) => name)).toEqual(['Integration 0', 'Integration 1']);
    const last = await valueOf(irm.listIntegrations({ page: 3, perPage: 2 }));
    expect(last).toMatchObject({ items: [{ name: 'Integration 4' }], hasMore: false });
    const named = await valueOf(irm.listIntegrations({ name: 'Integration 3' }));
    expect(named.items.map(({ name }) => name)).toEqual(['Integration 3']);
    expect((await valueOf(irm.listIntegrations({ name: 'Integration' }))).items).toEqual([]);
  });

  it('of one name and team are refused, with IRM’s words', async () => {
    const { irm } = await open();
    await irm.createIntegration(WISH);
    expect(await irm.createIntegration(WISH)).toMatchObject({
      ok: false,
      error: { reason: 'nameTaken', message: 'An integration with this name already exists for this team' },
    });
  });

  it('that are not there are told as such, whatever their id looks like', async () => {
    const { irm } = await open();
    expect(await irm.getIntegration('CNOTTHERE')).toMatchObject({ ok: false, error: { reason: 'notFound' } });
    expect(await irm.updateIntegration('CNOTTHERE', { escalationChainId: 'F1' })).toMatchObject({
      ok: false,
      error: { reason: 'notFound' },
    });
  });

  it('refuse what IRM does not know, field by field', async () => {
    const { irm } = await open();
    expect(await irm.createIntegration({ ...WISH, teamId: 'TNOTTHERE' })).toMatchObject({
      ok: false,
      error: { reason: 'invalid', fields: { team_id: 'Object does not exist' } },
    });
  });
});

describe('alert groups', () => {
  async function withGroup() {
    const world = await open();
    const made = await valueOf(world.irm.createIntegration({ ...WISH, type: 'alertmanager' }));
    const { endpoint } = made;
    const url = `${endpoint?.base}/integrations/v1/${endpoint?.type}/${endpoint?.token}/`;
    await world.grafana.testIntegration(integration({ url }));
    await world.clock.advance(2000);
    const page = await valueOf(world.irm.listAlertGroups({ integrationId: made.id }));
    return { ...world, integrationId: made.id, group: page.items[0] };
  }

  it('of an integration are listed with what was sent', async () => {
    const { irm, integrationId, group } = await withGroup();
    expect(group).toMatchObject({
      integrationId,
      state: 'firing',
      resolvedAt: undefined,
      alertsCount: 1,
      createdAt: expect.any(Number),
      lastAlert: { payload: { status: 'firing' } },
    });
    expect((await valueOf(irm.listAlertGroups({ integrationId: 'CNOTTHERE' }))).items).toEqual([]);
    expect((await valueOf(irm.listAlertGroups({ integrationId, state: 'resolved' }))).items).toEqual([]);
    expect((await valueOf(irm.listAlertGroups({ integrationId, state: 'firing' }))).items).toEqual([group]);
  });

  it('are found by the time at which they began', async () => {
    const { irm, integrationId, group } = await withGroup();
    const at = group?.createdAt ?? 0;
    const between = async (from: number, to: number) =>
      (await valueOf(irm.listAlertGroups({ integrationId, startedBetween: [from, to] }))).items.length;
    expect(await between(at - 1000, at + 1000)).toBe(1);
    expect(await between(at + 1000, at + 2000)).toBe(0);
    expect(await between(at - 3000, at - 2000)).toBe(0);
  });

  it('are resolved, and resolving twice is no error', async () => {
    const { irm, group, clock } = await withGroup();
    const id = group?.id ?? '';
    expect(await irm.resolveAlertGroup(id)).toEqual({ ok: true, value: undefined });
    expect(await valueOf(irm.getAlertGroup(id))).toMatchObject({ state: 'resolved', resolvedAt: clock.now() });
    expect(await irm.resolveAlertGroup(id)).toEqual({ ok: true, value: undefined });
  });

  it('that are not there cannot be resolved', async () => {
    const { irm } = await open();
    expect(await irm.resolveAlertGroup('INOTTHERE')).toMatchObject({ ok: false, error: { reason: 'notFound' } });
  });

  it('that cannot be resolved for another reason are not taken for resolved', async () => {
    const { irm } = answering({ status: 400, body: { detail: "Can't resolve an attached alert group" } });
    expect(await irm.resolveAlertGroup('I1')).toMatchObject({ ok: false, error: { reason: 'invalid' } });
  });

  it('are not to be resolved by a service account, which is no fault of its token', async () => {
    const body = { detail: 'Service accounts are not allowed to resolve alert groups' };
    const { irm } = answering({ status: 403, body });
    expect(await irm.resolveAlertGroup('I1')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
    expect(await irm.mayResolveAlertGroups()).toEqual({ ok: true, value: false });
  });

  it('link to nothing but web pages', async () => {
    const group = {
      id: 'I1',
      integration_id: 'C1',
      state: 'firing',
      created_at: '2026-11-22T04:09:20Z',
      permalinks: { web: 'javascript:alert(1)' },
    };
    const { irm } = answering({ status: 200, body: { ...EMPTY_PAGE, count: 1, results: [group] } });
    expect((await valueOf(irm.listAlertGroups({ integrationId: 'C1' }))).items).toMatchObject([
      { id: 'I1', title: '', link: undefined, alertsCount: 0, lastAlert: { createdAt: undefined } },
    ]);
  });
});

describe('what the token may do', () => {
  it.each([
    ['admin', true, true],
    ['editor', false, true],
    ['viewer', false, false],
  ] as const)('as the key of an %s: create %s, resolve %s', async (role, mayCreate, mayResolve) => {
    const { irm, irm: port } = await open(role);
    expect(await valueOf(irm.tokenOwner())).toEqual({ name: role, role });
    expect(await irm.mayCreateIntegrations()).toEqual({ ok: true, value: mayCreate });
    expect(await irm.mayResolveAlertGroups()).toEqual({ ok: true, value: mayResolve });
    expect((await valueOf(port.listIntegrations({}))).total).toBe(0);
  });

  it('is not asked of a token that IRM refuses', async () => {
    const world = standIns();
    await world.withIrmApi('nonsense');
    const { irm } = await world.signIn('editor');
    for (const answer of [irm?.tokenOwner(), irm?.mayCreateIntegrations(), irm?.mayResolveAlertGroups()]) {
      expect(await answer).toMatchObject({ ok: false, error: { reason: 'tokenRefused' } });
    }
  });

  it.each([
    ['falls over, as OnCall does', { status: 500, body: '<html><title>Server Error (500)</title></html>' }],
    ['refuses', { status: 403, body: { detail: 'Service accounts are not allowed to do this' } }],
    ['has no such thing', { status: 404, body: { detail: 'Not found.' } }],
  ])('leaves the owner untold where IRM %s', async (_, answer) => {
    expect(await answering(answer).irm.tokenOwner()).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['nobody answers', 'cut', 'unreachable'],
    ["IRM's rate limit is reached", { status: 429, body: { detail: 'Request was throttled.' } }, 'rateLimited'],
  ] as const)('says nothing when %s', async (_, answer, reason) => {
    const { irm } = answering(answer);
    for (const asked of [irm.tokenOwner(), irm.mayCreateIntegrations(), irm.mayResolveAlertGroups()]) {
      expect(await asked).toMatchObject({ ok: false, error: { reason } });
    }
  });
});

describe('an answer that is not IRM’s proves nothing', () => {
  const NOT_IRMS = [
    ['a sign-in page', '<!DOCTYPE html><html><title>Sign in</title></html>', 'wrongAddress'],
    ['a text', 'OK', 'unexpected'],
  ] as const;

  it.each(NOT_IRMS)('%s resolves nothing', async (_, body, reason) => {
    const { irm } = answering({ status: 200, body });
    expect(await irm.resolveAlertGroup('I1')).toMatchObject({ ok: false, error: { reason } });
  });

  it('an empty one resolves, as IRM does', async () => {
    expect(await answering({ status: 200, body: null }).irm.resolveAlertGroup('I1')).toEqual({ ok: true });
  });

  it.each([...NOT_IRMS, ['an object', {}, 'unexpected'], ['nothing', null, 'unexpected']] as const)(
    '%s tells of no permission, for what IRM is asked it refuses to everybody',
    async (_, body, reason) => {
      const { irm } = answering({ status: 200, body });
      expect(await irm.mayCreateIntegrations()).toMatchObject({ ok: false, error: { reason } });
      expect(await irm.mayResolveAlertGroups()).toMatchObject({ ok: false, error: { reason } });
    }
  );
});

describe('lists that come in pages', () => {
  const page = (ids: string[], next: string | null) => ({
    status: 200,
    body: { count: 3, next, results: ids.map((id) => ({ id, name: id.toLowerCase() })) },
  });

  it('are read to their end', async () => {
    const { irm, calls } = answering(
      page(['F1', 'F2'], 'http://irm/api/v1/escalation_chains/?page=2'),
      page(['F3'], null)
    );
    expect(await valueOf(irm.listEscalationChains())).toEqual(
      ['F1', 'F2', 'F3'].map((id) => ({ id, name: id.toLowerCase(), teamId: undefined }))
    );
    expect(calls.map(({ query }) => query?.page)).toEqual(['1', '2']);
  });

  it('end for this plugin at a bound, should IRM never come to an end', async () => {
    const { irm, calls } = answering(page(['T1'], 'http://irm/api/v1/teams/?page=2'));
    expect(await valueOf(irm.listTeams())).toHaveLength(20);
    expect(calls).toHaveLength(20);
  });

  it('fail as a whole with one page', async () => {
    const { irm } = answering(page(['T1'], 'http://irm/?page=2'), { status: 403, body: { detail: 'Invalid token.' } });
    expect(await irm.listTeams()).toMatchObject({ ok: false, error: { reason: 'tokenRefused' } });
  });
});

describe('through Grafana’s proxy', () => {
  it('asks for nothing but the plugin’s own routes, ids encoded', async () => {
    const { irm, asked } = await open();
    await irm.getIntegration('C/../1');
    await irm.resolveAlertGroup('I?1');
    expect(asked.slice(-2)).toEqual([
      `GET ${PROXY}/integrations/C%2F..%2F1`,
      `POST ${PROXY}/alert_groups/I%3F1/resolve`,
    ]);
  });

  it('keeps Viewers out, and says so', async () => {
    const { signIn } = await open();
    const { irm } = await signIn('viewer');
    expect(await irm?.listIntegrations({})).toMatchObject({ ok: false, error: { reason: 'userRoleTooLow' } });
  });

  it('tries again what a gateway dropped', async () => {
    const { irm, asked, failWith } = await open();
    let dropped = 0;
    failWith((path) => (path.startsWith(PROXY) && dropped++ === 0 ? new Response(null, { status: 502 }) : undefined));
    expect(await irm.listIntegrations({})).toMatchObject({ ok: true });
    expect(asked.filter((call) => call === `GET ${PROXY}/integrations`)).toHaveLength(2);
  });
});
