/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { firingRule } from '../../tests/support/firingRule';
import { renderInApp } from '../../tests/support/render';
import { ROOT_URL, testGrafana } from '../../sandbox/grafana/testGrafana';
import { fetchTransport, transportTo } from '../../tests/support/fetchTransport';
import { connectionId } from '../connection/endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../connection/endpoint/integrationPath';
import { endpoint } from '../connection/testing/fixtures';
import { createGrafanaClient } from '../grafana/grafanaClient';
import { summaryOf } from '../connection/coverage/summary';
import CoveragePage from './CoveragePage';
import { summarySentence } from './describeReach';

const PAGE = '/a/irmconnect-setup-app/coverage';
/** A Grafana with one connection, an e-mail contact point and rules of every kind. */
async function organisation({ person = 'viewer', alertmanagers = 'internal' } = {}) {
  const { grafana, as } = testGrafana();
  let isGone = false;
  const admin = as('admin', { 'X-Disable-Provenance': 'true' });
  const done = async (answer: ReturnType<typeof admin>) => expect((await answer).status).toBeLessThan(300);
  const contactPoint = (name: string, type: string, settings: object) =>
    done(admin('POST', '/api/v1/provisioning/contact-points', { name, type, settings }));
  await contactPoint('IRM', 'webhook', { url: endpointUrl(endpoint) });
  await contactPoint('IRM heartbeat', 'webhook', { url: heartbeatUrl(endpoint) });
  await contactPoint('mail', 'email', { addresses: 'team@example.com' });
  await done(admin('POST', '/api/folders', { uid: 'servers', title: 'Servers' }));
  await done(admin('POST', '/api/folders', { uid: 'shop', title: 'Shop' }));
  const routes = [
    { receiver: 'IRM', object_matchers: [['severity', '=', 'critical']] },
    { receiver: 'IRM', object_matchers: [['team', '=', 'web']] },
  ];
  await done(admin('PUT', '/api/v1/provisioning/policies', { receiver: 'mail', routes }));
  const rule = (folder: string, title: string, labels = {}, settings?: object, isPaused = false) =>
    done(
      admin('POST', `/api/ruler/grafana/api/v1/rules/${folder}`, {
        ...{ name: title, interval: '1m' },
        rules: [
          firingRule(title, {
            ...{ for: '5m', labels },
            alert: { is_paused: isPaused, notification_settings: settings },
          }),
        ],
      })
    );
  await rule('servers', 'Disk full', { severity: 'critical' });
  await rule('servers', 'Memory', { severity: 'info', team: 'db' });
  await rule('servers', 'Load', { team: '{{ $labels.team }}' });
  await rule('shop', 'Checkout', {}, { receiver: 'IRM' });
  await rule('shop', 'Old checkout', {}, undefined, true);
  await rule('shop', 'Alive', {}, { receiver: 'IRM heartbeat' });
  const transport = fetchTransport({
    baseUrl: ROOT_URL,
    credentials: `${person}:${person}pass`,
    fetch: (request) =>
      isGone
        ? Promise.reject(new TypeError('fetch failed'))
        : request.url.endsWith('/api/v1/ngalert')
          ? Response.json({ alertmanagersChoice: alertmanagers, numExternalAlertmanagers: 1 })
          : grafana.fetch(request),
  });
  return { services: { grafana: createGrafanaClient(transport) }, admin, done, lose: () => void (isGone = true) };
}

const shownRules = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);
const rowOf = (title: string) => screen.getByRole('link', { name: title }).closest('[role="row"]') as HTMLElement;

test('one sentence says how many rules would page, and each rule says by which way', async () => {
  const { services } = await organisation();
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(
    await screen.findByRole('heading', { name: 'Of 4 rules, 2 reach IRM, 1 only email, 1 is not certain' })
  ).toBeVisible();
  expect(screen.getByText('1 paused rule is not counted.')).toBeVisible();
  expect(shownRules()).toEqual(['Load', 'Memory', 'Checkout', 'Disk full', 'Old checkout', 'Alive']);
  expect(rowOf('Disk full')).toHaveTextContent(/Reaches IRM.*IRM.*notification policies/);
  expect(rowOf('Checkout')).toHaveTextContent(/Reaches IRM.*set in the rule/);
  expect(rowOf('Memory')).toHaveTextContent(/Not IRM.*mail/);
  expect(rowOf('Load')).toHaveTextContent(/Depends.*IRM \(possible\), mail \(possible\)/);
  expect(rowOf('Memory')).toHaveTextContent(/5.min.30.s to 7.min.*4.h/);
  expect(within(rowOf('Memory')).getByRole('link', { name: 'Route Memory to IRM' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/a\/irmconnect-setup-app\/route\?rule=.+/)
  );
  expect(within(rowOf('Disk full')).queryByRole('link', { name: /Route/ })).not.toBeInTheDocument();
});

test.each([
  [
    'webhook',
    { url: 'https://relay.example.net/{{ .CommonLabels.team }}/' },
    /to IRM: a template fills in the address/,
    false,
  ],
  ['email', { addresses: 'HrIxQTlZC0hgaf0D3d1D92SNo@irm.example.com' }, /to IRM: the e-mail address looks like/, false],
  ['webhook', { url: endpointUrl(endpoint), payload: { template: '{{ .Status }}' } }, /sent as a custom payload/, true],
  [
    'webhook',
    { url: endpointUrl(endpoint), headers: { 'Content-Type': 'multipart/form-data' } },
    /sent as a form/,
    true,
  ],
])('where it cannot be told whether IRM gets alerts, that is said with its reason: %s %j', async (...given) => {
  const [type, settings, reason, isOfConnection] = given;
  const { services, admin, done } = await organisation();
  await done(admin('POST', '/api/v1/provisioning/contact-points', { name: 'relay', type, settings }));
  const group = {
    ...{ name: 'Relayed', interval: '1m' },
    rules: [firingRule('Relayed', { alert: { notification_settings: { receiver: 'relay' } } })],
  };
  await done(admin('POST', '/api/ruler/grafana/api/v1/rules/servers', group));
  const view = renderInApp(<CoveragePage />, { services, route: `${PAGE}?search=relayed` });
  expect(
    await screen.findByRole('heading', { name: 'Of 5 rules, 2 reach IRM, 1 only email, 2 are not certain' })
  ).toBeVisible();
  expect(rowOf('Relayed')).toHaveTextContent(/Depends.*relay/);
  expect(rowOf('Relayed')).toHaveTextContent(reason);
  await view.user.click(screen.getByRole('link', { name: 'Relayed' }));
  expect(await screen.findByText(reason)).toBeVisible();

  view.reopen({ route: `${PAGE}?connection=${connectionId(endpoint)}` });
  await screen.findByRole('link', { name: 'Checkout' });
  expect(shownRules().includes('Relayed')).toBe(isOfConnection);
});

test('where there are none but heartbeats and paused rules, that is said in place of shares', () => {
  expect(summarySentence(summaryOf([]), [])).toBe('No active alert rules besides heartbeats');
});

test('filters narrow the list and stand in the address', async () => {
  const { services } = await organisation();
  const view = renderInApp(<CoveragePage />, { services, route: `${PAGE}?folder=shop` });
  await screen.findByRole('link', { name: 'Checkout' });
  expect(shownRules()).toEqual(['Checkout', 'Old checkout', 'Alive']);
  await view.user.click(screen.getByRole('button', { name: /^Paused 1/ }));
  await waitFor(() => expect(shownRules()).toEqual(['Old checkout']));
  await waitFor(() => expect(view.search()).toBe('?reach=paused&folder=shop'));
  const byLabel = view.reopen({ route: `${PAGE}?label=team%3Ddb` });
  await screen.findByRole('link', { name: 'Memory' });
  expect(shownRules()).toEqual(['Memory']);
  byLabel.reopen({ route: `${PAGE}?contactPoint=mail` });
  await screen.findByRole('link', { name: 'Memory' });
  expect(shownRules()).toEqual(['Load', 'Memory', 'Old checkout']);
});

test('a connection leads to the rules that reach it', async () => {
  const { services } = await organisation();
  const { user } = renderInApp(<CoveragePage />, { services, route: `${PAGE}?connection=${connectionId(endpoint)}` });
  expect(await screen.findByText('Only rules that reach, or may reach, IRM')).toBeVisible();
  expect(shownRules()).toEqual(['Load', 'Checkout', 'Disk full', 'Old checkout']);
  await user.click(screen.getByRole('button', { name: 'Show all rules' }));
  await waitFor(() => expect(shownRules()).toHaveLength(6));
});

test('the details of a rule say whom it reaches, and the way back keeps the filter', async () => {
  const { services } = await organisation();
  const { user, search } = renderInApp(<CoveragePage />, { services, route: `${PAGE}?search=load` });
  await user.click(await screen.findByRole('link', { name: 'Load' }));
  expect(await screen.findByText('Whether its alerts reach IRM depends on labels that only they have.')).toBeVisible();
  expect(await screen.findAllByRole('heading', { name: 'Contact point IRM' })).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Route to IRM' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to rules' }));
  expect(await screen.findByRole('link', { name: 'Load' })).toBeVisible();
  expect(search()).toBe('?search=load');
});

test('a contact point that IRM refuses reaches nobody, and what is wrong is told', async () => {
  const { services, admin, done } = await organisation();
  const put = { url: endpointUrl(endpoint), httpMethod: 'PUT' };
  await done(admin('POST', '/api/v1/provisioning/contact-points', { name: 'put', type: 'webhook', settings: put }));
  await done(admin('PUT', '/api/v1/provisioning/policies', { receiver: 'put' }));
  const { user } = renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByRole('heading', { name: 'Of 4 rules, 1 reaches IRM, 3 nobody' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Disk full' }));
  expect(
    await screen.findByText(/^IRM refuses what it sends: it takes JSON by POST, at the exact URL of the integration\./)
  ).toBeVisible();
});

test('a muted way to IRM is said', async () => {
  const { services, admin, done } = await organisation();
  const nights = { name: 'nights', time_intervals: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }] };
  await done(admin('POST', '/api/v1/provisioning/mute-timings', nights));
  const routes = [
    { receiver: 'IRM', object_matchers: [['severity', '=', 'critical']], mute_time_intervals: ['nights'] },
  ];
  await done(admin('PUT', '/api/v1/provisioning/policies', { receiver: 'mail', routes }));
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByText('1 does not reach IRM at all times, because of its timings.')).toBeVisible();
  expect(rowOf('Disk full')).toHaveTextContent('Muted during nights');
});

test('what is muted at all times reaches nobody, and the timing is named', async () => {
  const { services, admin, done } = await organisation();
  await done(
    admin('POST', '/api/v1/provisioning/mute-timings', { name: 'not in use', time_intervals: [{ times: [] }] })
  );
  const routes = [
    { receiver: 'IRM', object_matchers: [['severity', '=', 'critical']], mute_time_intervals: ['not in use'] },
  ];
  await done(admin('PUT', '/api/v1/provisioning/policies', { receiver: 'mail', routes }));
  const { user } = renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByRole('heading', { name: /, 1 nobody$/ })).toBeVisible();
  expect(rowOf('Disk full')).toHaveTextContent(/Nobody.*Never sent, because of not in use/);
  await user.click(screen.getByRole('link', { name: 'Disk full' }));
  expect(await screen.findByText(/^Never sent, because of not in use\./)).toBeVisible();
});

test('where alerts go to external Alertmanagers only, nothing is said to reach IRM', async () => {
  const { services } = await organisation({ alertmanagers: 'external' });
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByText('Alerts do not reach the contact points of this Grafana')).toBeVisible();
  expect(screen.queryByRole('heading', { name: /reach IRM/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Disk full' })).not.toBeInTheDocument();
});

test('where alerts go to external Alertmanagers as well, rules are counted', async () => {
  const { services } = await organisation({ alertmanagers: 'all' });
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByRole('heading', { name: /2 reach IRM/ })).toBeVisible();
});

test('without rules there is nothing to tell', async () => {
  const { grafana } = testGrafana();
  const services = { grafana: createGrafanaClient(transportTo(grafana, 'viewer:viewerpass')) };
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByText('No alert rules yet')).toBeVisible();
});

test('a refresh that fails leaves the list on screen', async () => {
  const { services, lose } = await organisation();
  renderInApp(<CoveragePage />, { services, route: PAGE });
  expect(await screen.findByRole('link', { name: 'Disk full' })).toBeVisible();
  lose();
  const later = Date.now() + 120_000;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
  window.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('Grafana cannot be reached')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Disk full' })).toBeVisible();
  clock.mockRestore();
});
