/** @jest-environment <rootDir>/.config/jest/page.mjs */
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
