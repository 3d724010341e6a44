/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../../../../tests/support/render';
import { standIns } from '../../../../tests/support/standIns';
import type { TestFailure, TestVerdict } from '../../../connection/port/testVerdict';
import { success } from '../../../connection/result';
import { integration } from '../../../connection/testing/fixtures';
import { TestNotificationButton } from './TestNotificationButton';

const world = standIns();
afterAll(() => world.stop());

async function send(url: string) {
  const editor = await world.signIn('editor');
  const view = renderInApp(<TestNotificationButton integration={integration({ url })} />, { services: editor });
  await view.user.click(screen.getByRole('button', { name: /^Send / }));
  return view;
}

test('an accepted message is not called delivered: the person looks at IRM', async () => {
  const { endpoint } = world.newIntegration('Accepted');
  const { user } = await send(endpoint);
  expect(await screen.findByText(/Only IRM shows/)).toBeVisible();
  expect(screen.queryByText('Alerts arrive')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: "I don't see it" }));
  expect(screen.getByText('Not there? Check this')).toBeVisible();
});

test('two presses at once send one message', async () => {
  const { endpoint } = world.newIntegration('Pressed twice');
  renderInApp(<TestNotificationButton integration={integration({ url: endpoint })} />, {
    services: await world.signIn('editor'),
  });
  const button = screen.getByRole('button', { name: 'Send test alert' });
  const written = () => world.asked.filter((one) => !one.startsWith('GET ')).length;
  const before = written();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText(/Only IRM shows/)).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(written()).toBe(before + 1);
});

test('a test of the heartbeat says that it counts as a beat', async () => {
  const { heartbeat } = world.newIntegration('Beating');
  await send(heartbeat);
  expect(screen.getByText(/This counts as a heartbeat/)).toBeVisible();
  expect(await screen.findByText(/Heartbeat column/)).toBeVisible();
  expect(screen.getByText('Heartbeat sent and accepted')).toBeVisible();
  expect(document.body).not.toHaveTextContent(/test notification/);
});

test.each([
  [
    'a wrong key',
    (url: string) => url.replace(/[^/]+\/$/, 'NoSuchToken00000000000000/'),
    'The message was rejected (403)',
  ],
  ['a missing slash', (url: string) => url.slice(0, -1), 'Nothing at this URL (404)'],
  [
    'a token of another type',
    (url: string) => url.replace('alertmanager', 'webhook'),
    /another type of integration \(400\)/,
  ],
  [
    'a host that nobody knows',
    () => 'https://nowhere.example.org/integrations/v1/alertmanager/abc/',
    'Host name not found',
  ],
])('%s is told apart by what IRM and Grafana really answer', async (name, change, title) => {
  const { endpoint } = world.newIntegration(name);
  await send(change(endpoint));
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'I see it' })).not.toBeInTheDocument();
});

test.each<[TestFailure, RegExp]>([
  ['rateLimited', /300 messages in 5 minutes/],
  ['targetError', /5xx/],
  ['unexpectedStatus', /Unexpected answer/],
  ['refused', /Connection refused/],
  ['tls', /certificate/],
  ['timeout', /No answer in time/],
  ['invalidUrl', /cannot use this URL/],
  ['other', /not delivered/],
])('the failure %s has its own words, and those of Grafana are at hand without the token', async (cause, sentence) => {
  const { grafana } = await world.signIn('editor');
  const message = 'Post "https://irm.example.net/integrations/v1/alertmanager/SeCrEtToKeN/": no luck';
  const testIntegration = () => Promise.resolve(success<TestVerdict>({ kind: 'failed', cause, message }));
  const url = 'https://irm.example.net/integrations/v1/alertmanager/SeCrEtToKeN/';
  const { user } = renderInApp(<TestNotificationButton integration={integration({ url })} />, {
    services: { grafana: { ...grafana, testIntegration } },
  });
  await user.click(screen.getByRole('button', { name: 'Send test alert' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  expect(document.body).not.toHaveTextContent('SeCrEtToKeN');
});

test('over plain http an accepted message may be a redirect and is not believed', async () => {
  const { grafana } = await world.signIn('editor');
  const testIntegration = () => Promise.resolve(success<TestVerdict>({ kind: 'accepted', durationMs: 1 }));
  const url = 'http://irm.example.net/integrations/v1/alertmanager/abc/';
  const { user } = renderInApp(<TestNotificationButton integration={integration({ url })} />, {
    services: { grafana: { ...grafana, testIntegration } },
  });
  await user.click(screen.getByRole('button', { name: 'Send test alert' }));
  expect(await screen.findByText('Accepted, but perhaps only redirected')).toBeVisible();
});

test('who may not test sees which permission is missing', async () => {
  const viewer = await world.signIn('viewer');
  renderInApp(<TestNotificationButton integration={integration()} />, { services: viewer });
  expect(screen.getByRole('button', { name: 'Send test alert' })).toBeDisabled();
  expect(screen.getByText(/alert\.notifications/)).toBeInTheDocument();
});
