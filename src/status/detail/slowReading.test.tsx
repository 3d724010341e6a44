/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { connectionPath } from '../../ui/pagePaths';
import { stage } from '../testing/stage';
import { useLive } from './parts/useLive';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

test.each([
  ['states of the heartbeat rules', '/api/prometheus/grafana/api/v1/rules'],
  ['alerts of the heartbeat rules', '/api/alertmanager/grafana/api/v2/alerts'],
  ['last deliveries', '/api/alertmanager/grafana/config/api/v1/receivers'],
  ['heartbeat rules', '/api/ruler/grafana/api/v1/rules/irm-heartbeats'],
])('while the %s are long in coming the page says so and judges nothing', async (part, slow) => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const release = on.world.holdBack((_, path) => path === slow);
  await on.openStatus('editor', connectionPath(id));
  await on.pass(1);
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();

  await on.pass(4);
  expect(screen.getByText(`Still reading: ${part}`)).toBeVisible();
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  for (const claim of ['Up', 'Unknown', 'Connection not found', /^Not everything could be read/]) {
    expect(screen.queryByText(claim)).not.toBeInTheDocument();
  }
  expect(screen.queryByRole('button', { name: 'More' })).not.toBeInTheDocument();

  release();
  await on.settle();
  expect(screen.getAllByText('Up')[0]).toBeVisible();
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();
});

test('each part that is long in coming is named', async () => {
  const { id } = await on.connect('Production');
  const release = on.world.holdBack(() => true);
  await on.openStatus('editor', connectionPath(id));
  await on.pass(5);
  expect(screen.getByText('Still reading: contact points, last deliveries')).toBeVisible();
  expect(screen.queryByText('Connection not found')).not.toBeInTheDocument();
  release();
  await on.settle();
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();
});

test('a state history that is slow to tell of replicas is named, and no alarm is given before it', async () => {
  const { id } = await on.connect('Production', { interval: 300 });
  await on.pass(60);
  on.world.restartGrafana('kill');
  const release = on.world.holdBack((_, path) => path.includes('history'));
  await on.openStatus('editor', connectionPath(id));
  await on.pass(5);
  expect(screen.getByText('Still reading: state history')).toBeVisible();
  release();
  await on.settle();
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();
});

test('a link to nothing is told once all was read', async () => {
  await on.connect('Production');
  const release = on.world.holdBack((_, path) => path.includes('/prometheus/'));
  await on.openStatus('editor', connectionPath('0123456789'));
  await on.pass(5);
  expect(screen.queryByText('Connection not found')).not.toBeInTheDocument();
  release();
  await on.settle();
  expect(screen.getByText('Connection not found')).toBeVisible();
});

/** What the page has of the connection in its title. */
function Title({ id }: { id: string }) {
  const { live, name } = useLive(id);
  return <h1>{`${name ?? 'no name'}, ${live ? 'judged' : 'not judged'}`}</h1>;
}

test('the name is there with the contact points, before the connection can be judged, and stays', async () => {
  const { id } = await on.connect('Production');
  const release = on.world.holdBack((_, path) => path === '/api/prometheus/grafana/api/v1/rules');
  await on.open('editor', <Title id={id} />);
  expect(screen.getByRole('heading')).toHaveTextContent('Production, not judged');
  release();
  await on.settle();
  expect(screen.getByRole('heading')).toHaveTextContent('Production, judged');
});

test('before the contact points there is no name, and none of a connection that is not there', async () => {
  const { id } = await on.connect('Production');
  const release = on.world.holdBack(() => true);
  await on.open('editor', <Title id={id} />);
  expect(screen.getByRole('heading')).toHaveTextContent('no name, not judged');
  release();
  await on.settle();
  expect(screen.getByRole('heading')).toHaveTextContent('Production, judged');
});
