/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import type { Integration } from '../../connection/model';
import type { Connection } from '../../connection/ownership/connections';
import { openWizard } from '../testing/openWizard';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  window.sessionStorage.clear();
  on = stage();
  connection = await on.connect('Production', { withHeartbeat: false });
});
afterEach(() => on.end());

/** Somebody else edits the contact point in Grafana. */
async function edit(change: Partial<Integration>) {
  const { grafana } = await on.world.signIn('admin');
  const before = connection.alertContactPoint;
  if (!before) {
    throw new Error('there is no contact point');
  }
  expect(await grafana.updateIntegration({ ...before, ...change }, before)).toMatchObject({ ok: true });
}

async function held() {
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.listIntegrations();
  return found.ok ? found.value.value.find(({ uid }) => uid === connection.alertContactPoint?.uid) : undefined;
}

const name = () => screen.getByRole('textbox', { name: /Name/ });
const maxAlerts = () => screen.getByRole('spinbutton', { name: /Max alerts/ });

test('a form left open takes over a rename by somebody else, and has nothing to apply', async () => {
  await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  expect(name()).toHaveValue('IRM Production');
  await edit({ name: 'Pager' });
  await on.pass(12);
  expect(name()).toHaveValue('Pager');
  expect(screen.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument();
});

test('what a person is typing stays, and one click does not put the old name back', async () => {
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  await edit({ name: 'Pager' });
  await on.pass(12);
  expect(name()).toHaveValue('Pager');
  expect(maxAlerts()).toHaveValue(20);

  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(screen.getByText('Changes saved')).toBeVisible();
  expect(await held()).toMatchObject({ name: 'Pager', maxAlerts: 20 });
});

test('a name that a person is typing stays, while another field follows what somebody else did', async () => {
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(name());
  await user.type(name(), 'Night shift');
  await edit({ maxAlerts: 7 });
  await on.pass(12);
  expect(name()).toHaveValue('Night shift');
  expect(maxAlerts()).toHaveValue(7);
});

test('after a save the form follows others again', async () => {
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(screen.getByText('Changes saved')).toBeVisible();
  connection = { ...connection, alertContactPoint: await held() };
  await edit({ maxAlerts: 3 });
  await on.pass(12);
  expect(maxAlerts()).toHaveValue(3);
  expect(screen.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument();
});

test('a save that somebody else was quicker than is refused, and the next try keeps their name', async () => {
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  await edit({ name: 'Pager' });
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(screen.getByText('Changed by someone else')).toBeVisible();
  expect(await held()).toMatchObject({ name: 'Pager', maxAlerts: 100 });
  expect(name()).toHaveValue('Pager');

  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(await held()).toMatchObject({ name: 'Pager', maxAlerts: 20 });
});

/** A write and the look after it are carried out, and nothing of either comes back. */
function loseAnswers() {
  let toLose = 0;
  on.world.failWith((_, { method, answer }) => {
    toLose = method === 'PUT' ? 2 : toLose;
    return toLose-- > 0 ? answer().then(() => new Response('', { status: 504 })) : undefined;
  });
}

test('a save that nobody could see is told as done once Grafana shows it, and is not told so of other input', async () => {
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  loseAnswers();
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  on.world.failWith();
  expect(await held()).toMatchObject({ maxAlerts: 20 });
  expect(screen.getByText('Changes saved')).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '30');
  expect(screen.queryByText('Changes saved')).not.toBeInTheDocument();
  on.world.failWith((_, { method }) => (method === 'GET' ? undefined : new Response('', { status: 504 })));
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(screen.getByText('May have been done')).toBeVisible();
  // Taken back by hand: that it stands so is nothing that was saved.
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  expect(screen.queryByText('Changes saved')).not.toBeInTheDocument();
});

test('leaving the page while a plan runs neither leads back nor breaks anything', async () => {
  const { user, address } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  await user.clear(maxAlerts());
  await user.type(maxAlerts(), '20');
  const release = on.world.holdBack((method) => method === 'PUT');
  screen.getByRole('button', { name: 'Save changes' }).focus();
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  // The button stays, so that the focus does.
  expect(screen.getByRole('button', { name: 'Saving...' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(address()).toMatch(/integration$/);

  release();
  await on.settle();
  await on.pass(1);
  expect(address()).toMatch(/integration$/);
  expect(await held()).toMatchObject({ maxAlerts: 20 });
  expect(screen.queryByText('Changes saved')).not.toBeInTheDocument();
});

test('no limit, or a large one, is a hint with its reason and no error; the proposed 100 is neither', async () => {
  await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced');
  expect(maxAlerts()).toHaveValue(100);
  expect(screen.queryByText(/IRM advises/)).not.toBeInTheDocument();
  await edit({ maxAlerts: 0 });
  await on.pass(12);
  expect(
    screen.getByText(
      'IRM advises to stay at 100 or below: a message with more can be too large for IRM or a gateway in front of it, and is then refused as a whole.'
    )
  ).toBeVisible();
  expect(maxAlerts()).not.toBeInvalid();
});
