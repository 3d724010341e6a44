import { stackUrl, testIrm } from '../testIrm';

const full = 'glsa_sandbox_irm';
const readOnly = 'glsa_sandbox_irm_readonly';
const noRight = { detail: 'You do not have permission to perform this action.' };

test('a service account with every right sets up an integration, page by page of what it chooses from', async () => {
  const { api } = testIrm();
  const chains = (await api('/escalation_chains/', 'GET', undefined, full)).body.results;
  expect(chains.map(({ name }: { name: string }) => name)).toEqual(['SRE on call', 'Payments on call']);
  const wish = { type: 'alertmanager', name: 'Shop', default_route: { escalation_chain_id: chains[1].id } };
  const made = await api('/integrations/', 'POST', wish, full);
  expect(made).toMatchObject({ status: 201, body: { default_route: { escalation_chain_id: chains[1].id } } });
});

test.each([
  ['/integrations/', 'POST', { type: 'webhook', name: 'x' }],
  ['/alert_groups/INOPE/resolve/', 'POST', undefined],
  ['/alert_groups/INOPE/', 'DELETE', undefined],
  ['/escalation_chains/', 'POST', { name: 'x' }],
])('one that may only read gets 403 at %s %s', async (path, method, body) => {
  const { api } = testIrm();
  expect(await api(path, method, body, readOnly)).toMatchObject({ status: 403, body: noRight });
});

test.each(['/integrations/', '/teams/', '/escalation_chains/', '/routes/', '/alert_groups/', '/alerts/'])(
  'one that may only read sees %s',
  async (path) => {
    const { api } = testIrm();
    expect((await api(path, 'GET', undefined, readOnly)).status).toBe(200);
  }
);

test.each([
  ['the address', { 'X-Grafana-URL': stackUrl }, 200, undefined],
  ['slashes at the end', { 'X-Grafana-URL': `${stackUrl}//` }, 200, undefined],
  ['another stack', { 'X-Grafana-URL': 'https://other.example.net' }, 429, 'Organization being synced, please retry.'],
  ['another scheme', { 'X-Grafana-URL': 'http://stack.example.net' }, 429, 'Organization being synced, please retry.'],
  ['none', {}, 403, 'Missing X-Grafana-Instance-ID'],
  ['an empty one', { 'X-Grafana-URL': '' }, 403, 'Missing X-Grafana-Instance-ID'],
  ['no address', { 'X-Grafana-URL': '<no value>' }, 403, 'Missing X-Grafana-Instance-ID'],
])('with %s as the stack of the token', async (_case, header, status, words) => {
  const { send } = testIrm();
  const answer = await send('/api/v1/integrations/', 'GET', undefined, { Authorization: full, ...header });
  const { detail } = (await answer.json()) as { detail?: string };
  expect([answer.status, detail]).toEqual([status, words]);
  expect(answer.headers.has('Retry-After')).toBe(false);
});

test('a token that the stack does not know is invalid, as is a good one with Bearer', async () => {
  const { api } = testIrm();
  const invalid = { status: 403, body: { detail: 'Invalid token.' } };
  expect(await api('/integrations/', 'GET', undefined, 'glsa_other_stack')).toMatchObject(invalid);
  expect(await api('/integrations/', 'GET', undefined, `Bearer ${full}`)).toMatchObject(invalid);
});

test('a service account is no user', async () => {
  const { api } = testIrm();
  expect(await api('/info/', 'GET', undefined, full)).toMatchObject({
    status: 403,
    body: { detail: 'Invalid token.' },
  });
  expect((await api('/users/current/', 'GET', undefined, full)).status).toBe(500);
  expect(await api('/alert_groups/INOPE/resolve/', 'POST', undefined, full)).toMatchObject({
    status: 403,
    body: { detail: 'Service accounts are not allowed to resolve alert groups' },
  });
});

test('other tokens can be given, with rights one by one', async () => {
  const { api } = testIrm({ apiTokens: [{ token: 'glsa_own', permissions: ['integrations:read'] }] });
  expect((await api('/integrations/', 'GET', undefined, 'glsa_own')).status).toBe(200);
  expect((await api('/teams/', 'GET', undefined, 'glsa_own')).status).toBe(403);
  expect((await api('/integrations/', 'GET', undefined, full)).status).toBe(403);
});

test('a chain is set and changed by the integration or its route, and taken away by the integration only', async () => {
  const { api, create } = testIrm();
  const { id, routeId } = create();
  const chainOf = async () => (await api(`/integrations/${id}/`)).body.default_route.escalation_chain_id;
  await api(`/routes/${routeId}/`, 'PUT', { escalation_chain_id: 'FSANDBOXESC02' });
  expect(await chainOf()).toBe('FSANDBOXESC02');
  expect((await api(`/routes/${routeId}/`, 'PUT', { escalation_chain_id: null })).status).toBe(400);
  await api(`/integrations/${id}/`, 'PUT', { default_route: { escalation_chain_id: null } });
  expect(await chainOf()).toBeNull();
  expect((await api('/routes/')).body).toMatchObject({
    count: 1,
    page_size: 25,
    results: [{ id: routeId, integration_id: id, is_the_last_route: true }],
  });
});

test.each([
  ['d'.repeat(250), 201],
  ['🔥'.repeat(250), 201],
  ['🔥'.repeat(251), 400],
])('descriptions are measured in code points', async (description_short, status) => {
  const { api } = testIrm();
  const answer = await api('/integrations/', 'POST', { type: 'webhook', name: 'x', description_short });
  expect(answer.status).toBe(status);
});
