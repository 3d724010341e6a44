/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { buttonToGoOn } from '../../../tests/support/buttonToGoOn';
import { stage } from '../../status/testing/stage';
import { connectionWithId, type Connection } from '../../connection/ownership/connections';
import { readGrafana } from '../../connection/reading/readGrafana';
import { proposeTiming } from '../../connection/timing/presets';
import { openWizard } from '../testing/openWizard';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** The connection as Grafana holds it now. */
async function held(id: string): Promise<Connection | undefined> {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? connectionWithId(id, read.value) : undefined;
}

/** Somebody else gives the heartbeat another interval, in seconds. */
async function changeInterval({ id }: Connection, interval: number) {
  const { grafana } = await on.world.signIn('admin');
  const before = (await held(id))?.rule;
  if (!before) {
    throw new Error('there is no rule');
  }
  const annotations = { ...before.annotations, irm_heartbeat_interval: String(interval) };
  expect(await grafana.writeRule({ ...before, annotations, ...proposeTiming(interval) }, before)).toMatchObject({
    ok: true,
  });
}

const interval = () => screen.getByRole('combobox', { name: /Heartbeat interval in IRM/ });
const repeat = () => screen.getByLabelText('Repeat interval');

async function choose(user: UserEvent, combobox: HTMLElement, text: string) {
  await user.click(combobox);
  await user.keyboard(`${text}{ArrowDown}{Enter}`);
  await on.settle();
}

test('a form left open follows the interval that somebody else chose, and one click does not undo it', async () => {
  const connection = await on.connect('Production');
  await openWizard(on, connection.id, 'heartbeat');
  await unfold('Advanced');
  expect(interval()).toHaveValue('10 minutes');
  await changeInterval(connection, 300);
  await on.pass(12);
  expect(interval()).toHaveValue('5 minutes');
  expect(repeat()).toHaveValue('1m');
  expect(screen.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument();
});

test('what a person chose stays beside what somebody else did, and is what a click saves', async () => {
  const connection = await on.connect('Production');
  const { user } = await openWizard(on, connection.id, 'heartbeat');
  await unfold('Advanced');
  await on.press(screen.getByLabelText(/^Alerting and a data source/));
  await choose(user, screen.getByRole('combobox', { name: /^Data source/ }), '');
  await changeInterval(connection, 300);
  await on.pass(12);
  expect(interval()).toHaveValue('5 minutes');
  expect(screen.getByLabelText(/^Alerting and a data source/)).toBeChecked();

  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(await held(connection.id)).toMatchObject({ interval: 300, rule: { scope: { kind: 'dataSource' } } });
});

test('an interval that a person is choosing is not taken away by what somebody else did', async () => {
  const connection = await on.connect('Production');
  const { user } = await openWizard(on, connection.id, 'heartbeat');
  await unfold('Advanced');
  await choose(user, interval(), '30 min');
  await changeInterval(connection, 300);
  await on.pass(12);
  expect(interval()).toHaveValue('30 minutes');
});

test('a rule from before that could be repaired keeps nobody from going on', async () => {
  const { rule, id } = await on.connect('Production');
  const { grafana } = await on.world.signIn('admin');
  const { __grafana_origin: _, ...labels } = rule?.labels ?? {};
  if (rule) {
    await grafana.writeRule({ ...rule, labels }, rule);
  }
  const { address } = await openWizard(on, id, 'heartbeat');
  expect(screen.getByRole('button', { name: 'Save changes' })).toBeVisible();
  await on.press(screen.getByRole('button', { name: 'Next' }));
  expect(address()).toMatch(/\/verify$/);
});

test('interval and scope survive a reload after the contact point was made and the rule failed', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const first = await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  await choose(first.user, interval(), '5 min');
  await on.press(screen.getByLabelText(/^Alerting and a data source/));
  await choose(first.user, screen.getByRole('combobox', { name: /^Data source/ }), '');
  on.world.failWith((path, { method }) =>
    method === 'POST' && path.includes('/ruler/')
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(screen.getByText('Saved')).toBeVisible();
  expect(buttonToGoOn()).toBe(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(await held(id)).toMatchObject({ heartbeatContactPoint: { name: 'IRM Production heartbeat' } });
  expect(JSON.stringify({ ...window.sessionStorage })).not.toContain('/integrations/');
  first.unmount();

  on.world.failWith();
  await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  expect(interval()).toHaveValue('5 minutes');
  expect(screen.getByLabelText(/^Alerting and a data source/)).toBeChecked();
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(await held(id)).toMatchObject({ interval: 300, rule: { scope: { kind: 'dataSource' } }, stage: 'complete' });
  expect(JSON.stringify({ ...window.sessionStorage })).not.toContain('"interval"');
});

test('a viewer of a finished heartbeat can change nothing and is told what is missing', async () => {
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'heartbeat', 'viewer');
  await unfold('Advanced');
  expect(screen.getByText('alert.rules:write')).toBeInTheDocument();
  expect(repeat()).toBeDisabled();
});

test('a save that could not be looked at is told as done once Grafana shows it', async () => {
  const connection = await on.connect('Production');
  const { user } = await openWizard(on, connection.id, 'heartbeat');
  await choose(user, interval(), '5 min');
  // The look right after the write fails, and those of the page do not.
  let toFail = 0;
  on.world.failWith((path, { method }) => {
    const isOfRules = path.includes('/ruler/');
    toFail = isOfRules && method === 'POST' ? 1 : toFail;
    return isOfRules && method === 'GET' && toFail-- > 0 ? new Response('', { status: 504 }) : undefined;
  });
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect((await held(connection.id))?.interval).toBe(300);
  expect(screen.getByText('Changes saved')).toBeVisible();
  expect(screen.queryByText('May have been done')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Next' })).toBeVisible();
});
