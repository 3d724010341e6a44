/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../testing/stage';
import { openDetail } from './testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** From now on Grafana answers requests to these paths with an error. */
const fail = (path: RegExp) =>
  on.world.failWith((asked) => (path.test(asked) ? Response.json({ message: 'no' }, { status: 500 }) : undefined));

const button = (name: string) => screen.getByRole('button', { name });

test('a page that is out of date shows that it is being read again', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  await openDetail(on, id);
  fail(/./);
  await on.pass(30);
  const release = on.world.holdBack(() => true);
  await on.press(button('Try again'));
  expect(button('Try again')).toHaveAttribute('aria-busy', 'true');
  release();
  await on.settle();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});

test('a heartbeat that is unknown because a part was not read offers to read it again, and shows that it does', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  fail(/\/api\/v1\/rules\/irm-heartbeats/);
  await openDetail(on, id);
  const release = on.world.holdBack(() => true);
  await on.press(button('Refresh'));
  expect(button('Refresh')).toHaveAttribute('aria-busy', 'true');
  release();
  await on.settle();
  expect(screen.queryByRole('button', { name: 'Refresh' })).not.toBeInTheDocument();
  expect(screen.getAllByText('Up')[0]).toBeVisible();
});

test('the history of a rule shows that it is being read, at first and again', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const { press } = await openDetail(on, id);
  fail(/history/);
  await press('Delivery log and rule states');
  const release = on.world.holdBack((_, path) => path.includes('history'));
  await on.press(await screen.findByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  release();
  await on.settle();
  expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Changes of the rule state' })).toBeVisible();
});
