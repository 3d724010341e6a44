/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import type { Integration } from '../../../connection/model';
import { realAlertMarkOf } from '../../../connection/desired/realAlertMark';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { rememberReplicas } from '../../../ui/reading/rememberedReplicas';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

async function connected({ withApi = true, withHeartbeat = true } = {}) {
  if (withApi) {
    await on.world.withIrmApi();
  }
  const { id } = await on.connect('Production', { withHeartbeat });
  return id;
}

/** The default policy leads to the connection, and Alertmanager has taken that over. */
async function routed() {
  await on.routeTo('IRM Production');
  await on.pass(60);
}

async function reading() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return read.value;
}

const step = (name: string) =>
  within(screen.getByRole('list', { name: 'Way of the alert' }))
    .getByText(name)
    .closest('li');

async function openDialog(id: string) {
  const view = await openDetail(on, id);
  const { dialog } = await view.start('Send real alert', 'Send real alert');
  return { view, dialog };
}

async function send(id: string) {
  const { view, dialog } = await openDialog(id);
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  return view;
}

test('the dialog is left with Escape while a call hangs', async () => {
  const { view, dialog } = await openDialog(await connected());
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  const release = on.world.holdBack((method) => method !== 'GET');
  const button = dialog.getByRole('button', { name: 'Send real alert now' });
  button.focus();
  await on.press(button);
  await view.user.keyboard('{Escape}');
  await on.settle();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  release();
  await on.settle();
});

test('a real alert that is sent while a look at Grafana lacks the connection is followed all the same', async () => {
  await on.connect('Staging', { withHeartbeat: false });
  const id = await connected();
  await routed();
  const { dialog } = await openDialog(id);
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  const release = on.world.holdBack((method, path) => method === 'POST' && path.includes('/ruler/'));
  await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
  on.world.failWith((path, { method, answer }) =>
    method === 'GET' && path === '/api/v1/provisioning/contact-points'
      ? answer().then(async (list) =>
          Response.json(((await list.json()) as Integration[]).filter(({ name }) => !name.includes('Production')))
        )
      : undefined
  );
  await on.pass(15);
  expect(screen.getByRole('button', { name: 'In progress...' })).toBeDisabled();
  on.world.failWith();
  release();
  await on.settle();
  await on.pass(2);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Way of the alert' })).toBeVisible();
});

test('a real alert goes all the way to IRM, is resolved there, and leaves nothing behind', async () => {
  const id = await connected();
  await routed();
  const { dialog } = await openDialog(id);
  expect(dialog.getByText(/It goes to IRM Production\. It fires within 20 s and leaves after .* 30 s/)).toBeVisible();
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
  expect(screen.getByText(/The rule should fire by/)).toBeVisible();
  expect((await reading()).realAlertRules).toHaveLength(1);

  await on.pass(25);
  expect(step('Evaluated: the rule fires')).toHaveTextContent(/after \d+ s/);
  expect(step('Routed')).toHaveTextContent('to IRM Production');
  await on.pass(40);
  expect(step('Delivered')).toHaveTextContent('to IRM Production');
  expect(step('Arrived in IRM')).toHaveTextContent(/after \d+ s/);
  expect(screen.getByText('The whole way works')).toBeVisible();
  expect(step('Cleaned up: the rule is deleted')).toBeInTheDocument();
  expect((await reading()).realAlertRules).toBeUndefined();

  await on.pass(330);
  expect(step('Resolved in IRM')).toHaveTextContent(/after 5\smin/);
  expect(screen.getByText('The test is over, and nothing is left of it in Grafana.')).toBeVisible();
  expect(await on.world.alertGroups()).toMatchObject([{ state: 'resolved' }]);
  await on.press(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('The whole way works')).not.toBeInTheDocument();
});

test('replicas that were found out are waited for, 15 s more for each', async () => {
  /** For how many seconds the rule may be there, by its mark. */
  const lasts = async () => {
    const [rule] = (await reading()).realAlertRules ?? [];
    const mark = rule && realAlertMarkOf(rule);
    return mark ? (mark.until - mark.startedAt) / 1000 : NaN;
  };
  const { unmount } = await send(await connected());
  const alone = await lasts();
  unmount();
  on.end();
  on = stage();
  rememberReplicas({ proof: 'history', seenAt: on.world.clock.now(), count: 3 });
  await send(await connected());
  expect(await lasts()).toBe(alone + 30);
});

test('policies that were changed right before are waited for', async () => {
  const id = await connected();
  await on.routeTo('IRM Production');
  await send(id);
  await on.pass(30);
  expect(step('Not routed to this connection')).toBeInTheDocument();
  await on.pass(90);
  expect(step('Routed')).toBeInTheDocument();
  expect(screen.getByText('The whole way works')).toBeVisible();
});

test('without a heartbeat there is no folder before and none afterwards', async () => {
  const id = await connected({ withHeartbeat: false });
  await routed();
  await send(id);
  await on.pass(70);
  expect(screen.getByText('The whole way works')).toBeVisible();
  expect((await reading()).folder.state).toBe('absent');
});

test('an alert that the policies lead elsewhere is said so before and after, with a way to route it', async () => {
  const id = await connected();
  const { dialog } = await openDialog(id);
  expect(dialog.getByText(/It would go to .* instead/)).toBeVisible();
  expect(dialog.getByRole('link', { name: 'Route alerts' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/route?connection=${id}`
  );
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
  await on.pass(190);
  expect(screen.getByText(/It went to .* instead/)).toBeVisible();
  expect(step('Not routed to this connection')).toBeInTheDocument();
  expect((await reading()).realAlertRules).toBeUndefined();
});

describe('where a policy leads to the connection and its timings never let anything through', () => {
  async function muted(receiver: string) {
    const id = await connected({ withApi: false });
    const never = { name: 'not in use', time_intervals: [{ times: [] }] };
    await on.world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', never);
    const matchers = { object_matchers: [['team', '=', 'web']], mute_time_intervals: [never.name] };
    const routes = [{ receiver: 'IRM Production', ...matchers }];
    expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', { receiver, routes })).toBe(202);
    return openDialog(id);
  }

  const chooseWeb = ({ dialog }: Awaited<ReturnType<typeof openDialog>>) =>
    on.press(dialog.getByRole('button', { name: 'team=web' }));

  test('its labels are not proposed, and an alert with them is said to reach nobody', async () => {
    const opened = await muted('empty');
    const { dialog } = opened;
    expect(dialog.getByText('It would go to empty instead')).toBeVisible();
    expect(dialog.queryByDisplayValue('team')).not.toBeInTheDocument();

    await chooseWeb(opened);
    expect(dialog.getByText('It would never be sent to IRM Production')).toBeVisible();
    expect(dialog.queryByText(/It goes to IRM Production/)).not.toBeInTheDocument();
    expect(dialog.getByRole('link', { name: 'Notification policies in Grafana' })).toBeVisible();
  });

  test('the open way is the one that is told', async () => {
    const opened = await muted('IRM Production');
    const { dialog } = opened;
    expect(dialog.getByText(/It goes to IRM Production/)).toBeVisible();
    expect(dialog.queryByText(/timings/)).not.toBeInTheDocument();
    await chooseWeb(opened);
    expect(dialog.getByText('It would never be sent to IRM Production')).toBeVisible();
  });
});

test('of a contact point whose address a template fills in it is not said that it is not IRM', async () => {
  const id = await connected({ withApi: false });
  const point = { name: 'relay', type: 'webhook', settings: { url: 'https://relay.example/{{ .Status }}/' } };
  expect(await on.world.call('admin', 'POST', '/api/v1/provisioning/contact-points', point)).toBe(202);
  await on.routeTo('relay');
  const { dialog } = await openDialog(id);
  expect(dialog.getByText('It would go to relay')).toBeVisible();
  expect(dialog.getByText(/^It is not known whether that is IRM/)).toBeVisible();
  expect(dialog.queryByText(/ instead$/)).not.toBeInTheDocument();
});

test('a custom payload goes to the connection, and whether IRM finds the alert is left to the test', async () => {
  const { endpoint } = on.world.newIntegration('Own');
  const { id } = await on.connect('Own', { url: endpoint, withHeartbeat: false });
  const { uid } = (await reading()).integrations.find(({ name }) => name === 'IRM Own') ?? {};
  const settings = { url: endpoint, payload: { template: '{{ .Status }}' } };
  const changed = { name: 'IRM Own', type: 'webhook', settings };
  expect(await on.world.call('admin', 'PUT', `/api/v1/provisioning/contact-points/${uid}`, changed)).toBe(202);
  await on.routeTo('IRM Own');
  const { dialog } = await openDialog(id);
  expect(dialog.getByText(/It goes to IRM Own\./)).toBeVisible();
  expect(dialog.getByText(/Whether IRM finds the alert in what it sends is what this test shows/)).toBeVisible();
});

test('straight to the contact point it needs no policy', async () => {
  const id = await connected();
  const { dialog } = await openDialog(id);
  await on.press(dialog.getByRole('radio', { name: /Straight to the contact point/ }));
  await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
  await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
  await on.pass(30);
  expect(screen.getByText('The whole way works')).toBeVisible();
  await on.pass(30);
  expect(step('Resolved in IRM')).toBeInTheDocument();
});

test("without IRM's API the delivery is what is proved", async () => {
  const id = await connected({ withApi: false });
  await routed();
  await send(id);
  await on.pass(70);
  expect(screen.getByText('Delivered to IRM')).toBeVisible();
  expect(step('Arrival in IRM: see there')).toBeInTheDocument();
  expect((await reading()).realAlertRules).toBeUndefined();
});

test('a page that was lost is no loss: the next one follows the alert to its end', async () => {
  const id = await connected();
  await routed();
  const view = await send(id);
  await on.pass(15);
  view.unmount();
  await on.pass(5);
  await openDetail(on, id);
  await on.pass(60);
  expect(screen.getByText('The whole way works')).toBeVisible();
  expect((await reading()).realAlertRules).toBeUndefined();
});

test('one that was left long ago is cleaned up by the next page that is opened', async () => {
  const id = await connected();
  await routed();
  const view = await send(id);
  view.unmount();
  await on.world.clock.advance(3_600_000);
  jest.setSystemTime(on.world.clock.now());
  expect((await reading()).realAlertRules).toHaveLength(1);
  await openDetail(on, id);
  await on.pass(5);
  expect((await reading()).realAlertRules).toBeUndefined();
  expect(within(document.body).queryByText(/still fires/)).not.toBeInTheDocument();
});

test('a rule that cannot be deleted is tried again until it can', async () => {
  const id = await connected();
  await routed();
  await send(id);
  on.world.failWith((path, { method }) =>
    path.includes('/alert-rules/') && method === 'DELETE'
      ? Response.json({ message: 'no' }, { status: 500 })
      : undefined
  );
  await on.pass(70);
  expect(screen.getByText(/could not be deleted and still fires/)).toBeVisible();
  on.world.failWith();
  await on.pass(20);
  expect((await reading()).realAlertRules).toBeUndefined();
});

test('a delivery that fails is told with its error', async () => {
  const url = 'https://nowhere.example.net/integrations/v1/alertmanager/LUL6EatRGTbhTAKmYmWzYpgZZ/';
  const { id } = await on.connect('Production', { url });
  await routed();
  await send(id);
  await on.pass(190);
  expect(screen.getByText('The delivery failed')).toBeVisible();
  expect(step('Not delivered')).toHaveTextContent(/no such host/);
});

test('it ends when somebody says so', async () => {
  const id = await connected();
  await routed();
  await send(id);
  await on.pass(20);
  await on.press(screen.getByRole('button', { name: 'End now' }));
  await on.pass(5);
  expect(screen.getByText('The test was broken off')).toBeVisible();
  expect((await reading()).realAlertRules).toBeUndefined();
  expect(await on.world.alertGroups()).toEqual([]);
});

test('the list of connections tells of one that is under way, and ends it on demand', async () => {
  const id = await connected();
  await routed();
  const view = await send(id);
  view.unmount();
  await on.openStatus('editor');
  expect(screen.getByText(/A test alert from .* still fires/)).toBeVisible();
  expect(screen.queryByText('Heartbeat rules without a contact point')).not.toBeInTheDocument();
  await on.press(screen.getByRole('button', { name: 'Clean up' }));
  expect(screen.queryByText(/still fires/)).not.toBeInTheDocument();
  expect((await reading()).realAlertRules).toBeUndefined();
});

test('a viewer who comes by is told what is missing, and nothing is tried', async () => {
  const id = await connected();
  const view = await send(id);
  view.unmount();
  await on.openStatus('viewer');
  expect(screen.getByText(/still fires/)).toBeVisible();
  expect(screen.getByText(/alert\.rules:delete/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Clean up' })).toBeDisabled();
});
