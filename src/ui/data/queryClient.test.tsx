/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { usePolicies } from '../reading/useAllAlerting';

const POLICIES = 'GET /api/v1/provisioning/policies';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** Something that is read once, and not again and again. */
function Watch() {
  const { data, error } = usePolicies();
  return <p role="status">{error ? `trouble: ${error.error.reason}` : data ? 'read' : 'waiting'}</p>;
}

const state = () => screen.getByRole('status').textContent;
const timesAsked = () => on.world.asked.filter((asked) => asked === POLICIES).length;

test('what could not be read once is read again by itself, every half minute, until it is there', async () => {
  on.world.failWith(() => Response.json({ message: 'Internal server error' }, { status: 500 }));
  await on.open('viewer', <Watch />);
  expect(state()).toBe('trouble: unexpected');
  const before = timesAsked();
  await on.pass(90);
  expect(timesAsked() - before).toBe(3);

  on.world.failWith();
  await on.pass(31);
  expect(state()).toBe('read');
  const after = timesAsked();
  await on.pass(120);
  expect(timesAsked()).toBe(after);
});

test('what is refused is not asked for again by itself, since it is refused again', async () => {
  const message = 'Permissions needed: alert.notifications:read';
  on.world.failWith(() => Response.json({ message }, { status: 403 }));
  await on.open('viewer', <Watch />);
  expect(state()).toBe('trouble: forbidden');
  const before = timesAsked();
  await on.pass(90);
  expect(timesAsked()).toBe(before);
});
