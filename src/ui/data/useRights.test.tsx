/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { recordedStep } from '../../../tests/support/recordings';
import { stage } from '../../status/testing/stage';
import { MissingRights } from '../MissingRights';
import { useMissingRights } from '../useMissingRights';

const PATH = '/api/access-control/user/permissions';
const VIEWER = recordedStep('12.4.0', 'state', 'user permissions (viewer)').response.body;
const nobodyKnows = () => false;

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

function Task() {
  return <MissingRights missing={useMissingRights('contactPoint')} />;
}

/** From now on this is the list of what somebody may do. */
const answer = (permissions: unknown) =>
  on.world.failWith((path) => (path === PATH ? Response.json(permissions) : undefined));

const isViewOnly = () => screen.queryByText('View only') !== null;

const openAs = (login: 'editor' | 'viewer', more = {}) =>
  on.open(login, <Task />, undefined, { ...on.world.rightsOf(login), ...more });

test.each([
  ['is empty', {}],
  ['lacks what opens the pages of plugins', { 'folders:read': ['folders:uid:abc'] }],
])('a list of permissions that %s is not believed, and asked for again', async (_, permissions) => {
  answer(permissions);
  await openAs('editor');
  expect(isViewOnly()).toBe(false);
  answer(VIEWER);
  await on.pass(31);
  expect(isViewOnly()).toBe(true);
});

test('what was known before an empty list stays known', async () => {
  await openAs('viewer');
  expect(isViewOnly()).toBe(true);
  answer({});
  await on.pass(90);
  expect(isViewOnly()).toBe(true);
});

test('where neither the page nor Grafana tells what somebody may do, it is tried', async () => {
  answer({});
  await openAs('editor', { granted: nobodyKnows });
  expect(isViewOnly()).toBe(false);
});

test('a service account is tried, too, where Grafana lists nothing for it', async () => {
  answer({});
  await openAs('editor', { actor: 'serviceAccount', granted: nobodyKnows });
  expect(isViewOnly()).toBe(false);
});

test('somebody without an account who may look is believed to have no more than that', async () => {
  on.end();
  on = stage({ env: { GF_AUTH_ANONYMOUS_ENABLED: 'true' } });
  await on.open('anonymous', <Task />, undefined, on.world.rightsOf('anonymous'));
  expect(isViewOnly()).toBe(true);
});
