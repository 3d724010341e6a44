import type { IrmError, IrmPort } from '../connection/irm/irmPort';
import type { Result } from '../connection/result';
import { answering, EMPTY_PAGE } from './testing/answering';

const WISH = {
  type: 'webhook',
  name: 'Payments',
  description: 'from Grafana',
  teamId: undefined,
  escalationChainId: undefined,
  templates: {},
};

const READS: Array<[string, (irm: IrmPort) => Promise<Result<unknown, IrmError>>]> = [
  ['listIntegrations', (irm) => irm.listIntegrations({})],
  ['getIntegration', (irm) => irm.getIntegration('C1')],
  ['listTeams', (irm) => irm.listTeams()],
  ['listEscalationChains', (irm) => irm.listEscalationChains()],
  ['listAlertGroups', (irm) => irm.listAlertGroups({ integrationId: 'C1' })],
  ['getAlertGroup', (irm) => irm.getAlertGroup('I1')],
];
const WRITES: typeof READS = [
  ['createIntegration', (irm) => irm.createIntegration(WISH)],
  ['updateIntegration', (irm) => irm.updateIntegration('C1', { escalationChainId: 'F1' })],
  ['resolveAlertGroup', (irm) => irm.resolveAlertGroup('I1')],
];

const WORTH_A_SECOND_TRY = [
  ['502 without a word', { status: 502, body: null }, 'unreachable'],
  ['503', { status: 503, body: { detail: 'Service temporarily unavailable.' } }, 'serverError'],
  ['a page that says 500', { status: 500, body: '<html><title>Server Error (500)</title></html>' }, 'serverError'],
  ['no connection', 'cut', 'unreachable'],
] as const;

const NOT_WORTH_IT = [
  ['no answer in time', 'timeout', 'timeout'],
  ['429', { status: 429, body: { detail: 'Request was throttled. Expected available in 55 seconds.' } }, 'rateLimited'],
  ['403', { status: 403, body: { detail: 'Invalid token.' } }, 'tokenRefused'],
  ['404', { status: 404, body: { detail: 'Not found.' } }, 'notFound'],
  ['a page that says 404', { status: 404, body: '<html><title>Not Found</title></html>' }, 'wrongAddress'],
] as const;

describe.each(READS)('%s', (_, read) => {
  it.each(WORTH_A_SECOND_TRY)('is tried once more after %s, and then fails', async (_name, answer, reason) => {
    const { irm, calls } = answering(answer);
    expect(await read(irm)).toMatchObject({ ok: false, error: { reason } });
    expect(calls).toHaveLength(2);
  });

  it.each(NOT_WORTH_IT)('is not tried again after %s', async (_name, answer, reason) => {
    const { irm, calls } = answering(answer);
    expect(await read(irm)).toMatchObject({ ok: false, error: { reason } });
    expect(calls).toHaveLength(1);
  });

  it('waits no longer than 10 s', async () => {
    const { irm, calls } = answering('timeout');
    await read(irm);
    expect(calls).toMatchObject([{ method: 'GET', timeoutMs: 10_000 }]);
  });
});

describe.each(WRITES)('%s', (_, write) => {
  it.each([...WORTH_A_SECOND_TRY, ...NOT_WORTH_IT])('is never sent twice: %s', async (_name, answer, reason) => {
    const { irm, calls } = answering(answer);
    expect(await write(irm)).toMatchObject({ ok: false, error: { reason } });
    expect(calls).toHaveLength(1);
  });

  it('waits no longer than 20 s', async () => {
    const { irm, calls } = answering('timeout');
    await write(irm);
    expect(calls).toMatchObject([{ timeoutMs: 20_000 }]);
  });
});

it('takes the answer to the second try', async () => {
  const { irm } = answering({ status: 502, body: null }, { status: 200, body: EMPTY_PAGE });
  expect(await irm.listIntegrations({})).toEqual({ ok: true, value: { items: [], total: 0, hasMore: false } });
});

describe('nonsense in the place of an answer', () => {
  const NONSENSE = [
    ['a web page', '<!DOCTYPE html><title>Sign in</title>', 'wrongAddress'],
    ['JSON of another form', { status: 'ok' }, 'unexpected'],
    ['a list', [], 'unexpected'],
    ['nothing', null, 'unexpected'],
    ['words', 'Ok', 'unexpected'],
    ['a list of other things', { count: 1, next: null, results: [{ name: 5 }] }, 'unexpected'],
  ] as const;
  const READING = [...READS, ...WRITES.filter(([name]) => name !== 'resolveAlertGroup')];
  const cases = READING.flatMap(([name, call]) => NONSENSE.map((nonsense) => [name, ...nonsense, call] as const));

  it.each(cases)('%s is not taken in by %s', async (_name, _what, body, reason, call) => {
    const { irm, calls } = answering({ status: 200, body });
    expect(await call(irm)).toMatchObject({ ok: false, error: { reason, status: 200 } });
    expect(calls).toHaveLength(1);
  });

  it('tells where the form was left', async () => {
    const { irm } = answering({ status: 200, body: { count: 1, next: null, results: [{ id: 'T1' }] } });
    expect(await irm.listTeams()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/GET \/api\/v1\/teams.* at results\.0\.name:/) },
    });
  });

  it('does not trust an answer that the browser fetched elsewhere', async () => {
    const { irm } = answering({ status: 200, body: EMPTY_PAGE, redirected: true });
    expect(await irm.listIntegrations({})).toMatchObject({ ok: false, error: { reason: 'wrongAddress' } });
  });
});
