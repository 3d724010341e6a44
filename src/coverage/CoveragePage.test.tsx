/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { firingRule } from '../../tests/support/firingRule';
import { renderInApp } from '../../tests/support/render';
import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { fetchTransport, transportTo } from '../../tests/support/fetchTransport';
import { createGrafanaClient } from '../grafana/grafanaClient';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import CoveragePage from './CoveragePage';

const COVERAGE = '/a/irmconnect-setup-app/coverage';

interface Rule {
  title: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  settings?: Record<string, string>;
  isPaused?: boolean;
}

/** A Grafana with rules that the plugin did not make, as a Viewer sees it. */
async function grafanaWith(rules: Rule[], policies?: object) {
  const { grafana, as, sent } = testGrafana();
  const admin = as('admin', { 'X-Disable-Provenance': 'true' });
  const expectDone = async (answer: ReturnType<typeof admin>) => expect((await answer).status).toBeLessThan(300);
  for (const name of ['IRM', 'mail']) {
    const contactPoint = { name, type: 'webhook', settings: { url: 'http://target.example/' } };
    await expectDone(admin('POST', '/api/v1/provisioning/contact-points', contactPoint));
  }
  await expectDone(admin('POST', '/api/folders', { uid: 'servers', title: 'Servers' }));
  if (policies) {
    await expectDone(admin('PUT', '/api/v1/provisioning/policies', policies));
  }
  for (const { title, labels, annotations, settings, isPaused = false } of rules) {
    const rule = firingRule(title, {
      ...{ for: '5m', labels, annotations },
      alert: { is_paused: isPaused, notification_settings: settings },
    });
    const group = { name: `group of ${title}`, interval: '1m', rules: [rule] };
    await expectDone(admin('POST', '/api/ruler/grafana/api/v1/rules/servers', group));
  }
  return { services: { grafana: createGrafanaClient(transportTo(grafana, 'viewer:viewerpass')) }, sent };
}

const figure = (name: RegExp) => {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  return row ? within(row).getByRole('cell').textContent?.replaceAll('\u00a0', ' ') : undefined;
};

test('a rule with direct routing: 5m/5m really repeats only every 10 minutes', async () => {
  const settings = { receiver: 'IRM', group_wait: '0s', group_interval: '5m', repeat_interval: '5m' };
  const { services } = await grafanaWith([{ title: 'Disk full', settings }, { title: 'Memory' }]);
  const { user } = renderInApp(<CoveragePage />, { services });

  await user.type(await screen.findByRole('textbox', { name: 'Search alert rules' }), 'disk');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Memory' })).not.toBeInTheDocument());
  expect(await screen.findByRole('link', { name: 'Disk full' })).toBeVisible();
  await user.click(await screen.findByRole('link', { name: 'Disk full' }));

  expect(await screen.findByRole('heading', { name: 'Contact point IRM' })).toBeVisible();
  expect(screen.getByText(/Set in the alert rule \(direct routing\)/)).toBeVisible();
  expect(figure(/^Time between repeated/)).toBe('5 to 10 min');
  expect(figure(/^First notification/)).toMatch(/^5 to 6 min$/);
  expect(figure(/^Group interval/)).toBe('5 min');
});

test('with a heartbeat interval it says whether the rule beats often enough', async () => {
  const settings = { receiver: 'IRM', group_wait: '0s', group_interval: '5m', repeat_interval: '5m' };
  const { services } = await grafanaWith([{ title: 'Disk full', settings }]);
  const { user } = renderInApp(<CoveragePage />, { services });
  await user.click(await screen.findByRole('link', { name: 'Disk full' }));
  await user.click(await screen.findByRole('combobox', { name: /^Heartbeat interval in IRM/ }));
  // The list itself is drawn only where it has a height.
  await user.keyboard('10 min{ArrowDown}{Enter}');

  expect(await screen.findByText('Cannot hold')).toBeVisible();
  expect(screen.getByRole('img', { name: /a heartbeat every 5 to 10.min/ })).toBeVisible();
});

test('a rule that follows the policies shows every way that its notifications may take', async () => {
  const { services } = await grafanaWith([{ title: 'Disk full', labels: { severity: 'critical' } }], {
    receiver: 'mail',
    group_by: ['alertname'],
    routes: [
      { receiver: 'mail', object_matchers: [['team', '=', 'web']], repeat_interval: '1h' },
      { receiver: 'IRM', object_matchers: [['severity', '=', 'critical']], group_interval: '1m' },
    ],
  });
  const { user } = renderInApp(<CoveragePage />, { services });
  await user.click(await screen.findByRole('link', { name: 'Disk full' }));

  const cards = await screen.findAllByRole('region');
  expect(cards.map((card) => within(card).getByRole('heading', { level: 2 }).textContent)).toEqual([
    'Contact point mail',
    'Contact point IRM',
  ]);
  const [byTeam, bySeverity] = cards as [HTMLElement, HTMLElement];
  expect(within(byTeam).getByText('Possible')).toBeVisible();
  expect(within(bySeverity).getByText('Through the notification policy severity="critical".')).toBeVisible();
  expect(within(bySeverity).getByText('Set in this notification policy')).toBeVisible();
  expect(within(bySeverity).getAllByText("Grafana's default")).toHaveLength(2);
});

test('the address names the rule, so that it can be shared and Back leads to the list', async () => {
  const { services } = await grafanaWith([{ title: 'Disk full' }, { title: 'Memory' }]);
  const view = renderInApp(<CoveragePage />, { services, route: COVERAGE });
  await view.user.click(await screen.findByRole('link', { name: 'Disk full' }));
  const way = await screen.findByRole('heading', { name: /^Contact point/ });
  expect(document.body).not.toHaveFocus();
  const shown = way.textContent ?? '';

  const { user } = view.reopen();
  expect(await screen.findByRole('heading', { name: shown })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to rules' }));
  expect(await screen.findByRole('link', { name: 'Memory' })).toBeVisible();
  expect(document.body).not.toHaveFocus();
});

test('a link to a rule that is gone says so and leads to the others', async () => {
  const { services } = await grafanaWith([{ title: 'Memory' }]);
  const { user } = renderInApp(<CoveragePage />, { services, route: `${COVERAGE}?rule=gone` });
  expect(await screen.findByText('Alert rule not found')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to rules' }));
  expect(await screen.findByRole('link', { name: 'Memory' })).toBeVisible();
});

test("the plugin's own heartbeats are marked and judged by their interval at once", async () => {
  const settings = { receiver: 'IRM', group_wait: '0s', group_interval: '5m', repeat_interval: '5m' };
  const annotations = { irm_heartbeat_interval: '600' };
  const { services } = await grafanaWith([{ title: 'IRM heartbeat', settings, annotations }]);
  const { user } = renderInApp(<CoveragePage />, { services });
  const link = await screen.findByRole('link', { name: 'IRM heartbeat' });
  const row = screen.getByRole('row', { name: /IRM heartbeat/ });
  expect(within(row).getByText('Heartbeat')).toBeVisible();
  await user.click(link);
  expect(await screen.findByText('Cannot hold')).toBeVisible();
  expect(screen.getByRole('combobox', { name: /^Heartbeat interval in IRM/ })).toHaveValue('10 minutes');
});

/** Contact points of a new Grafana, as the app platform lists them; the provisioning API shows none. */
const NEW = { items: [{ metadata: {}, spec: { title: 'empty', integrations: [] } }] };

/** A Grafana that has one rule with these alerts; the policies send team "web" to IRM and all else by mail. */
function grafanaWithAlerts(alerts: Array<Record<string, string>>, notificationSettings?: object) {
  const policies = { receiver: 'mail', routes: [{ receiver: 'IRM', object_matchers: [['team', '=', 'web']] }] };
  const state = { alertsFail: false };
  const transport = fetchTransport({
    baseUrl: 'http://grafana.example',
    fetch: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/policies')) {
        return Response.json(policies);
      }
      if (pathname.endsWith('/receivers')) {
        return Response.json(pathname.startsWith('/apis') ? NEW : []);
      }
      if (!pathname.endsWith('/rules')) {
        return Response.json([]);
      }
      const limit = Number(searchParams.get('limit_alerts'));
      if (limit > 0 && state.alertsFail) {
        return Response.json({ message: 'database is locked' }, { status: 500 });
      }
      const shown = alerts.slice(0, limit).map((labels) => ({ labels }));
      const rules = [{ uid: 'disk', name: 'Disk full', alerts: shown, notificationSettings }];
      return Response.json({ data: { groups: [{ name: 'g', file: 'F', folderUid: 'f', interval: 60, rules }] } });
    },
  });
  return { grafana: createGrafanaClient(transport), state };
}

async function openRule(grafana: GrafanaPort) {
  const { user } = renderInApp(<CoveragePage />, { services: { grafana } });
  await user.click(await screen.findByRole('link', { name: 'Disk full' }));
  return user;
}

test('a rule whose alerts take several ways shows which alerts take which', async () => {
  const { grafana } = grafanaWithAlerts([
    { alertname: 'Disk full', instance: 'a', team: 'web' },
    { alertname: 'Disk full', instance: 'b', team: 'db' },
  ]);
  await openRule(grafana);
  const [irm, mail] = (await screen.findAllByRole('region')) as [HTMLElement, HTMLElement];
  expect(within(irm).getByRole('heading', { name: 'Contact point IRM' })).toBeVisible();
  expect(within(irm).getByText('Only some alerts of this rule take this route.')).toBeVisible();
  expect(
    within(irm)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  ).toEqual(['instance="a", team="web"']);
  expect(within(mail).getByText('instance="b", team="db"')).toBeVisible();
});

test('with more alerts than are looked at nothing is called certain that the others may change', async () => {
  const alerts = Array.from({ length: 150 }, (_, index) => ({
    alertname: 'Disk full',
    instance: `${index}`,
    team: 'db',
  }));
  await openRule(grafanaWithAlerts(alerts).grafana);
  expect(await screen.findByText('Based on the first 100 alerts of this rule. It has more.')).toBeVisible();
  expect(screen.getAllByText('Possible')).toHaveLength(2);
});

test('a rule that follows another policy tree is said to be unknown instead of guessed at', async () => {
  await openRule(grafanaWithAlerts([], { policy: 'team-a' }).grafana);
  expect(await screen.findByText('This rule follows the notification policy tree "team-a"')).toBeVisible();
  expect(screen.queryByRole('heading', { name: /^Contact point/ })).not.toBeInTheDocument();
});

test('alerts that cannot be read are an error with a way to try again, not a guess', async () => {
  const { grafana, state } = grafanaWithAlerts([{ alertname: 'Disk full', team: 'web' }]);
  state.alertsFail = true;
  const user = await openRule(grafana);
  expect(await screen.findByText(/Too many writes at once/)).toBeVisible();
  expect(screen.queryByRole('heading', { name: /^Contact point/ })).not.toBeInTheDocument();
  state.alertsFail = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Contact point IRM' })).toBeVisible();
  expect(screen.queryByText('Possible')).not.toBeInTheDocument();
});

test('another rule can be chosen, the search being kept', async () => {
  const { services } = await grafanaWith([{ title: 'Disk full', isPaused: true }, { title: 'Memory' }]);
  const { user } = renderInApp(<CoveragePage />, { services, route: '/a/irmconnect-setup-app/coverage?search=disk' });
  await user.click(await screen.findByRole('link', { name: 'Disk full' }));
  expect(await screen.findByText('This rule is paused and sends no notifications')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to rules' }));
  expect(screen.getByRole('textbox', { name: 'Search alert rules' })).toHaveValue('disk');
  expect(await screen.findByRole('link', { name: 'Disk full' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Memory' })).not.toBeInTheDocument();
});

test('a search without a match says so', async () => {
  const { services } = await grafanaWith([{ title: 'Memory' }]);
  renderInApp(<CoveragePage />, { services, route: '/a/irmconnect-setup-app/coverage?search=disk' });
  expect(await screen.findByText('No alert rules match.')).toBeVisible();
});

test('a Grafana that answers in parts is read to the end', async () => {
  const rule = (title: string) => ({ uid: title, name: title });
  const asked: string[] = [];
  const transport = fetchTransport({
    baseUrl: 'http://grafana.example',
    fetch: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/policies')) {
        return Response.json({ receiver: 'mail' });
      }
      if (!pathname.endsWith('/api/v1/rules')) {
        return Response.json(pathname.startsWith('/apis') ? NEW : []);
      }
      const token = searchParams.get('group_next_token') ?? '';
      asked.push(token);
      const groups = [{ name: 'g', file: 'F', interval: 60, rules: [rule(token === '' ? 'Memory' : 'Disk full')] }];
      return Response.json({ data: { groups, groupNextToken: token === '' ? 'second' : '' } });
    },
  });
  renderInApp(<CoveragePage />, { services: { grafana: createGrafanaClient(transport) }, route: COVERAGE });
  expect(await screen.findByRole('link', { name: 'Disk full' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Memory' })).toBeVisible();
  expect(asked).toEqual(['', 'second']);
});

test('a Grafana that refuses is quoted, with a way to try again', async () => {
  let isDown = true;
  const { grafana } = grafanaWithAlerts([]);
  const refused = { ok: false, error: { reason: 'forbidden', message: 'alert.rules:read', status: 403 } } as const;
  const guarded = {
    ...grafana,
    findRules: (search: object) => (isDown ? Promise.resolve(refused) : grafana.findRules(search)),
  };
  const { user } = renderInApp(<CoveragePage />, { services: { grafana: guarded }, route: COVERAGE });
  expect(await screen.findByText(/Missing permission: alert.rules:read/)).toBeVisible();
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Disk full' })).toBeVisible();
});
