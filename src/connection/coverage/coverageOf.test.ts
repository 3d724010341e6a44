import { coreTime } from '../../../tests/support/coreTime';
import { alertUid, heartbeatUid } from '../desired/objects';
import { connectionId } from '../endpoint/identity';
import type { Integration } from '../model';
import { endpoint, integration } from '../testing/fixtures';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { objects } from '../testing/planning';
import { compileRouting, coverageOf, reachInTrouble, type Reach } from './coverageOf';
import { opennessBy } from './openness';
import { receiversOf } from '../routing/receiversOf';
import { summaryOf } from './summary';
import { direct, is, policy, rule } from './testing/policies';
import type { UnknownWhy } from '../policies/receiver';
import type { AlertRule, NotificationPolicy } from '../policies/types';

const mail = (name: string, addresses: string) =>
  integration({ uid: name, name, type: 'email', url: '', otherSettings: { addresses } });
const found = objects({
  integrations: [
    integration({ uid: 'a', name: 'IRM', url: endpointUrl(endpoint) }),
    integration({ uid: 'b', name: 'IRM heartbeat', url: heartbeatUrl(endpoint) }),
    integration({ uid: 'c', name: 'IRM and mail', url: endpointUrl(endpoint) }),
    { ...mail('mail', 'team@example.com') },
    { ...mail('mail', 'team@example.com'), uid: 'd', name: 'IRM and mail' },
    mail('grafana-default-email', '<example@email.com>'),
  ],
});
const receivers = receiversOf(found, [{ name: 'empty', integrations: 0 }]);
const reach = (root: NotificationPolicy, changes?: Partial<AlertRule>) =>
  coverageOf(rule(changes), compileRouting(root, receivers)).reach;

test('only the contact point that sends alerts to a connection reaches IRM', () => {
  expect(reach(policy('IRM'))).toBe('irm');
  expect(reach(policy('IRM and mail'))).toBe('irm');
  expect(reach(policy('mail'))).toBe('elsewhere');
  expect(reach(policy('empty'))).toBe('nobody');
  expect(reach(policy('grafana-default-email'))).toBe('nobody');
  expect(reach(policy('IRM heartbeat'))).toBe('nobody');
  expect(coverageOf(rule(), compileRouting(policy('hidden'), receivers))).toMatchObject({
    reach: 'depends',
    doubt: 'unseen',
  });
});

test.each<[string, Partial<Integration>]>([
  ['PUT', { otherSettings: { httpMethod: 'PUT' } }],
  ['a method that Grafana does not send with', { otherSettings: { httpMethod: 'post' } }],
  ['no slash at the end', { url: endpointUrl(endpoint).slice(0, -1) }],
  ['a doubled slash', { url: endpointUrl(endpoint).replace('/v1/', '/v1//') }],
])('nobody is told by what IRM refuses: %s', (_, changes) => {
  const broken = integration({ uid: 'a', name: 'IRM', url: endpointUrl(endpoint), ...changes });
  const reachBy = (...integrations: Integration[]) =>
    coverageOf(rule(), compileRouting(policy('IRM'), receiversOf(objects({ integrations }), undefined)));
  expect(reachBy(broken)).toMatchObject({ reach: 'nobody', ways: [{ target: { kind: 'nobody', why: 'refused' } }] });
  const beside = { ...mail('mail', 'team@example.com'), name: 'IRM' };
  expect(reachBy(broken, beside)).toMatchObject({ reach: 'elsewhere', ways: [{ target: { types: ['email'] } }] });
  const working = integration({ uid: 'b', name: 'IRM', url: endpointUrl(endpoint) });
  expect(reachBy(broken, working).reach).toBe('irm');
});

test.each([
  ['grafana://noop', 'nobody'],
  [' grafana://noop ', 'elsewhere'],
  ['grafana://other', 'elsewhere'],
])('a webhook to "%s" reaches %s', (url, expected) => {
  const one = integration({ uid: 'a', name: 'silent', url });
  const routing = compileRouting(policy('silent'), receiversOf(objects({ integrations: [one] }), undefined));
  expect(coverageOf(rule(), routing).reach).toBe(expected);
});

const TOKEN_MAIL = 'HrIxQTlZC0hgaf0D3d1D92SNo@irm.example.com';
const toIrm = (otherSettings: Integration['otherSettings']): Partial<Integration> => ({
  ...{ url: endpointUrl(endpoint), otherSettings },
});
const reachOfOne = (...changes: Array<Partial<Integration>>) => {
  const integrations = changes.map((change, index) =>
    integration({ uid: `${index}`, name: 'IRM', url: '', ...change })
  );
  return coverageOf(rule(), compileRouting(policy('IRM'), receiversOf(objects({ integrations }), undefined)));
};

test.each<[why: UnknownWhy, what: string, Partial<Integration>, isConnection: boolean]>([
  ['addressTemplate', 'a path', { url: 'https://relay.example.net/{{ .CommonLabels.team }}/' }, false],
  ['addressTemplate', 'a token', { url: 'https://irm.example/integrations/v1/webhook/{{ .GroupKey }}/' }, false],
  ['addressTemplate', 'a query', { url: `${endpointUrl(endpoint)}?team={{ .CommonLabels.team }}` }, true],
  ['addressHidden', 'nothing shown', { url: '' }, false],
  ['addressHidden', 'a placeholder', { url: '[REDACTED]' }, false],
  ['mail', 'one address', { type: 'email', otherSettings: { addresses: TOKEN_MAIL } }, false],
  ['mail', 'of several', { type: 'email', otherSettings: { addresses: `a@example.com;${TOKEN_MAIL}` } }, false],
  ['form', 'urlencoded', toIrm({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }), true],
  ['form', 'multipart', toIrm({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }), true],
  ['payload', 'a template', toIrm({ payload: { template: '{{ template "own" . }}' } }), true],
])('whether IRM takes it cannot be told: %s, %s', (why, _, changes, isConnection) => {
  const connections = isConnection ? [connectionId(endpoint)] : [];
  expect(reachOfOne(changes)).toMatchObject({ reach: 'depends', doubt: why, connections });
  expect(reachOfOne(changes, toIrm({})).reach).toBe('irm');
  expect(reachOfOne(changes, { type: 'slack' })).toMatchObject({ reach: 'depends', doubt: why });
});

test.each<[string, Partial<Integration>, Reach]>([
  ['an empty payload template', toIrm({ payload: { template: '' } }), 'irm'],
  ['JSON that says so', toIrm({ headers: { 'Content-Type': 'application/json; charset=utf-8' } }), 'irm'],
  ['a form by PUT', toIrm({ httpMethod: 'PUT', headers: { 'Content-Type': 'multipart/form-data' } }), 'nobody'],
  [
    'a heartbeat of whatever form',
    { url: heartbeatUrl(endpoint), otherSettings: { payload: { template: 'beat' } } },
    'nobody',
  ],
  [
    'mail to people',
    { type: 'email', otherSettings: { addresses: 'customerservicedepartment@example.com' } },
    'elsewhere',
  ],
  ['a type without an address', { type: 'slack' }, 'elsewhere'],
])('%s leaves nothing open', (_, changes, expected) => {
  expect(reachOfOne(changes)).toMatchObject({ reach: expected, doubt: undefined });
});

test('what a contact point is for goes by where it sends, not by the uid that the plugin gave it', () => {
  const id = connectionId(endpoint);
  const reachTo = (uid: string, url: string) => {
    const one = integration({ uid, name: 'IRM', url, otherSettings: { httpMethod: '' } });
    return coverageOf(rule(), compileRouting(policy('IRM'), receiversOf(objects({ integrations: [one] }), undefined)));
  };
  expect(reachTo(alertUid(id), endpointUrl(endpoint)).reach).toBe('irm');
  expect(reachTo(alertUid(id), heartbeatUrl(endpoint))).toMatchObject({
    ...{ reach: 'nobody', ways: [{ target: { why: 'heartbeat' } }] },
  });
  expect(reachTo(alertUid(id), 'https://relay.example.net/').reach).toBe('elsewhere');
  expect(reachTo(heartbeatUid(id), endpointUrl(endpoint)).reach).toBe('irm');
});

test('a rule that chooses its contact point does not follow the policies', () => {
  expect(reach(policy('mail'), { direct: direct('IRM') })).toBe('irm');
  expect(reach(policy('IRM'), { direct: direct('mail') })).toBe('elsewhere');
});

test('whatever label an alert gets, it is certain where all ways lead to IRM, and depends where one does not', () => {
  const byTeam = (rest: string) => policy(rest, { routes: [policy('IRM', { matchers: is('team', 'web') })] });
  expect(reach(byTeam('IRM and mail'))).toBe('irm');
  expect(reach(byTeam('mail'))).toBe('depends');
  expect(reach(byTeam('mail'), { labels: { team: 'web' } })).toBe('irm');
  expect(reach(byTeam('mail'), { labels: { team: 'db' } })).toBe('elsewhere');
  expect(reach(byTeam('mail'), { labels: { team: '{{ $labels.team }}' } })).toBe('depends');
  // Copies go on to the second one.
  const copied = policy('mail', { routes: [policy('mail', { continue: true }), policy('IRM')] });
  expect(reach(copied)).toBe('irm');
});

test('timings that hold notifications back are said, unless another way to IRM is open', () => {
  const muted = policy('IRM', { matchers: is('severity', 'critical'), muteTimings: ['weekend'] });
  const coverage = (root: NotificationPolicy) => coverageOf(rule(), compileRouting(root, receivers));
  expect(coverage(policy('mail', { routes: [muted] }))).toMatchObject({ reach: 'irm', isHeld: true });
  const both = policy('mail', { routes: [{ ...muted, continue: true }, policy('IRM')] });
  expect(coverage(both)).toMatchObject({ reach: 'irm', isHeld: false });
});

test('a way that is muted at all times leads to nobody, wherever else it would lead', () => {
  const known = [
    { name: 'always', intervals: [{}] },
    { name: 'nights', intervals: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }] },
    { name: '2020', intervals: [{ years: ['2020'] }] },
  ];
  const openness = opennessBy(known, Date.UTC(2026, 10, 27));
  const by = (root: NotificationPolicy, changes?: Partial<AlertRule>) =>
    coverageOf(rule(changes), compileRouting(root, receivers, new Map(), openness));
  const muted = by(policy('IRM', { muteTimings: ['always'] }));
  expect(muted).toMatchObject({ reach: 'nobody', connections: [], ways: [{ openness: 'shut' }] });
  expect(by(policy('mail', { activeTimings: ['2020'] })).reach).toBe('nobody');
  expect(by(policy('mail'), { direct: direct('IRM', { muteTimings: ['always'] }) }).reach).toBe('nobody');
  expect(by(policy('IRM', { muteTimings: ['nights'] }))).toMatchObject({ reach: 'irm', isHeld: true });
  expect(by(policy('IRM', { muteTimings: ['2020'] }))).toMatchObject({ reach: 'irm', isHeld: false });
  expect(by(policy('IRM', { activeTimings: ['always'] }))).toMatchObject({ reach: 'irm', isHeld: false });
  const copied = [policy('IRM', { muteTimings: ['always'], continue: true }), policy('mail')];
  expect(by(policy('IRM', { routes: copied })).reach).toBe('elsewhere');
});

test('a tree that the rule names counts where it was read', () => {
  const trees = new Map([['team-a', policy('IRM')]]);
  const named = rule({ policyTree: 'team-a' });
  expect(coverageOf(named, compileRouting(policy('mail'), receivers, trees)).reach).toBe('irm');
  expect(coverageOf(named, compileRouting(policy('IRM'), receivers))).toMatchObject({
    ...{ reach: 'depends', doubt: 'policyTree', ways: [] },
  });
});

test('alerts about missing data go by another name, and so may go elsewhere', () => {
  const byName = policy('mail', { routes: [policy('IRM', { matchers: is('alertname', 'Disk full') })] });
  expect(reach(byName)).toBe('irm');
  expect(reachInTrouble(rule(), compileRouting(byName, receivers))?.reach).toBe('elsewhere');
  expect(reachInTrouble(rule(), compileRouting(policy('IRM'), receivers))).toBeUndefined();
  expect(reachInTrouble(rule({ direct: direct('IRM') }), compileRouting(byName, receivers))).toBeUndefined();
});

test('a matcher that cannot be read makes nothing certain', () => {
  const odd = policy('mail', { routes: [policy('IRM', { matchers: [{ name: '', operator: '=', value: '' }] })] });
  expect(reach(odd)).toBe('depends');
});

test('paused rules and heartbeats are counted apart', () => {
  const routing = compileRouting(policy('IRM'), receivers);
  const rules = [
    rule(),
    rule({ direct: direct('mail') }),
    rule({ direct: direct('empty') }),
    rule({ isPaused: true }),
    rule({ direct: direct('IRM heartbeat') }),
    rule({ folderUid: 'irm-heartbeats', labels: { irm_connection: '0123456789' } }),
    rule({ labels: { __grafana_origin: 'plugin/irmconnect-setup-app' } }),
    rule({ heartbeatInterval: 600, direct: direct('mail') }),
  ];
  expect(summaryOf(rules.map((one) => coverageOf(one, routing)))).toEqual({
    ...{ rules: 3, irm: 1, elsewhere: 1, nobody: 1, depends: 0, paused: 1, heartbeats: 4, held: 0 },
  });
});

test("a rule that somebody else made in the plugin's folder is one like any other", () => {
  const [theirs] = [rule({ folderUid: 'irm-heartbeats', group: 'theirs' })].map((one) =>
    coverageOf(one, compileRouting(policy('mail'), receivers))
  );
  expect(theirs).toMatchObject({ isHeartbeat: false, reach: 'elsewhere' });
});

test('10,000 rules under 100 policies with regular expressions take no time that anybody notices', () => {
  const routes = Array.from({ length: 100 }, (_, index) =>
    policy(index % 2 ? 'IRM' : 'mail', {
      matchers: [{ name: 'team', operator: '=~', value: `team-${index}|squad-${index}.*` }],
      routes: [policy('', { matchers: is('severity', 'critical'), repeatInterval: 60 })],
    })
  );
  const routing = compileRouting(policy('mail', { routes }), receivers);
  const rules = Array.from({ length: 10_000 }, (_, index) =>
    rule({ uid: `${index}`, title: `Rule ${index}`, labels: { team: `team-${index % 120}` } })
  );
  const { result, ms } = coreTime(() => summaryOf(rules.map((one) => coverageOf(one, routing))));
  expect(result.irm + result.elsewhere).toBe(10_000);
  expect(ms).toBeLessThan(3000);
});

test.each([
  [{ 'Content-Type': 'text/plain' }, 'nobody'],
  [{ 'content-type': '' }, 'nobody'],
  [{ Accept: 'text/html' }, 'nobody'],
  [{ 'Content-Type': 'Application/JSON; charset=utf-8', Accept: 'text/html, */*;q=0.1' }, 'irm'],
  [{ 'X-Team': 'text/plain' }, 'irm'],
])('a contact point with the headers %j reaches %s', (headers, expected) => {
  const sending = integration({ name: 'IRM', url: endpointUrl(endpoint), otherSettings: { headers } });
  const routing = compileRouting(policy('IRM'), receiversOf(objects({ integrations: [sending] }), undefined));
  expect(coverageOf(rule(), routing).reach).toBe(expected);
});
