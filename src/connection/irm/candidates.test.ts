import { endpointUrl } from '../endpoint/integrationPath';
import { connectionsOf } from '../ownership/connections';
import { endpoint, integration as contactPoint, otherEndpoint } from '../testing/fixtures';
import { objects } from '../testing/planning';
import { candidatesOf, searchCandidates } from './candidates';
import type { IrmIntegration } from './irmPort';
import { templateState, WEBHOOK_TEMPLATES } from './webhookTemplates';

const irmIntegration = (changes: Partial<IrmIntegration> = {}): IrmIntegration => ({
  id: changes.name ?? 'C1',
  name: 'Production',
  type: 'alertmanager',
  description: '',
  teamId: undefined,
  endpoint,
  heartbeatUrl: undefined,
  escalationChainId: undefined,
  templates: { groupingKey: undefined, resolveSignal: undefined },
  maintenance: undefined,
  ...changes,
});

const names = (found: ReturnType<typeof searchCandidates>) => found.map(({ integration }) => integration.name);

test('only types that understand Grafana can be chosen; the others are counted', () => {
  const types = ['alertmanager', 'webhook', 'grafana_alerting', 'grafana', 'zabbix', 'formatted_webhook'];
  const { list, otherTypes } = candidatesOf(
    [...types.map((type) => irmIntegration({ name: type, type })), irmIntegration({ name: 'x', endpoint: undefined })],
    []
  );
  expect(list.map(({ integration }) => integration.type)).toEqual(['alertmanager', 'webhook', 'grafana_alerting']);
  expect(otherTypes).toBe(3);
});

test.each([
  ['as IRM names it', endpointUrl(endpoint)],
  ['over http', endpointUrl(endpoint).replace('https:', 'http:')],
  ['with another path in front', endpointUrl(endpoint).replace('/oncall/', '/')],
])('an integration that Grafana feeds already (%s) is told with its connection', (_, url) => {
  const [connection] = connectionsOf(objects({ integrations: [contactPoint({ name: 'Pager', url })] }));
  const { list } = candidatesOf(
    [irmIntegration({ name: 'fed' }), irmIntegration({ name: 'free', endpoint: otherEndpoint })],
    connection ? [connection] : []
  );
  expect(list.map((candidate) => candidate.connection?.alertContactPoint?.name)).toEqual(['Pager', undefined]);
});

test('the search looks at title and type, in any order and case, and the list is by title', () => {
  const { list } = candidatesOf(
    [
      irmIntegration({ name: 'Payments 10', teamId: 'T1' }),
      irmIntegration({ name: 'payments 9', type: 'webhook' }),
      irmIntegration({ name: 'Infra', teamId: 'T1' }),
    ],
    []
  );
  const all = { text: '', type: undefined, teamId: undefined };
  expect(names(searchCandidates(list, all))).toEqual(['Infra', 'payments 9', 'Payments 10']);
  expect(names(searchCandidates(list, { ...all, text: 'WEBHOOK pay' }))).toEqual(['payments 9']);
  expect(names(searchCandidates(list, { ...all, type: 'alertmanager' }))).toEqual(['Infra', 'Payments 10']);
  expect(names(searchCandidates(list, { ...all, teamId: 'T1' }))).toEqual(['Infra', 'Payments 10']);
  expect(names(searchCandidates(list, { ...all, teamId: null }))).toEqual(['payments 9']);
});

const ours = WEBHOOK_TEMPLATES;
test.each([
  ['alertmanager', undefined, undefined, 'fine'],
  ['webhook', undefined, undefined, 'unset'],
  ['webhook', '', ours.resolveSignal, 'unset'],
  ['webhook', ours.groupingKey, ours.resolveSignal, 'fine'],
  ['webhook', '{{payload.groupKey or  payload.alert_uid}}', ours.resolveSignal.replaceAll("'", '"'), 'fine'],
  ['webhook', '{{payload.groupKey}}', '{{ payload.status == "resolved" }}', 'earlier'],
  ['webhook', ours.groupingKey, "{{ payload.status == 'resolved' }}", 'earlier'],
  ['webhook', '{{ payload.groupKey }}', undefined, 'unset'],
  ['webhook', '{{ payload.host }}', undefined, 'own'],
])('templates of type %s (%s, %s) are %s', (type, groupingKey, resolveSignal, state) => {
  expect(templateState({ type, templates: { groupingKey, resolveSignal } })).toBe(state);
});
