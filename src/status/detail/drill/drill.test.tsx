/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import type { Integration } from '../../../../sandbox/irm/model';
import { recordedStep } from '../../../../tests/support/recordings';
import { success } from '../../../connection/result';
import { connectionsOf } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { drillMarkOf } from '../../../connection/desired/drillMark';
import { openDetail } from '../testing/openDetail';

const editors = recordedStep('12.4.0', 'state', 'user permissions (editor)').response.body as Record<string, string[]>;
const { 'alert.rules:write': _, ...withoutWriting } = editors;

let on: ReturnType<typeof stage>;
beforeEach(async () => {
  window.localStorage.clear();
  on = stage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

/** A heartbeat of one minute that is up. What is set of `irm` is set in IRM by hand. */
async function beating(type = 'alertmanager') {
  const irm = on.world.irm.createIntegration({ name: 'Production', type });
  const url = `https://irm.example.net/integrations/v1/${type}/${irm.token}/`;
  setInterval(irm, 60);
  const { id } = await on.connect('Production', { url, interval: 60 });
  await on.pass(30);
  return { id, irm };
}

function setInterval({ heartbeat }: Integration, seconds: number) {
  if (heartbeat) {
    heartbeat.timeoutSeconds = seconds;
  }
}

async function rule() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? connectionsOf(read.value)[0]?.rule : undefined;
}

/** Goes through both questions and pauses the heartbeat. */
async function begin(id: string) {
  const view = await openDetail(on, id);
  await view.choose('Fire drill');
  const dialog = screen.getByRole('dialog', { name: 'Fire drill' });
  await view.press('Continue', dialog);
  expect(within(dialog).getByRole('button', { name: 'Pause the heartbeat now' })).toBeDisabled();
  await on.press(within(dialog).getByRole('checkbox', { name: /Whoever is on call knows/ }));
  await view.press('Pause the heartbeat now', dialog);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  return view;
}

test('the dialog is left with Escape at each of its steps', async () => {
  const { id } = await beating();
  const { user, choose, press } = await openDetail(on, id);
  await choose('Fire drill');
  await press('Continue', screen.getByRole('dialog'));
  expect(screen.getByRole('checkbox', { name: /Whoever is on call knows/ })).toHaveFocus();
  await on.press(screen.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  const release = on.world.holdBack((method) => method !== 'GET');
  const button = screen.getByRole('button', { name: 'Pause the heartbeat now' });
  button.focus();
  await on.press(button);
  await user.keyboard('{Escape}');
  await on.settle();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  release();
  await on.settle();
});

const step = (name: string) => screen.getByText(name).closest('li');

/** As a person does on Grafana's own page, which knows nothing of the annotation. */
async function toggleByHand(isPaused: boolean) {
  const { grafana } = await on.world.signIn('admin');
  const present = await rule();
  if (present) {
    await grafana.writeRule({ ...present, isPaused }, present);
  }
}

test('a drill pauses, hears the alarm, resumes, and reports', async () => {
  const { id } = await beating();
  const view = await begin(id);
  expect(await rule()).toMatchObject({ isPaused: true });
  expect(screen.getByText(/IRM should raise its alert between/)).toBeVisible();
  expect(screen.getByRole('timer')).toBeVisible();

  await on.pass(240);
  expect(screen.getByText('The alarm works')).toBeVisible();
  expect(
    screen.getByText(
      /IRM raised \w+ 1 min \d+ s after the last heartbeat\.|IRM raised \w+ \d min.* after the last heartbeat\./
    )
  ).toBeVisible();
  expect((await rule())?.isPaused).toBe(false);
  expect((await rule())?.annotations).not.toHaveProperty('irm_connect_drill');
  await on.pass(150);
  expect(step('IRM resolved its alert group')).toHaveTextContent(/open for/);
  expect(screen.getByText('The drill is over, and the heartbeat runs.')).toBeVisible();
  expect(await on.world.alertGroups()).toMatchObject([{ state: 'resolved' }]);

  await on.press(screen.getByRole('button', { name: 'Copy report' }));
  expect(view.copied()).toMatch(
    /^Drill of the heartbeat of IRM Production\nHeartbeat interval: 1 minute\n.*Last heartbeat/
  );
  expect(view.copied()).toMatch(/The alarm works\. IRM raised/);
  await view.press('Close');
  expect(within(await view.openMenu()).getByRole('menuitem', { name: 'Fire drill' })).toBeEnabled();
});

test('without an alarm the heartbeat resumes all the same, and it is said loudly', async () => {
  const { id, irm } = await beating();
  setInterval(irm, 3600);
  await begin(id);
  await on.pass(270);
  expect(screen.getByText('IRM raised no alarm')).toBeVisible();
  expect(screen.getByText(/The heartbeat interval in IRM .* must be 1 minute/)).toBeVisible();
  expect(await rule()).toMatchObject({ isPaused: false });
});

test('an IRM that cannot be asked ends the drill in time, and is asked again', async () => {
  const { id } = await beating();
  await begin(id);
  on.world.failWith((path) => (path.includes('/irm/') ? new Response('', { status: 502 }) : undefined));
  await on.pass(60);
  expect(screen.getByText('IRM cannot be reached')).toBeVisible();
  await on.pass(210);
  expect(await rule()).toMatchObject({ isPaused: false });
  expect(screen.getByText('IRM could not be asked')).toBeVisible();
  on.world.failWith();
  await on.pass(15);
  expect(screen.getByText('The alarm works')).toBeVisible();
});

test('a heartbeat that cannot be resumed is said so, and tried again', async () => {
  const { id } = await beating();
  await begin(id);
  on.world.failWith((path, { method }) =>
    path.includes('/ruler/') && method === 'POST' ? Response.json({ message: 'no' }, { status: 500 }) : undefined
  );
  await on.pass(240);
  expect(screen.getByText(/could not be resumed and stays silent/)).toBeVisible();
  expect(await rule()).toMatchObject({ isPaused: true });
  on.world.failWith();
  await on.pass(20);
  expect(await rule()).toMatchObject({ isPaused: false });
  expect(screen.queryByText(/could not be resumed/)).not.toBeInTheDocument();
});

test('a page that is hidden meanwhile ends the drill, too', async () => {
  const { id } = await beating();
  await begin(id);
  await on.setHidden(true);
  await on.pass(270);
  expect(await rule()).toMatchObject({ isPaused: false });
  await on.setHidden(false);
  expect(screen.getByText('The alarm works')).toBeVisible();
});

test('a drill whose page was lost is found by another person, who resumes', async () => {
  const { id } = await beating();
  const view = await begin(id);
  view.unmount();
  const { press } = await on.openStatus('admin').then(async (overview) => {
    expect(screen.getByText(/A drill paused the heartbeat at/)).toBeVisible();
    overview.unmount();
    return openDetail(on, id, 'admin');
  });
  const found = screen.getByRole('alert', { name: /A drill paused this heartbeat at/ });
  expect(within(found).getByRole('button', { name: 'Go on watching' })).toBeEnabled();
  await on.pass(600);
  expect(within(found).queryByRole('button', { name: 'Go on watching' })).not.toBeInTheDocument();
  expect(screen.getByText(/It should have ended by/)).toBeVisible();
  await press('Resume now');
  const after = await rule();
  expect(after?.isPaused).toBe(false);
  expect(after && drillMarkOf(after)).toBeUndefined();
});

test('a drill whose page was lost is watched to its end on another', async () => {
  const { id } = await beating();
  (await begin(id)).unmount();
  const { press } = await openDetail(on, id, 'admin');
  await press('Go on watching');
  await on.pass(240);
  expect(screen.getByText('The alarm works')).toBeVisible();
  expect(await rule()).toMatchObject({ isPaused: false });
});

test('a viewer is told of the drill, and may not end it', async () => {
  const { id } = await beating();
  (await begin(id)).unmount();
  await openDetail(on, id, 'viewer');
  expect(screen.getByRole('button', { name: 'Resume now' })).toBeDisabled();
});

test('the ordinary Resume ends a drill as well', async () => {
  const { id } = await beating();
  (await begin(id)).unmount();
  const { start } = await openDetail(on, id);
  const { apply } = await start('Resume the heartbeat', 'Resume heartbeat');
  await apply('Resume');
  expect((await rule())?.annotations).not.toHaveProperty('irm_connect_drill');
});

test('somebody who resumes in Grafana ends the drill; its note is no drift and can be removed', async () => {
  const { id } = await beating();
  const view = await begin(id);
  await on.pass(20);
  await toggleByHand(false);
  await on.pass(60);
  expect(screen.getByText('The drill was broken off')).toBeVisible();
  await view.press('Close');
  expect(screen.getByText(/^The drill of .* is over$/)).toBeVisible();
  expect(screen.getByText('Up')).toBeVisible();
  await view.press('Remove the note');
  expect((await rule())?.annotations).not.toHaveProperty('irm_connect_drill');
  expect(within(await view.openMenu()).getByRole('menuitem', { name: 'Fire drill' })).toBeEnabled();
});

test('a rule that is paused by hand is no drill, not even with the note of an old one', async () => {
  const { id } = await beating();
  (await begin(id)).unmount();
  await toggleByHand(false);
  await on.world.clock.advance(300_000);
  await toggleByHand(true);
  await openDetail(on, id);
  expect(screen.queryByText(/A drill paused/)).not.toBeInTheDocument();
  expect(screen.getByText(/somebody may have paused it on purpose/)).toBeVisible();
});

test('webhook with templates that do not resolve it: the alert group is resolved from the page', async () => {
  const { id, irm } = await beating('webhook');
  irm.templates.groupingKey = '{{ payload.groupKey }}';
  irm.templates.resolveSignal = "{{ payload.status == 'resolved' }}";
  const { press } = await begin(id);
  await on.pass(420);
  expect(screen.getByText('The alarm works')).toBeVisible();
  expect(screen.getByText('Heartbeats arrive again, and the alert group in IRM is still open.')).toBeVisible();
  // With such templates the news of the recovery opens one more.
  expect(await on.world.alertGroups()).toMatchObject([{ state: 'firing' }, { state: 'firing' }]);
  await press('Resolve in IRM');
  expect(await on.world.alertGroups()).toMatchObject([{ state: 'resolved' }, { state: 'resolved' }]);
  expect(screen.getByText('The drill is over, and the heartbeat runs.')).toBeVisible();
});

test('webhook with templates of its own type resolves by itself', async () => {
  const { id } = await beating('webhook');
  await begin(id);
  await on.pass(200);
  // The rest of the page knows at once what IRM raised, without waiting for its next look.
  expect(screen.queryByText('IRM missed no heartbeat in the last 30 days.')).not.toBeInTheDocument();
  await on.pass(200);
  expect(screen.getByText('The alarm works')).toBeVisible();
  expect(step('IRM resolved its alert group')).toHaveTextContent(/open for/);
});

test('what keeps from a drill is said beside its menu item', async () => {
  const { id } = await beating();
  await toggleByHand(true);
  const { openMenu } = await openDetail(on, id);
  expect(within(await openMenu()).getByRole('menuitem', { name: /^Fire drill/ })).toBeDisabled();
  expect(screen.getByText('The heartbeat is paused. Resume it first.')).toBeVisible();
});

test.each([
  ['person', 'You lack: alert.rules:write'],
  ['serviceAccount', "The plugin's service account lacks: alert.rules:write"],
] as const)('whose right to pause is missing is told of the %s', async (actor, lacking) => {
  const { id } = await beating();
  const { openMenu } = await openDetail(on, id, 'editor', {
    actor,
    readPermissions: async () => success(withoutWriting),
  });
  expect(within(await openMenu()).getByRole('menuitem', { name: /^Fire drill/ })).toBeDisabled();
  expect(screen.getByText(`A drill pauses the heartbeat, which is not permitted. ${lacking}`)).toBeVisible();
});
