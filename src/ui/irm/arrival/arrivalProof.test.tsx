/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, screen, waitFor } from '@testing-library/react';
import { renderInApp } from '../../../../tests/support/render';
import { standIns, type Login } from '../../../../tests/support/standIns';
import type { IrmPort } from '../../../connection/irm/irmPort';
import type { TestVerdict } from '../../../connection/port/testVerdict';
import { success } from '../../../connection/result';
import { integration } from '../../../connection/testing/fixtures';
import { readSettings } from '../../../grafana/settings';
import type { Services } from '../../data/createServices';
import { TestNotificationButton } from './TestNotificationButton';

const worlds: Array<ReturnType<typeof standIns>> = [];
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
});
afterEach(() => jest.useRealTimers());
afterAll(() => worlds.forEach((world) => world.stop()));

interface Setting {
  token?: string;
  type?: string;
  processingMs?: number;
}

/** Grafana with IRM's API set up, and an integration in IRM that a contact point sends to. */
async function start({ token, type, processingMs }: Setting = {}) {
  const world = standIns({ processingMs });
  worlds.push(world);
  await world.withIrmApi(token);
  const { endpoint, heartbeat } = world.newIntegration('Payments', type);
  const open = async (login: Login = 'editor', change: (services: Given) => Partial<Services> = () => ({})) => {
    const { irm, ...rest } = await world.signIn(login);
    if (!irm) {
      throw new Error('IRM is set up');
    }
    const given = { ...rest, irm };
    const services = { ...given, ...change(given) };
    return renderInApp(<TestNotificationButton integration={integration({ url: endpoint })} />, { services });
  };
  return { world, endpoint, heartbeat, open };
}

type Given = Pick<Services, 'grafana' | 'granted'> & { irm: IrmPort };

const sendButton = () => screen.getByRole('button', { name: 'Send test alert' });
const states = async ({ world }: Awaited<ReturnType<typeof start>>) =>
  (await world.alertGroups()).map(({ state }) => state);

test('a test is found in IRM, its alert group linked and resolved, and nothing is left to remember', async () => {
  const scene = await start();
  const { user } = await scene.open();
  expect(await screen.findByText('Integration in IRM: Payments')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: /Resolve it in IRM afterwards/ })).toBeChecked();
  await user.click(sendButton());
  expect(await screen.findByText(/^Arrived within .+ as alert group I\w+$/)).toBeVisible();
  expect(screen.getByRole('link', { name: /Open the alert group in IRM/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/alert-groups\/I\w+$/)
  );
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
  expect(await states(scene)).toEqual(['resolved']);
  expect(screen.queryByRole('button', { name: 'I see it' })).not.toBeInTheDocument();
  expect(sendButton()).toHaveFocus();
  expect(window.sessionStorage.getItem('irmconnect.openTests::default')).toBe('[]');
});

test('with a service account, which may resolve nothing, that is said before the click and the link leads to the group', async () => {
  const scene = await start();
  const settings = readSettings({ irmCredential: 'serviceAccount' }, {});
  const { user } = await scene.open('editor', () => ({ settings }));
  const tick = await screen.findByRole('checkbox', { name: /Resolve it in IRM afterwards/ });
  expect(tick).not.toBeChecked();
  expect(tick).toBeDisabled();
  expect(screen.getByText(/^IRM does not let service accounts resolve alert groups/)).toBeVisible();
  await user.click(sendButton());
  expect(await screen.findByText('Resolve it in IRM:')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Resolve it now' })).not.toBeInTheDocument();
  expect(await states(scene)).toEqual(['firing']);
  expect(window.sessionStorage.getItem('irmconnect.openTests::default')).toBeNull();
});

test('who wants to look at it in IRM first resolves it later', async () => {
  const scene = await start();
  const { user } = await scene.open();
  await user.click(await screen.findByRole('checkbox', { name: /Resolve it in IRM afterwards/ }));
  await user.click(sendButton());
  const resolve = await screen.findByRole('button', { name: 'Resolve it now' });
  expect(await states(scene)).toEqual(['firing']);
  await user.click(resolve);
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
  expect(await states(scene)).toEqual(['resolved']);
  expect(document.body).not.toHaveFocus();
});

test('somebody who resolves it meanwhile is not overlooked', async () => {
  const scene = await start();
  const { user } = await scene.open();
  await user.click(await screen.findByRole('checkbox', { name: /Resolve it in IRM afterwards/ }));
  await user.click(sendButton());
  const resolve = await screen.findByRole('button', { name: 'Resolve it now' });
  const { irm } = await scene.world.signIn('admin');
  const id =
    screen
      .getByText(/^Arrived/)
      .textContent?.split(' ')
      .at(-1) ?? '';
  await irm?.resolveAlertGroup(id);
  await user.click(resolve);
  expect(await screen.findByText('It was already resolved in IRM.')).toBeVisible();
});

test('a token that may only read finds the test, and the person resolves it by hand', async () => {
  const scene = await start({ token: 'sandbox-irm-viewer-token' });
  const { user } = await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  await user.click(sendButton());
  expect(await screen.findByText('The IRM token lacks a permission')).toBeVisible();
  expect(screen.getByText(/^Resolve it in IRM:/)).toBeVisible();
  expect(screen.getByText(/^Arrived within/)).toBeVisible();
  expect(await states(scene)).toEqual(['firing']);
  expect(screen.queryByText(/Nothing is left open/)).not.toBeInTheDocument();
});

test('type webhook with default templates, where nothing resolves by itself, is left closed all the same', async () => {
  const scene = await start({ type: 'webhook' });
  const { user } = await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  await user.click(sendButton());
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
  expect(await states(scene)).toEqual(['resolved']);
});

test('a group that holds alerts of others is resolved only when the person asks for it', async () => {
  const scene = await start();
  const { irm, grafana } = await scene.world.signIn('admin');
  const listed = await irm?.listIntegrations({});
  const id = (listed?.ok && listed.value.items[0]?.id) || '';
  await irm?.updateIntegration(id, { templates: { groupingKey: 'all' } });
  await grafana.testIntegration(integration({ url: scene.endpoint }));
  const { user } = await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  await user.click(sendButton());
  expect(await screen.findByText(/^Arrived within .+ and joined the alert group I\w+ of /)).toBeVisible();
  expect(screen.getByText(/with other alerts, 2 in all/)).toBeVisible();
  expect(await states(scene)).toEqual(['firing']);
  await user.click(screen.getByRole('button', { name: 'Resolve the whole group' }));
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
  expect(await states(scene)).toEqual(['resolved']);
});

test('an integration that IRM does not have is warned of before the click, which is not forbidden', async () => {
  const scene = await start();
  const { user } = await scene.open('editor', ({ irm }) => ({
    irm: { ...irm, listIntegrations: () => Promise.resolve(success({ items: [], total: 0, hasMore: false })) },
  }));
  expect(await screen.findByText('IRM has no integration with this URL')).toBeVisible();
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  await user.click(sendButton());
  expect(await screen.findByRole('button', { name: 'I see it' })).toBeVisible();
});

test('maintenance is told before the click, and a group that hangs on that of maintenance is left to it', async () => {
  const scene = await start();
  const maintenance = { mode: 'maintenance', startedAt: undefined, endsAt: undefined };
  const { user } = await scene.open('editor', ({ irm }) => ({
    irm: {
      ...irm,
      async listIntegrations(search) {
        const page = await irm.listIntegrations(search);
        return page.ok
          ? success({ ...page.value, items: page.value.items.map((item) => ({ ...item, maintenance })) })
          : page;
      },
      resolveAlertGroup: () =>
        Promise.resolve({
          ok: false,
          error: {
            reason: 'invalid',
            message: "Can't resolve an attached alert group",
            status: 400,
            fields: {},
            waitSeconds: undefined,
          },
        }),
    },
  }));
  expect(await screen.findByText('The integration is in maintenance')).toBeVisible();
  await user.click(sendButton());
  expect(await screen.findByText(/IRM attached it to another alert group/)).toBeVisible();
});

test("IRM's API failing is in nobody's way: the person looks, and only the look is tried again", async () => {
  const scene = await start();
  let isDown = true;
  scene.world.failWith((path) =>
    isDown && path.includes('plugin-proxy') ? new Response('Bad gateway', { status: 502 }) : undefined
  );
  const { user } = await scene.open();
  expect(await screen.findByText(/^IRM cannot be reached\. You can still send the test/)).toBeVisible();
  await user.click(sendButton());
  expect(await screen.findByText('Test alert sent and accepted')).toBeVisible();
  expect(screen.getByText('IRM cannot be reached')).toBeVisible();
  expect(screen.getByRole('button', { name: 'I see it' })).toBeVisible();
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Arrived within/)).toBeVisible();
  expect(await states(scene)).toEqual(['firing']);
  expect(screen.getByRole('button', { name: 'Resolve it now' })).toBeVisible();
});

test('a slow IRM delays neither the message nor its verdict', async () => {
  const scene = await start();
  const release = scene.world.holdBack((_, path) => path.includes('plugin-proxy'));
  const { user } = await scene.open();
  await user.click(sendButton());
  expect(await screen.findByText('Test alert sent and accepted')).toBeVisible();
  expect(screen.getByText('Looking up the integration in IRM...')).toBeVisible();
  release();
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
});

test('a test that is refused is not looked for', async () => {
  const scene = await start();
  const failed: TestVerdict = { kind: 'failed', cause: 'wrongKey', message: '' };
  const { user } = await scene.open('editor', ({ grafana }) => ({
    grafana: { ...grafana, testIntegration: () => Promise.resolve(success(failed)) },
  }));
  await user.click(sendButton());
  expect(await screen.findByText('The message was rejected (403)')).toBeVisible();
  expect(screen.queryByText('Looking for it in IRM...')).not.toBeInTheDocument();
  expect(window.sessionStorage.getItem('irmconnect.openTests::default')).toBe('[]');
});

test('a test that Grafana gave up waiting for is looked for, since IRM may have it', async () => {
  const scene = await start();
  const slow: TestVerdict = { kind: 'failed', cause: 'timeout', message: '' };
  const { user } = await scene.open('editor', ({ grafana }) => ({
    grafana: {
      ...grafana,
      testIntegration: (...args) => grafana.testIntegration(...args).then(() => success(slow)),
    },
  }));
  await screen.findByText('Integration in IRM: Payments');
  await user.click(sendButton());
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
});

test('accepted by a redirect: after a minute it is said that nothing arrived, and the address comes first', async () => {
  const scene = await start();
  const accepted: TestVerdict = { kind: 'accepted', durationMs: 12 };
  const { irm, grafana } = await scene.world.signIn('editor');
  const url = scene.endpoint.replace('https', 'http');
  const contactPoint = integration({ url, otherSettings: { payload: { template: '{}' } } });
  const { user } = renderInApp(<TestNotificationButton integration={contactPoint} />, {
    services: { grafana: { ...grafana, testIntegration: () => Promise.resolve(success(accepted)) }, irm },
  });
  await screen.findByText('Integration in IRM: Payments');
  jest.useFakeTimers();
  await user.click(sendButton());
  expect(await screen.findByText('Looking for it in IRM...')).toBeVisible();
  expect(screen.queryByText('Accepted, but perhaps only redirected')).not.toBeInTheDocument();
  await act(() => jest.advanceTimersByTimeAsync(30_000));
  expect(screen.getByText('30 s')).toBeVisible();
  await act(() => jest.advanceTimersByTimeAsync(31_000));
  expect(screen.getByText('Accepted, but nothing arrived in IRM within 1 min')).toBeVisible();
  const [first, second] = screen.getAllByRole('listitem');
  expect(first).toHaveTextContent(/sends to http:.*IRM shows https:.*A redirect between them/);
  expect(second).toHaveTextContent(/custom payload.*irm_connect_test/);
  expect(document.body).not.toHaveTextContent(scene.endpoint.split('/').at(-2) ?? '-');
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(screen.getByText('Looking for it in IRM...')).toBeVisible();
});

test('who leaves before the test was seen finds it offered on the next visit', async () => {
  const scene = await start({ processingMs: 60_000 });
  const view = await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  await view.user.click(sendButton());
  expect(await screen.findByText('Looking for it in IRM...')).toBeVisible();
  view.unmount();
  expect(JSON.stringify({ ...window.sessionStorage })).not.toContain(scene.endpoint.split('/').at(-2));
  await act(() => scene.world.clock.advance(60_000));
  expect(await states(scene)).toEqual(['firing']);

  const { user } = await scene.open();
  expect(await screen.findByText(/^The test from [\d:]+ may still be open in IRM$/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Check and resolve' }));
  expect(await screen.findByText('Resolved in IRM. Nothing is left open.')).toBeVisible();
  expect(await states(scene)).toEqual(['resolved']);
  expect(window.sessionStorage.getItem('irmconnect.openTests::default')).toBe('[]');
});

test('a second test offers the first, when that was not seen yet; an offer can be dismissed', async () => {
  const scene = await start({ processingMs: 60_000 });
  const { user } = await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  await user.click(sendButton());
  expect(await screen.findByText('Looking for it in IRM...')).toBeVisible();
  await user.click(sendButton());
  expect(await screen.findByText(/may still be open in IRM/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText(/may still be open in IRM/)).not.toBeInTheDocument());
  expect(JSON.parse(window.sessionStorage.getItem('irmconnect.openTests::default') ?? '')).toHaveLength(1);
});

test('a test of the day before is not offered any longer', async () => {
  const scene = await start();
  const view = await scene.open();
  await view.user.click(await screen.findByRole('checkbox', { name: /Resolve it/ }));
  await view.user.click(sendButton());
  await screen.findByRole('button', { name: 'Resolve it now' });
  view.unmount();
  const kept = window.sessionStorage.getItem('irmconnect.openTests::default') ?? '';
  const [open] = JSON.parse(kept) as Array<{ sentAt: number }>;
  window.sessionStorage.setItem(
    'irmconnect.openTests::default',
    JSON.stringify([{ ...open, sentAt: Date.now() - 90_000_000 }])
  );
  await scene.open();
  await screen.findByText('Integration in IRM: Payments');
  expect(screen.queryByText(/may still be open/)).not.toBeInTheDocument();
});

test('the beat of a heartbeat cannot be seen through the API, and that is said', async () => {
  const { world, heartbeat } = await start();
  const services = await world.signIn('editor');
  const { user } = renderInApp(<TestNotificationButton integration={integration({ url: heartbeat })} />, { services });
  expect(screen.getByText(/IRM's API does not show whether a heartbeat arrived/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Send heartbeat' }));
  expect(await screen.findByRole('button', { name: 'I see it' })).toBeVisible();
});

test.each<[Login, Services['irmAccess'], string | undefined]>([
  ['admin', 'notSetUp', 'Set it up'],
  ['editor', 'notSetUp', 'An Admin can set it up.'],
  ['viewer', 'notForViewers', undefined],
])('%s with access %s: what the API would add', async (login, irmAccess, told) => {
  const world = standIns();
  worlds.push(world);
  const { endpoint } = world.newIntegration('Without API');
  const services = { ...(await world.signIn(login)), irmAccess };
  renderInApp(<TestNotificationButton integration={integration({ url: endpoint })} />, { services });
  expect(Boolean(screen.queryByText(/With IRM's API configured/))).toBe(told !== undefined);
  if (told) {
    expect(screen.getByText(new RegExp(told))).toBeVisible();
  }
  if (login === 'admin') {
    expect(screen.getByRole('link', { name: told })).toHaveAttribute('href', '/plugins/irmconnect-setup-app');
  }
});
