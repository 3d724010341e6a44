/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { BARE_URL, OTHER_URL, ROOT_URL, settingsPage } from '../../tests/support/settingsPage';

const { as, asInOther, asInBare, open, store, stored, meanwhile } = settingsPage();

type As = typeof as;

let made = 0;

async function tokenIn(grafana: As, role = 'Editor'): Promise<string> {
  made += 1;
  const admin = grafana('admin');
  const { body: account } = await admin('POST', '/api/serviceaccounts', { name: `sa-${made}`, role });
  const path = `/api/serviceaccounts/${(account as { id: number }).id}/tokens`;
  return ((await admin('POST', path, { name: 'token' })).body as { key: string }).key;
}

async function check(grafanaUrl: string, grafanaToken: string, more: Record<string, unknown> = {}) {
  await store({ jsonData: { access: 'proxy', grafanaUrl, ...more }, secureJsonData: { grafanaToken } });
  const { user, unmount } = await open();
  await user.click(screen.getByRole('button', { name: 'Test access' }));
  return { unmount };
}

const SAME = 'It belongs to this Grafana and organization.';

test('a token of this Grafana is proved to be one, and what else is stored stays', async () => {
  await check(ROOT_URL, await tokenIn(as), { irmUrl: 'https://my-stack.grafana.net', theirs: 1 });
  expect(await screen.findByText(SAME)).toBeVisible();
  expect(screen.getByText('The service account works')).toBeVisible();
  expect(await stored()).toMatchObject({
    enabled: true,
    pinned: true,
    jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, irmUrl: 'https://my-stack.grafana.net', theirs: 1 },
    secureJsonFields: { grafanaToken: true },
  });
});

test('an address of another Grafana with a token of that one is no way to work, and both are named', async () => {
  await check(OTHER_URL, await tokenIn(asInOther));
  const alert = await screen.findByRole('alert', { name: 'This is another Grafana, or another organization' });
  expect(alert).toHaveTextContent(
    'The token belongs to the organization "Others" at https://grafana.other.example, and not to this one, "Main Org.". Editors would see and change what is over there. Enter the URL of this Grafana and a token created in this organization.'
  );
  expect(screen.queryByText('The service account works')).not.toBeInTheDocument();
});

test('a copy of this Grafana, which has the word of an earlier check, is another one', async () => {
  const { unmount } = await check(ROOT_URL, await tokenIn(as));
  await screen.findByText(SAME);
  unmount();
  const { jsonData, enabled } = await stored();
  const path = '/api/plugins/irmconnect-setup-app/settings';
  await asInOther('admin')('POST', path, { enabled, jsonData });
  await check(OTHER_URL, await tokenIn(asInOther), { ...jsonData, grafanaUrl: OTHER_URL });
  expect(await screen.findByText('This is another Grafana, or another organization')).toBeVisible();
});

test('a Grafana without the plugin is another one, whatever the role over there', async () => {
  await check(BARE_URL, await tokenIn(asInBare, 'Viewer'));
  expect(await screen.findByText('This is another Grafana, or another organization')).toBeVisible();
});

test('two Admins who check at once do not accuse each other', async () => {
  let isOthersTurn = true;
  meanwhile(async ({ method, url }) => {
    if (method === 'GET' && url.includes('/plugin-proxy/') && url.endsWith('/settings') && isOthersTurn) {
      isOthersTurn = false;
      const { jsonData } = await stored();
      await store({ jsonData: { ...jsonData, proofNonce: 'of another check' } });
    }
  });
  await check(ROOT_URL, await tokenIn(as));
  expect(await screen.findByText(SAME)).toBeVisible();
});

test('settings that somebody else saves all the time prove nothing, which is said', async () => {
  let others = 0;
  meanwhile(async ({ method, url }) => {
    if (method === 'GET' && url.includes('/plugin-proxy/') && url.endsWith('/settings')) {
      const { jsonData } = await stored();
      await store({ jsonData: { ...jsonData, proofNonce: `of another check, ${(others += 1)}` } });
    }
  });
  await check(ROOT_URL, await tokenIn(as));
  expect(
    await screen.findByText(/^Whether it belongs to this Grafana could not be checked\. Changed by someone else/)
  ).toBeVisible();
  expect(screen.getByText('The service account works')).toBeVisible();
});

test('an address where nobody answers is named', async () => {
  await check('http://nobody.test:1', 'glsa_x');
  expect(await screen.findByText('No answer at this URL')).toBeVisible();
  expect(
    screen.getByText(
      'The Grafana server cannot reach itself at http://nobody.test:1. Behind a load balancer or in a container, try http://localhost:3000.'
    )
  ).toBeVisible();
});

test('what the service account may do is listed, task by task', async () => {
  await check(ROOT_URL, await tokenIn(as));
  await screen.findByText(SAME);
  for (const task of [
    'It can create and change contact points.',
    'It can create and change heartbeats (alert rules in a folder).',
    'It can send test alerts.',
    'It can create and expire silences.',
    'It can route alerts (notification policies, and alert rules of others).',
    'It can delete connections.',
  ]) {
    expect(screen.getByText(task)).toBeVisible();
  }
});

test('a service account of role Viewer hears task by task what it lacks', async () => {
  await check(ROOT_URL, await tokenIn(as, 'Viewer'));
  const alert = await screen.findByRole('alert', { name: 'The service account lacks permissions' });
  expect(alert).toHaveTextContent('Give it the Editor role, or the permissions listed below.');
  expect(screen.getByText(SAME)).toBeVisible();
  expect(
    screen.getByText(
      'It cannot create or change contact points. Missing: alert.notifications:write, alert.provisioning.provenance:write'
    )
  ).toBeVisible();
  expect(
    screen.getByText(
      'It cannot route alerts (notification policies, and alert rules of others). Missing: alert.notifications:write, alert.rules:write'
    )
  ).toBeVisible();
  expect(screen.getByText('It cannot send test alerts. Missing: alert.notifications.receivers:test')).toBeVisible();
  expect(screen.getByText('It cannot create or expire silences. Missing: alert.silences:write')).toBeVisible();
});

test.each([
  [
    'the browser does not reach Grafana',
    () => HttpResponse.error(),
    'Grafana cannot be reached',
    /Try again in a moment/,
  ],
  [
    'too much was asked',
    () => HttpResponse.json({ message: 'Too many requests' }, { status: 429 }),
    'Too many requests',
    /Wait a moment and try again/,
  ],
])('where %s, that is said, and no address is blamed', async (_, answer, title, text) => {
  meanwhile(async ({ url }) => (url.endsWith('/user/permissions') ? answer() : undefined));
  await check(ROOT_URL, await tokenIn(as));
  expect(await screen.findByRole('alert', { name: title })).toHaveTextContent(text);
  expect(document.body).not.toHaveTextContent(/cannot reach itself/);
});
