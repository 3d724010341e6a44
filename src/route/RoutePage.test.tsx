/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { fireEvent, screen, within } from '@testing-library/react';
import { firingRule } from '../../tests/support/firingRule';
import { stage } from '../status/testing/stage';
import RoutePage from './RoutePage';

const ROUTE = '/a/irmconnect-setup-app/route';
const POLICIES = '/api/v1/provisioning/policies';
/** A link behind what is said of timings that never let anything through. */
const CHANGE_TIMINGS = 'Change or remove these timings in Grafana';
let on: ReturnType<typeof stage>;
afterEach(() => on.end());

interface World {
  policies?: object;
  login?: 'admin' | 'editor' | 'viewer';
  version?: '12.3.0' | '12.4.0' | '13.2.1';
  query?: string;
}

/** A Grafana with a connection, a second contact point and two rules of others, one of which fires. */
async function openPage({ policies, login = 'editor', version = '12.4.0', query = '' }: World = {}) {
  window.sessionStorage.clear();
  window.localStorage.clear();
  on = stage({ version });
  const { world } = on;
  const connection = await on.connect('Production');
  const name = connection.alertContactPoint?.name ?? '';
  const mail = { name: 'ops-mail', type: 'webhook', settings: { url: 'http://mail.example/' } };
  await world.call('admin', 'POST', '/api/v1/provisioning/contact-points', mail);
  await world.call('admin', 'PUT', POLICIES, policies ?? { receiver: 'ops-mail', group_by: ['alertname'] });
  await world.call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  for (const [title, team] of [
    ['Disk full', 'db'],
    ['Site down', 'web'],
  ]) {
    const group = { name: title, interval: '10s', rules: [firingRule(title ?? '', { labels: { team } })] };
    await world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group);
  }
  await on.pass(60);
  const view = await on.open(login, <RoutePage />, `${ROUTE}?connection=${connection.id}${query}`);
  await on.settle();
  return { ...view, connection, name, stored: () => storedTree(world) };
}

async function storedTree(world: ReturnType<typeof stage>['world']) {
  const { grafana } = await world.signIn('admin');
  const read = await grafana.readTree();
  return read.ok ? read.value.root : undefined;
}

const choose = (name: RegExp | string) => on.press(screen.getByRole('radio', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const apply = () => on.press(screen.getByRole('button', { name: 'Apply' }));
const sentences = () =>
  screen
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text.endsWith('.') || text.endsWith(CHANGE_TIMINGS));

test('alerts with a label go to the connection: seen beforehand, done, and undone in one step', async () => {
  const { name, stored, toasts } = await openPage();
  expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
  type('Label 1', 'team');
  type('Value 1', 'web');
  await on.settle();
  expect(sentences()).toEqual([
    `A new policy for team="web" sends to ${name}.`,
    `1 rule and 1 firing alert will reach ${name}.`,
    '1 rule and 1 firing alert will no longer reach ops-mail.',
  ]);
  const after = screen.getByRole('region', { name: 'Afterwards' });
  expect(within(after).getByText('New')).toBeVisible();
  expect(
    within(screen.getByRole('region', { name: 'Notification policies now' })).queryByText('New')
  ).not.toBeInTheDocument();

  await apply();
  expect(screen.getByRole('group', { name: 'Alerts routed' })).toHaveFocus();
  expect(toasts).toEqual(['Alerts routed']);
  expect(await stored()).toMatchObject({ receiver: 'ops-mail', routes: [{ receiver: name }] });
  expect(screen.getByText('Routed like this already. There is nothing to change.')).toBeVisible();

  await on.press(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('group', { name: 'Undone' })).toHaveFocus();
  expect(await stored()).toMatchObject({ receiver: 'ops-mail', routes: [] });
});

test('a way back that failed stays, also once it was looked again, and works when Grafana answers', async () => {
  const { stored } = await openPage();
  await choose(/^All alerts/);
  await apply();
  on.world.failWith((path, { method }) =>
    method === 'PUT' && path.includes('/routingtrees/')
      ? Response.json({ message: 'busy' }, { status: 503 })
      : undefined
  );
  await on.press(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('alert', { name: 'Grafana cannot be reached' })).toBeVisible();
  on.world.failWith(() => undefined);
  await on.press(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await on.press(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('group', { name: 'Undone' })).toHaveFocus();
  expect(await stored()).toMatchObject({ receiver: 'ops-mail' });
});

test('what may have been done can be taken back, also once it was looked again', async () => {
  const { name, stored } = await openPage();
  await choose(/^All alerts/);
  let toLose = 0;
  on.world.failWith((path, { method, answer }) => {
    toLose = method === 'PUT' ? 2 : toLose;
    return path.includes('/routingtrees') && toLose-- > 0
      ? answer().then(() => new Response('', { status: 504 }))
      : undefined;
  });
  await apply();
  on.world.failWith();
  expect(screen.getByRole('alert', { name: 'Grafana took too long to answer' })).toBeVisible();
  expect(screen.getByRole('group', { name: 'May have been done' })).toHaveFocus();
  await on.press(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('Routed like this already. There is nothing to change.')).toBeVisible();
  expect(await stored()).toMatchObject({ receiver: name });

  await on.press(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('group', { name: 'Undone' })).toHaveFocus();
  expect(await stored()).toMatchObject({ receiver: 'ops-mail' });
});

test.each([
  ['that succeeded is told', undefined, 'Changes saved'],
  ['that failed is told', 503, 'Not all changes were made. Go back to the page to see what is left.'],
])('a change %s at the corner of another page where this one was left', async (_, status, told) => {
  const { unmount, toasts } = await openPage();
  await choose(/^All alerts/);
  let release = () => {};
  const isLeft = new Promise<void>((resolve) => (release = resolve));
  on.world.failWith((__, { method, answer }) =>
    method === 'PUT'
      ? isLeft.then(() => (status === undefined ? answer() : Response.json({ message: 'busy' }, { status })))
      : undefined
  );
  await apply();
  unmount();
  release();
  await on.settle();
  await on.pass(2);
  expect(toasts).toEqual([told]);
});

test('the default policy does not bring what another policy takes, which is said', async () => {
  const { name, stored } = await openPage({
    policies: { receiver: 'empty', routes: [{ receiver: 'ops-mail', object_matchers: [['team', '=', 'web']] }] },
  });
  await choose(/^All alerts that no other policy takes/);
  expect(sentences()).toEqual([
    `The default policy sends to ${name} instead of empty.`,
    `1 rule and 1 firing alert will reach ${name}.`,
    '1 rule and 1 firing alert will no longer reach empty.',
    '1 rule and 1 firing alert will still go to ops-mail, because another policy takes them.',
  ]);
  await apply();
  expect(await stored()).toMatchObject({ receiver: name, routes: [{ receiver: 'ops-mail' }] });
});

/** Alerts of the team "web" are taken by a policy with this timing, which by default never lets them through. */
async function openMuted(receiver?: string, timings: object = { mute_time_intervals: ['not in use'] }) {
  const page = await openPage();
  const intervals = [
    { name: 'not in use', time_intervals: [{ times: [] }] },
    { name: 'nights', time_intervals: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }] },
    { name: 'last year', time_intervals: [{ years: ['2020:2024'] }] },
  ];
  for (const interval of intervals) {
    expect(await on.world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', interval)).toBe(201);
  }
  const muted = { object_matchers: [['team', '=', 'web']], ...timings };
  const routes = [{ ...muted, receiver: receiver ?? page.name }];
  expect(await on.world.call('admin', 'PUT', POLICIES, { receiver: 'ops-mail', routes })).toBe(202);
  page.unmount();
  await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  return page;
}

/** The labels of a policy that sends to the connection already, with this timing. */
async function chooseMuted(timings: object) {
  await openMuted(undefined, timings);
  type('Label 1', 'team');
  type('Value 1', 'web');
  await on.settle();
}

test('what a policy mutes at all times is not said to come, neither to the connection nor elsewhere', async () => {
  const { name } = await openMuted('ops-mail');
  await choose(/^All alerts/);
  expect(sentences()).toEqual([
    `The default policy sends to ${name} instead of ops-mail.`,
    `1 rule and 1 firing alert will reach ${name}.`,
    '1 rule and 1 firing alert will no longer reach ops-mail.',
    '1 rule and 1 firing alert will reach nobody, because another policy takes them and its timings never let them through.',
  ]);
});

const ALREADY = 'Routed like this already. There is nothing to change.';
const HELD_BACK = 'Routed like this already, but nothing is sent.';

test.each([
  ['mutes', { mute_time_intervals: ['not in use'] }, 'not in use'],
  ['is never active', { active_time_intervals: ['last year'] }, 'last year'],
  ['mutes, beside one that does at times', { mute_time_intervals: ['nights', 'not in use'] }, 'nights, not in use'],
])(
  'a policy that sends to the connection already, and whose timing %s, is told to send nothing',
  async (_, timings, names) => {
    await chooseMuted(timings);
    expect(screen.getByText(HELD_BACK)).toBeVisible();
    expect(screen.queryByText(ALREADY)).not.toBeInTheDocument();
    expect(sentences()).toEqual([
      '1 rule and 1 firing alert will not reach the connection, because mute or active timings never let them through.',
      `The policy for team="web" never lets an alert through, because of ${names}. ${CHANGE_TIMINGS}`,
    ]);
    expect(screen.getByRole('link', { name: CHANGE_TIMINGS })).toHaveAttribute('href', '/alerting/routes');
    // Another change of the same policy brings nothing either.
    await on.press(screen.getByRole('checkbox', { name: /^Other policies see these alerts/ }));
    expect(sentences().at(-1)).toMatch(/^The policy for team="web" never lets an alert through/);
  }
);

test.each([
  ['muted at times only', { mute_time_intervals: ['nights'] }],
  [
    'with one below it that sends there',
    { mute_time_intervals: ['not in use'], routes: [{ object_matchers: [['severity', '=', 'page']] }] },
  ],
])('a policy that sends to the connection already, %s, is routed', async (_, timings) => {
  await chooseMuted(timings);
  expect(screen.getByText(ALREADY)).toBeVisible();
  expect(screen.queryByText(HELD_BACK)).not.toBeInTheDocument();
});

test('a policy is not called routed before its timings were read, and is where they cannot be', async () => {
  await openMuted();
  let answerIntervals = () => {};
  const asked = new Promise<void>((resolve) => (answerIntervals = resolve));
  on.world.failWith((path) =>
    path.endsWith('/mute-timings') ? asked.then(() => Response.json({ message: 'no' }, { status: 403 })) : undefined
  );
  const again = await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  const page = within(again.container);
  fireEvent.change(page.getByRole('textbox', { name: 'Label 1' }), { target: { value: 'team' } });
  fireEvent.change(page.getByRole('textbox', { name: 'Value 1' }), { target: { value: 'web' } });
  await on.settle();
  expect(page.queryByText(/^Routed like this already/)).not.toBeInTheDocument();
  answerIntervals();
  await on.settle();
  expect(page.getByText(ALREADY)).toBeVisible();
});

test('a rule that sends by itself but is muted at all times is told as such', async () => {
  const { name, unmount } = await openPage();
  unmount();
  const never = { name: 'not in use', time_intervals: [{ times: [] }] };
  await on.world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', never);
  const alert = { notification_settings: { receiver: 'ops-mail', mute_time_intervals: ['not in use'] } };
  const group = { name: 'Quiet', interval: '10s', rules: [firingRule('Quiet', { alert })] };
  await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group);
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.findRules({ name: 'Quiet' });
  const uid = (found.ok && found.value.rules[0]?.uid) || '';
  await on.open('editor', <RoutePage />, `${ROUTE}?rule=${uid}`);
  await on.settle();
  // Time intervals are asked for once a rule names one.
  await on.pass(1);
  const isMuted = `The rule Quiet never lets an alert through, because of not in use. ${CHANGE_TIMINGS}`;
  expect(sentences()).toEqual([
    `The rule Quiet sends to ${name} instead of ops-mail.`,
    'Everything else in the rule stays as it is.',
    isMuted,
  ]);
  await apply();
  expect(screen.getByText(HELD_BACK)).toBeVisible();
  expect(sentences()).toEqual([isMuted]);
  expect(screen.getByRole('link', { name: CHANGE_TIMINGS })).toHaveAttribute('href', `/alerting/grafana/${uid}/view`);
});

test('where alerts go to external Alertmanagers only, nothing is said to come to the connection', async () => {
  const { unmount, name } = await openPage();
  on.world.failWith((path) =>
    path === '/api/v1/ngalert'
      ? Response.json({ alertmanagersChoice: 'external', numExternalAlertmanagers: 1 })
      : undefined
  );
  unmount();
  await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  await choose(/^All alerts/);
  expect(screen.getByText('Alerts do not reach the contact points of this Grafana')).toBeVisible();
  expect(sentences()).toEqual([`The default policy sends to ${name} instead of ops-mail.`]);
  expect(screen.queryByText('Counting rules and alerts...')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Apply' })).toBeEnabled();
});

test('one rule, led to by a link, sends past the policies; heartbeats are not offered', async () => {
  const { name } = await openPage();
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.findRules({ name: 'Disk full' });
  const uid = (found.ok && found.value.rules[0]?.uid) || '';
  await on.open('editor', <RoutePage />, `${ROUTE}?rule=${uid}`);
  await on.settle();
  expect(screen.getAllByText(`The rule Disk full sends to ${name}, past the notification policies.`).length).toBe(1);
  const [button] = screen.getAllByRole('button', { name: 'Apply' }).slice(-1);
  await on.press(button as HTMLElement);
  const rule = await grafana.readRuleRouting(uid);
  expect(rule).toMatchObject({ ok: true, value: { receiver: name } });
});

test('a heartbeat that somebody made by hand is neither offered nor sent elsewhere', async () => {
  await openPage();
  const { heartbeat } = on.world.newIntegration('By hand');
  const point = { name: 'oncall beat', type: 'webhook', settings: { url: heartbeat } };
  await on.world.call('admin', 'POST', '/api/v1/provisioning/contact-points', point);
  const alert = { notification_settings: { receiver: point.name } };
  const group = { name: 'watchdogs', interval: '10s', rules: [firingRule('Watchdog', { alert })] };
  await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group);
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.findRules({ name: 'Watchdog' });
  const uid = (found.ok && found.value.rules[0]?.uid) || '';
  const view = await on.open('editor', <RoutePage />, `${ROUTE}?rule=${uid}`);
  await on.settle();
  const page = within(view.container);
  expect(page.getByText('This rule is a heartbeat')).toBeVisible();
  expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
});

test('no alerts: the policies of the connection go, those of others stay, and the default one needs another', async () => {
  const { name } = await openPage();
  const routes = [
    { receiver: name, object_matchers: [['team', '=', 'web']] },
    { receiver: 'ops-mail', object_matchers: [['team', '=', 'db']] },
  ];
  await on.world.call('admin', 'PUT', POLICIES, { receiver: 'ops-mail', routes });
  const again = await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  const page = within(again.container);
  await on.press(page.getByRole('radio', { name: /^No alerts/ }));
  expect(page.getByText('The policy for team="web" is removed.')).toBeVisible();
  await on.press(page.getByRole('button', { name: 'Apply' }));
  expect(await storedTree(on.world)).toMatchObject({ receiver: 'ops-mail', routes: [{ receiver: 'ops-mail' }] });
});

test('somebody else changes the policies first: nothing is written, and what they are now is shown', async () => {
  const { stored } = await openPage();
  await choose(/^All alerts/);
  await on.world.call('admin', 'PUT', POLICIES, { receiver: 'ops-mail', repeat_interval: '1h' });
  await apply();
  expect(screen.getByRole('alert')).toHaveTextContent(/changed/i);
  expect(await stored()).toMatchObject({ receiver: 'ops-mail', repeatInterval: 3600 });
  await apply();
  expect(screen.getByRole('group', { name: 'Alerts routed' })).toHaveFocus();
  expect(await stored()).toMatchObject({ repeatInterval: 3600 });
});

test('a contact point is renamed elsewhere: the policies that it has now are found under its new name', async () => {
  const { name, connection, stored, unmount } = await openPage();
  const routes = [{ receiver: name, object_matchers: [['team', '=', 'web']] }];
  await on.world.call('admin', 'PUT', POLICIES, { receiver: 'ops-mail', routes });
  unmount();
  await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  await choose(/^No alerts/);
  const { uid = '', url = '' } = connection.alertContactPoint ?? {};
  const renamed = { name: 'Pages', type: 'webhook', settings: { url } };
  expect(await on.world.call('admin', 'PUT', `/api/v1/provisioning/contact-points/${uid}`, renamed)).toBe(202);
  await apply();
  expect(screen.getByRole('alert')).toHaveTextContent(/changed/i);
  await on.settle();
  expect(screen.getByText('The policy for team="web" is removed.')).toBeVisible();
  await apply();
  expect(await stored()).toMatchObject({ receiver: 'ops-mail', routes: [] });
});

test('locked policies are not written; the lines for their file are shown instead', async () => {
  await openPage();
  on.world.failWith((path, { answer }) =>
    path.endsWith('/routingtrees')
      ? answer().then(async (response) => {
          const text = await response.text();
          return new Response(text.replace('"grafana.com/provenance":"none"', '"grafana.com/provenance":"file"'), {
            headers: { 'Content-Type': 'application/json' },
          });
        })
      : undefined
  );
  const again = await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  const page = within(again.container);
  fireEvent.change(page.getByRole('textbox', { name: 'Label 1' }), { target: { value: 'team' } });
  fireEvent.change(page.getByRole('textbox', { name: 'Value 1' }), { target: { value: 'web' } });
  await on.settle();
  expect(page.getByText('Locked as provisioned')).toBeVisible();
  expect(page.getByText(/object_matchers:/)).toHaveTextContent('- ["team", "=", "web"]');
  expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
});

test('a Viewer sees what is there and why nothing can be changed', async () => {
  await openPage({ login: 'viewer' });
  expect(screen.getByText('View only')).toBeVisible();
  expect(screen.getByRole('radio', { name: /^All alerts/ })).toBeDisabled();
});

test('an Editor of 13.2 writes policies, though the list of permissions does not name it', async () => {
  const { name, stored } = await openPage({ version: '13.2.1' });
  await choose(/^All alerts/);
  await apply();
  expect(await stored()).toMatchObject({ receiver: name });
});

test('a rule of 13 that names another policy tree keeps its way, and is told to leave it when it is to send here', async () => {
  await openPage({ version: '13.2.1' });
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.findRules({ name: 'Disk full' });
  const uid = (found.ok && found.value.rules[0]?.uid) || '';
  // The stand-in has no second tree; rules that name one are shown as Grafana shows them.
  on.world.failWith((path, { answer }) => {
    if (path.endsWith('/api/prometheus/grafana/api/v1/rules')) {
      return answer().then(async (response) => {
        const body = (await response.json()) as { data: { groups: Array<{ rules: Array<{ name: string }> }> } };
        const rules = body.data.groups.flatMap((group) => group.rules).filter(({ name }) => name === 'Disk full');
        rules.forEach((rule) => Object.assign(rule, { notificationSettings: { policy: 'team-a' } }));
        return Response.json(body);
      });
    }
    return path.endsWith(`/alert-rules/${uid}`)
      ? answer().then(async (response) =>
          Response.json({ ...((await response.json()) as object), notification_settings: { policy: 'team-a' } })
        )
      : undefined;
  });
  const again = await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  const page = within(again.container);
  await on.press(page.getByRole('radio', { name: /^All alerts that no other policy takes/ }));
  expect(page.getByText('One rule follows the policy tree team-a and keeps its way.')).toBeVisible();
  expect(page.getByText('Only the default policy tree is shown and changed here.')).toBeVisible();
  again.unmount();
  const ofRule = await on.open('editor', <RoutePage />, `${ROUTE}?rule=${uid}`);
  await on.settle();
  expect(
    within(ofRule.container).getByText(/^The rule Disk full sends to .* instead of following the policy tree team-a\.$/)
  ).toBeVisible();
});

test('what was filled in goes along to another connection', async () => {
  const { user } = await openPage();
  await on.connect('Staging');
  await on.pass(15);
  type('Label 1', 'team');
  type('Value 1', 'web');
  await user.click(screen.getByRole('combobox', { name: 'Connection' }));
  await user.keyboard('Staging{ArrowDown}{Enter}');
  await on.settle();
  expect(screen.getByRole('textbox', { name: 'Value 1' })).toHaveValue('web');
  expect(sentences()[0]).toBe('A new policy for team="web" sends to IRM Staging.');
});

test('without a connection it leads to where one is made', async () => {
  on = stage();
  await on.open('editor', <RoutePage />, ROUTE);
  await on.settle();
  expect(screen.getByText('No connection to route alerts to')).toBeVisible();
});
