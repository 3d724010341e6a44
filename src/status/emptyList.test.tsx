/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from './testing/stage';

const STATUS = '/a/irmconnect-setup-app/status';
const TITLE = "Grafana's list of contact points cannot be right";

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** From now on something in front of Grafana answers that there are no contact points. */
const hideContactPoints = () =>
  on.world.failWith((path, { method }) =>
    method === 'GET' && path === '/api/v1/provisioning/contact-points' ? Response.json([]) : undefined
  );

test('a page that opens then does not say that nothing is connected, and shows all with the next answer', async () => {
  await on.connect('Production');
  hideContactPoints();
  await on.openStatus('editor');
  expect(screen.getByText(TITLE)).toBeVisible();
  expect(screen.getByText(/still tells of IRM Production, IRM Production heartbeat\./)).toBeVisible();
  expect(screen.queryByText(/No IRM integrations connected/)).not.toBeInTheDocument();
  on.world.failWith();
  await on.press(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'IRM Production' })).toBeVisible();
});

test('a page that is open keeps what it showed, and calls no rule left behind', async () => {
  await on.connect('Production');
  await on.openStatus('editor');
  expect(screen.getByRole('heading', { name: 'IRM Production' })).toBeVisible();
  hideContactPoints();
  await on.pass(30);
  expect(screen.getByText(TITLE)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'IRM Production' })).toBeVisible();
  expect(screen.queryByText(/contact points? (is|are|was|were) (gone|deleted)/)).not.toBeInTheDocument();
});

test('the page of a connection does not call it missing', async () => {
  const { id } = await on.connect('Production');
  hideContactPoints();
  await on.openStatus('editor', `${STATUS}/${id}`);
  expect(screen.getByText(TITLE)).toBeVisible();
  expect(screen.queryByText('Connection not found')).not.toBeInTheDocument();
});

test('the last connection that was removed is missed at once', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  await on.world.clock.advance(70_000);
  const { grafana } = await on.world.signIn('admin');
  const listed = await grafana.listIntegrations();
  for (const { uid } of listed.ok ? listed.value.value : []) {
    expect(await grafana.deleteIntegration(uid)).toMatchObject({ ok: true });
  }
  await on.openStatus('editor', `${STATUS}/${id}`);
  expect(screen.getByText('Connection not found')).toBeVisible();
});
