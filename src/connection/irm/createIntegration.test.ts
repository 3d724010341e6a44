import { standIns } from '../../../tests/support/standIns';
import { createIntegration } from './createIntegration';
import type { IntegrationWish, IrmPort } from './irmPort';
import { WEBHOOK_TEMPLATES } from './webhookTemplates';

const world = standIns();
afterEach(() => world.failWith());
afterAll(() => world.stop());

const CREATE = /irm\/api\/v1\/integrations$/;
const CHAIN = 'FSANDBOXESC01';

const wish = (name: string, changes: Partial<IntegrationWish> = {}): IntegrationWish => ({
  type: 'alertmanager',
  name,
  description: '',
  teamId: undefined,
  escalationChainId: undefined,
  templates: {},
  ...changes,
});

async function irmOf(): Promise<IrmPort> {
  await world.withIrmApi();
  const { irm } = await world.signIn('editor');
  if (!irm) {
    throw new Error('no API');
  }
  return irm;
}

/** How often an integration of this name was asked for, and how many there are. */
async function countOf(irm: IrmPort, name: string) {
  const list = await irm.listIntegrations({ name });
  return list.ok ? list.value.total : NaN;
}

const posts = () => world.asked.filter((call) => call.startsWith('POST') && CREATE.test(call)).length;

/** The next creations are carried out by IRM, and their answers get lost in this way. */
function loseAnswers(lost: () => Response) {
  world.failWith((path, { method, answer }) =>
    method === 'POST' && CREATE.test(path) ? answer().then(lost) : undefined
  );
}

const LOST: Array<[string, () => Response]> = [
  ['a timeout', () => new Response(undefined, { status: 504 })],
  ['a broken connection', () => new Response(undefined, { status: 502 })],
  ['a fault', () => Response.json({ detail: 'oops' }, { status: 500 })],
  ['another form', () => Response.json({ ok: true }, { status: 201 })],
  ['a page of a proxy', () => new Response('<html><title>Gateway</title></html>', { status: 200 })],
  [
    'no network',
    () => {
      throw new TypeError('fetch failed');
    },
  ],
];

test('creates what is wished for in one request, chain and templates included', async () => {
  const irm = await irmOf();
  const made = await createIntegration(
    irm,
    wish('Whole', { type: 'webhook', escalationChainId: CHAIN, templates: WEBHOOK_TEMPLATES, teamId: 'TSANDBOXSRE01' })
  );
  expect(made).toMatchObject({
    kind: 'created',
    lacking: [],
    integration: { name: 'Whole', escalationChainId: CHAIN, templates: WEBHOOK_TEMPLATES, teamId: 'TSANDBOXSRE01' },
  });
});

test.each(LOST)('an answer that was lost to %s is looked up, and nothing is created twice', async (what, lost) => {
  const irm = await irmOf();
  loseAnswers(lost);
  const before = posts();
  const made = await createIntegration(irm, wish(`Lost to ${what}`));
  expect(made).toMatchObject({ kind: 'foundAfterLostAnswer', integration: { name: `Lost to ${what}` } });
  expect(posts()).toBe(before + 1);
  expect(await countOf(irm, `Lost to ${what}`)).toBe(1);
});

test('an answer lost while IRM shows nothing yet is found by the next try, which sends nothing', async () => {
  const irm = await irmOf();
  let isHidden = true;
  world.failWith((path, { method, answer }) => {
    if (!CREATE.test(path)) {
      return undefined;
    }
    if (method === 'POST') {
      return answer().then(() => new Response(undefined, { status: 504 }));
    }
    return isHidden ? answer().then(() => Response.json({ count: 0, next: null, results: [] })) : undefined;
  });
  const first = await createIntegration(irm, wish('Slow'));
  expect(first).toMatchObject({ kind: 'error', error: { reason: 'timeout' }, lost: { name: 'Slow' } });
  isHidden = false;
  const before = posts();
  const second = await createIntegration(irm, wish('Slow'), first.kind === 'error' ? first.lost : undefined);
  expect(second).toMatchObject({ kind: 'foundAfterLostAnswer', integration: { name: 'Slow' } });
  expect(posts()).toBe(before);
});

test('a request that never arrived is told as such, and the next try creates', async () => {
  const irm = await irmOf();
  world.failWith((path, { method }) =>
    method === 'POST' && CREATE.test(path) ? new Response(undefined, { status: 502 }) : undefined
  );
  const first = await createIntegration(irm, wish('Second try'));
  expect(first).toMatchObject({ kind: 'error', error: { reason: 'unreachable' }, lost: { name: 'Second try' } });
  world.failWith();
  const second = await createIntegration(irm, wish('Second try'), first.kind === 'error' ? first.lost : undefined);
  expect(second.kind).toBe('created');
});

test('a name that is taken in this team is told with who has it, and taken in another team is free', async () => {
  const irm = await irmOf();
  world.irm.createIntegration({ name: 'Taken', type: 'webhook' });
  const before = posts();
  expect(await createIntegration(irm, wish('Taken'))).toMatchObject({
    kind: 'error',
    error: { reason: 'nameTaken' },
    existing: { name: 'Taken', type: 'webhook' },
    lost: undefined,
  });
  expect(posts()).toBe(before);
  expect((await createIntegration(irm, wish('Taken', { teamId: 'TSANDBOXPAY01' }))).kind).toBe('created');
});

test('what had the name before is never taken for the one that got lost', async () => {
  const irm = await irmOf();
  world.irm.createIntegration({ name: 'Old one', type: 'alertmanager', teamId: 'TSANDBOXSRE01' });
  world.failWith((path, { method }) =>
    method === 'POST' && CREATE.test(path) ? new Response(undefined, { status: 504 }) : undefined
  );
  const made = await createIntegration(irm, wish('Old one'));
  expect(made).toMatchObject({ kind: 'error', error: { reason: 'timeout' } });
});

test('two people who create the same at once end with one integration, and one of them is told', async () => {
  const irm = await irmOf();
  const both = await Promise.all([createIntegration(irm, wish('At once')), createIntegration(irm, wish('At once'))]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['created', 'error']);
  expect(both.find(({ kind }) => kind === 'error')).toMatchObject({
    error: { reason: 'nameTaken' },
    existing: { name: 'At once' },
  });
  expect(await countOf(irm, 'At once')).toBe(1);
});

test.each<[string, Partial<IntegrationWish>, string, RegExp]>([
  ['type', { type: 'grafana_alerting' }, 'invalid', /reach out/],
  ['team', { teamId: 'TNOPE' }, 'invalid', /not exist/],
  ['description', { description: 'x'.repeat(251) }, 'invalid', /250/],
  ['chain', { escalationChainId: 'FNOPE' }, 'invalid', /not exist/],
])('IRM’s refusal of a %s is passed on, and nothing counts as lost', async (field, changes, reason, words) => {
  const irm = await irmOf();
  const made = await createIntegration(irm, wish(`Refused ${field}`, changes));
  expect(made).toMatchObject({ kind: 'error', error: { reason }, lost: undefined, existing: undefined });
  expect(made.kind === 'error' && made.error.message).toMatch(words);
  expect(await countOf(irm, `Refused ${field}`)).toBe(0);
});

test('an API that cannot even be looked at is sent nothing', async () => {
  const irm = await irmOf();
  world.failWith(() => new Response(undefined, { status: 502 }));
  const before = posts();
  expect(await createIntegration(irm, wish('Never'))).toMatchObject({
    kind: 'error',
    error: { reason: 'unreachable' },
    lost: undefined,
  });
  expect(posts()).toBe(before);
});

test('what IRM left out of a wish is named', async () => {
  const irm = await irmOf();
  world.failWith((path, { method, answer }) =>
    method === 'POST' && CREATE.test(path)
      ? answer().then(async (response) => {
          const body = (await response.json()) as object;
          const templates = { grouping_key: null, resolve_signal: null };
          return Response.json({ ...body, default_route: { escalation_chain_id: null }, templates }, { status: 201 });
        })
      : undefined
  );
  const asked = wish('Half', { type: 'webhook', escalationChainId: CHAIN, templates: WEBHOOK_TEMPLATES });
  expect(await createIntegration(irm, asked)).toMatchObject({
    kind: 'created',
    lacking: ['escalationChain', 'templates'],
  });
});
