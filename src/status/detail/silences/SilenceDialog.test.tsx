/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { check, openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let id: string;
beforeEach(async () => {
  on = stage();
  ({ id } = await on.connect('Production'));
  await on.pass(30);
  const at = (hours: number) => new Date(on.world.clock.now() + hours * 3600_000).toISOString();
  const matchers = [{ name: 'severity', value: 'none', isEqual: true, isRegex: false }];
  await on.world.call('editor', 'POST', '/api/alertmanager/grafana/api/v2/silences', {
    ...{ matchers, startsAt: at(0), endsAt: at(2), createdBy: 'Ada', comment: 'Too noisy' },
  });
});
afterEach(() => on.end());

test('a silence is shown with whom, until when and why, is expired, and put back', async () => {
  const { press } = await openDetail(on, id);
  const item = check('A silence suppresses the heartbeat');
  expect(item).toHaveAttribute('open');
  for (const text of ['severity="none"', 'Too noisy', /^Ada, /]) {
    expect(within(item).getByText(text)).toBeVisible();
  }
  await press('Expire the silence');
  const dialog = screen.getByRole('dialog', { name: 'Expire silence' });
  expect(within(dialog).getByText('Silences are shared')).toBeVisible();
  await press('Expire the silence of Ada now', dialog);
  expect(screen.getByRole('group', { name: 'Silence expired' })).toHaveFocus();
  expect(screen.queryByText('A silence suppresses the heartbeat')).not.toBeInTheDocument();

  await press('Undo');
  await press('Restore', screen.getByRole('dialog', { name: 'Restore silence' }));
  expect(screen.getByRole('group', { name: 'Silence restored' })).toBeVisible();
  expect(check('A silence suppresses the heartbeat')).toHaveAttribute('open');
});

test('one who may not expire silences is told so before the click', async () => {
  await openDetail(on, id, 'viewer');
  const item = check('A silence suppresses the heartbeat');
  expect(within(item).getByText('Too noisy')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Expire the silence' })).toHaveAttribute('aria-disabled', 'true');
});

test('a refusal is told in the dialog', async () => {
  const { press } = await openDetail(on, id);
  await press('Expire the silence');
  const dialog = screen.getByRole('dialog', { name: 'Expire silence' });
  on.world.failWith((path) =>
    path.includes('/silence/')
      ? Response.json({ message: 'Permissions needed: alert.silences:write' }, { status: 403 })
      : undefined
  );
  await press('Expire the silence of Ada now', dialog);
  expect(within(dialog).getByText('You lack a permission')).toBeVisible();
});

test('the dialog is left with Escape while a call hangs', async () => {
  const { press, user } = await openDetail(on, id);
  await press('Expire the silence');
  const dialog = screen.getByRole('dialog', { name: 'Expire silence' });
  const release = on.world.holdBack((method) => method === 'DELETE');
  await press('Expire the silence of Ada now', dialog);
  await user.keyboard('{Escape}');
  await on.settle();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  release();
  await on.settle();
});
