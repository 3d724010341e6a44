import { userKey } from '../../sandbox/irm/organization';
import { standIns } from '../../tests/support/standIns';
import type { IrmError } from '../connection/irm/irmPort';
import { CHECK_STEPS, checkIrm, type CheckStep } from './irmCheck';
import { answering, EMPTY_PAGE } from './testing/answering';

const PERMISSION = { status: 403, body: { detail: 'You do not have permission to perform this action.' } };
const PAGE = { status: 200, body: EMPTY_PAGE };
const MAY_CREATE = { status: 400, body: { type: ['This field is required.'] } };
const MAY_RESOLVE = { status: 404, body: { detail: 'Not found.' } };
const OWNER = { status: 200, body: { username: 'alex', role: 'admin' } };
const ALL_WELL = [PAGE, PAGE, PAGE, PAGE, MAY_CREATE, MAY_RESOLVE, OWNER] as const;

type Given = Parameters<typeof answering>[number];

/** All well but for one step; a read that fails is asked for twice. */
const instead = (step: CheckStep, ...answers: Given[]): Given[] =>
  CHECK_STEPS.flatMap((each, index): Given[] => (each === step ? answers : [ALL_WELL[index] ?? PAGE]));

it.each([
  ['admin', 'told', 'told'],
  ['editor', 'forbidden', 'told'],
  ['viewer', 'forbidden', 'forbidden'],
] as const)('tells of the key of an %s what it may do', async (role, create, resolve) => {
  const world = standIns();
  await world.withIrmApi(userKey(role));
  world.newIntegration('One');
  world.newIntegration('Two');
  const { irm } = await world.signIn('admin');
  const before = JSON.stringify(world.irm.snapshot());
  const check = irm && (await checkIrm(irm));
  expect(check).toMatchObject({
    ok: true,
    findings: {
      integrations: { kind: 'told', value: 2 },
      teams: { kind: 'told', value: 2 },
      alertGroups: { kind: 'told' },
      create: { kind: create },
      resolve: { kind: resolve },
      owner: { kind: 'told', value: { name: role, role } },
    },
  });
  expect(JSON.stringify(world.irm.snapshot())).toBe(before);
});

it('asks one thing after the other, and says what', async () => {
  const steps: CheckStep[] = [];
  const { irm, calls } = answering(...ALL_WELL);
  const check = await checkIrm(irm, (step) => {
    expect(calls).toHaveLength(steps.length);
    steps.push(step);
  });
  expect(steps).toEqual(CHECK_STEPS);
  expect(check).toEqual({
    ok: true,
    findings: {
      integrations: { kind: 'told', value: 0 },
      teams: { kind: 'told', value: 0 },
      escalationChains: { kind: 'told', value: 0 },
      alertGroups: { kind: 'told', value: true },
      create: { kind: 'told', value: true },
      resolve: { kind: 'told', value: true },
      owner: { kind: 'told', value: { name: 'alex', role: 'admin' } },
    },
  });
});

it.each(CHECK_STEPS.filter((step) => step !== 'owner'))('goes on when the right to %s is lacking', async (step) => {
  const { irm } = answering(...instead(step, PERMISSION));
  const check = await checkIrm(irm);
  const findings = check.ok ? check.findings : undefined;
  expect(findings?.[step]).toEqual({ kind: 'forbidden' });
  expect(Object.values(findings ?? {}).filter(({ kind }) => kind === 'told')).toHaveLength(CHECK_STEPS.length - 1);
});

it.each(['teams', 'escalationChains', 'alertGroups'] as const)('goes on when IRM falls over at %s', async (step) => {
  const broken = { status: 500, body: '<html><title>Server Error (500)</title></html>' };
  const { irm, calls } = answering(...instead(step, broken, broken));
  expect(await checkIrm(irm)).toMatchObject({
    ok: true,
    findings: { [step]: { kind: 'untold', error: { reason: 'serverError' } }, owner: { kind: 'told' } },
  });
  expect(calls).toHaveLength(CHECK_STEPS.length + 1);
});

const FATAL: Array<[IrmError['reason'], Given]> = [
  ['tokenRefused', { status: 403, body: { detail: 'Invalid token.' } }],
  ['stackUnknown', { status: 429, body: { detail: 'Organization being synced, please retry.' } }],
  ['rateLimited', { status: 429, body: { detail: 'Request was throttled. Expected available in 42 seconds.' } }],
  ['notConfigured', { status: 404, body: { message: 'Plugin setting not found' } }],
  ['userRoleTooLow', { status: 403, body: { message: 'plugin proxy route access denied' } }],
  ['signedOut', { status: 401, body: { message: 'Unauthorized' } }],
  ['timeout', 'timeout'],
  ['unreachable', 'cut'],
];

describe.each(FATAL)('%s', (reason, answer) => {
  it.each(CHECK_STEPS)('ends the check at %s', async (step) => {
    const { irm, calls } = answering(...instead(step, answer, answer));
    expect(await checkIrm(irm)).toMatchObject({ ok: false, step, error: { reason } });
    const isRead = !['create', 'resolve'].includes(step);
    const tries = reason === 'unreachable' && isRead ? 2 : 1;
    expect(calls).toHaveLength(CHECK_STEPS.indexOf(step) + tries);
  });
});

it.each([
  ['wrongAddress', { status: 200, body: '<html><title>Sign in</title></html>' }],
  ['wrongAddress', { status: 404, body: '<html><title>Not Found</title></html>' }],
  ['unexpected', { status: 200, body: { status: 'ok' } }],
  ['notFound', { status: 404, body: { detail: 'Not found.' } }],
] as const)('asks nothing more when the first answer is no answer of IRM’s: %s', async (reason, answer) => {
  const { irm, calls } = answering(answer);
  expect(await checkIrm(irm)).toMatchObject({ ok: false, step: 'integrations', error: { reason } });
  expect(calls).toHaveLength(1);
});
