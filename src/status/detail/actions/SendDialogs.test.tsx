/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

test('a test notification becomes an alert group', async () => {
  const { id } = await on.connect('Production');
  const { start } = await openDetail(on, id);
  const { dialog, apply } = await start('Send test alert', 'Send test alert');
  expect(dialog.getByText(/Each test opens a new alert group in IRM/)).toBeVisible();
  await apply('Send test alert');
  expect(dialog.getByText('Test alert sent and accepted')).toBeVisible();
  expect(await on.world.alertGroups()).toHaveLength(1);
});

test('a beat sent by hand is said to count as one', async () => {
  const { id } = await on.connect('Production');
  const { start } = await openDetail(on, id);
  const { dialog, apply } = await start('Send heartbeat', 'Send heartbeat');
  expect(dialog.getByText('IRM counts this as a heartbeat')).toBeVisible();
  await apply('Send heartbeat');
  expect(dialog.getByText('Heartbeat sent and accepted')).toBeVisible();
  expect(await on.world.alertGroups()).toEqual([]);
});

test('IRM that refuses is told in words', async () => {
  const { endpoint } = on.world.newIntegration('Production');
  const { id } = await on.connect('Production', { url: endpoint.replace(/[^/]+\/$/, 'Wr0ngT0ken/') });
  const { start } = await openDetail(on, id);
  const { dialog, apply } = await start('Send heartbeat', 'Send heartbeat');
  await apply('Send heartbeat');
  expect(dialog.getByText('The message was rejected (403)')).toBeVisible();
});

const UNCERTAIN = [
  ['a cut connection', () => Promise.reject(new TypeError('fetch failed')), 'Grafana cannot be reached'],
  ['a gateway that gave up', () => new Response('', { status: 504 }), 'Grafana took too long to answer'],
  ['an answer of another form', () => Response.json({}), 'Unexpected answer from Grafana'],
  [
    'a busy database',
    () => Response.json({ message: 'database is locked' }, { status: 500 }),
    "Grafana's database is busy",
  ],
  [
    'a page in place of the answer',
    () => new Response('<html><title>Sign in</title></html>', { headers: { 'content-type': 'text/html' } }),
    'Something in front of Grafana answered instead',
  ],
  [
    'a conflict, which no test can have',
    () => Response.json({ message: 'conflict' }, { status: 409 }),
    'Unexpected answer from Grafana',
  ],
] as const;

test.each(UNCERTAIN)('%s: a test that may page somebody is not called safe to repeat', async (_, reply, title) => {
  const { id } = await on.connect('Production');
  const { start, press } = await openDetail(on, id);
  const { dialog, apply } = await start('Send test alert', 'Send test alert');
  on.world.failWith((_path, { method, answer }) => (method === 'POST' ? answer().then(reply) : undefined));
  await apply('Send test alert');
  expect(await on.world.alertGroups()).toHaveLength(1);
  const alert = within(dialog.getByRole('alert', { name: title }));
  expect(alert.getByText(/may have been sent anyway\. Check IRM before you send another/)).toBeVisible();
  expect(alert.queryByText(/is safe|overwritten/)).not.toBeInTheDocument();
  expect(dialog.getByText(/Is there a new one for the test\?/)).toBeVisible();
  await press('I see it');
  expect(dialog.getByText('Alerts arrive')).toBeVisible();
});

test('a heartbeat that may have been sent is said to be safe to send again', async () => {
  const { id } = await on.connect('Production');
  const { start } = await openDetail(on, id);
  const { dialog, apply } = await start('Send heartbeat', 'Send heartbeat');
  on.world.failWith((_, { method, answer }) =>
    method === 'POST' ? answer().then(() => new Response('', { status: 504 })) : undefined
  );
  await apply('Send heartbeat');
  expect(dialog.getByText(/may have been sent anyway\. Sending it again does no harm\./)).toBeVisible();
  expect(dialog.getByText(/Is the heartbeat there\?/)).toBeVisible();
});

test.each([
  [200, /may have been sent anyway.* It may be a sign-in page/],
  [413, /Grafana did not receive the change\.$/],
])('a page that came with status %i in place of the answer is told of as well', async (status, words) => {
  const { id } = await on.connect('Production');
  const { start } = await openDetail(on, id);
  const { dialog, apply } = await start('Send test alert', 'Send test alert');
  on.world.failWith((_, { method }) =>
    method === 'POST' ? new Response('<html><title>Stop</title></html>', { status }) : undefined
  );
  await apply('Send test alert');
  expect(dialog.getByText(words)).toBeVisible();
  expect(dialog.queryAllByText(/Is there a new one for the test\?/)).toHaveLength(status === 413 ? 0 : 1);
});

test.each([
  ['accepted', undefined, 'Test alert sent and accepted'],
  ['refused', 403, 'Test alert not delivered'],
  ['lost', 504, 'The test alert may have been sent anyway. Check IRM before you send another one.'],
])('how a test ended is told to whoever closed its dialog meanwhile: %s', async (_, status, told) => {
  const { id } = await on.connect('Production');
  const { start, user, toasts } = await openDetail(on, id);
  const { apply } = await start('Send test alert', 'Send test alert');
  let release = () => {};
  const isLeft = new Promise<void>((resolve) => (release = resolve));
  on.world.failWith((__, { method, answer }) =>
    method === 'POST'
      ? isLeft.then(() => (status === undefined ? answer() : Response.json({ message: 'no' }, { status })))
      : undefined
  );
  await apply('Send test alert');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(toasts).toEqual([]);
  release();
  await on.settle();
  await on.pass(2);
  expect(toasts).toEqual([told]);
});
