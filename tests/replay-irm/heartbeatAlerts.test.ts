import { irmStep } from '../support/irmRecordings';
import { baseUrl, freshIrm } from './client';
import { differences } from './compare';
import { Names } from './names';

/** The recorded alert groups of an integration of this type, newest first. */
function recorded(moment: string, type: string): unknown {
  const { response } = irmStep('18-heartbeat-alerts', `${moment}: alert groups of ${type}`);
  const text = JSON.stringify(response.body);
  return JSON.parse(text.replaceAll('{GRAFANA}', 'http://localhost:3000').replaceAll('{IRM}', baseUrl));
}

const ourTemplates = {
  groupingKey: '{{ payload.groupKey }}',
  resolveSignal: "{{ payload.status == 'resolved' }}",
};

test.each([
  ['alertmanager', 'alertmanager', {}],
  ['webhook', 'webhook', {}],
  ['formatted_webhook', 'formatted_webhook', {}],
  ['grafana', 'grafana', {}],
  ['elastalert', 'elastalert', {}],
  ['zabbix', 'zabbix', {}],
  // Templates for Grafana's payload alone: what is restored stays open beside what is lost.
  ['webhook+templates', 'webhook', ourTemplates],
])('%s: lost, restored, lost again', async (name, type, templates) => {
  const { irm, clock, send, heartbeat } = freshIrm();
  // Times are those of the even minutes here; there the check was run by hand.
  const how = { names: new Names(), toleranceMs: Infinity };
  const integration = irm.createIntegration({ type, name, templates });
  const beat = () => send(`/integrations/v1/${type}/${integration.token}/heartbeat/`, 'POST');
  const groups = async () => (await send(`/api/v1/alert_groups/?integration_id=${integration.id}`)).json();
  await heartbeat(integration.heartbeat?.id ?? '', 'PATCH', { timeout_seconds: 60 });

  await beat();
  await clock.advance(120_000);
  expect(differences(recorded('lost', name), await groups(), how)).toEqual([]);

  await clock.advance(115_000);
  await beat();
  await clock.advance(5000);
  expect(differences(recorded('restored', name), await groups(), how)).toEqual([]);

  await clock.advance(120_000);
  expect(differences(recorded('lost a second time', name), await groups(), how)).toEqual([]);
  irm.stop();
});

test('templates that also know the payload of a heartbeat keep one alert group per outage', async () => {
  const { irm, clock, send, heartbeat, groupsOf } = freshIrm();
  const { id, token, ...rest } = irm.createIntegration({
    type: 'webhook',
    name: 'both',
    templates: {
      groupingKey: '{{ payload.groupKey or payload.alert_uid }}',
      resolveSignal: "{{ payload.status == 'resolved' or payload.state == 'ok' }}",
    },
  });
  await heartbeat(rest.heartbeat?.id ?? '', 'PATCH', { timeout_seconds: 60 });
  await send(`/integrations/v1/webhook/${token}/heartbeat/`, 'POST');
  await clock.advance(235_000);
  await send(`/integrations/v1/webhook/${token}/heartbeat/`, 'POST');
  await clock.advance(5000);
  expect(await groupsOf(id)).toEqual([{ state: 'resolved', alerts_count: 2, title: 'Incident' }]);
  irm.stop();
});
