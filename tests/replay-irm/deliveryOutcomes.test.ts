import { irmRecording, irmSteps } from '../support/irmRecordings';
import { freshIrm, type GroupSeen } from './client';

/** What a delivery had become, as recorded: the alert groups of its integration, newest first. */
type Outcome = GroupSeen[] | { groups: GroupSeen[] };

const outcomes = irmRecording<Record<string, Outcome>>('09-delivery-outcomes');
const steps = ['06-alertmanager-delivery', '08-other-types-delivery'].flatMap(irmSteps);

function expected(name: string): GroupSeen[] {
  const outcome = outcomes[name];
  if (!outcome) {
    throw new Error(`Not recorded: ${name}`);
  }
  const groups = 'groups' in outcome ? outcome.groups : outcome;
  return groups.map(({ state, alerts_count, title }) => ({ state, alerts_count, title }));
}

function payloadOf(label: string): unknown {
  const step = steps.find((each) => each.label === label);
  if (!step) {
    throw new Error(`Not recorded: ${label}`);
  }
  return step.request.body;
}

/** Sends recorded payloads one after the other and looks at the alert groups after each. */
const stories: Record<string, Array<[label: string, outcome: string]>> = {
  alertmanager: [
    ['POST firing', 'am_firing'],
    ['POST the same again (repeat)', 'am_repeat'],
    ['POST other groupKey', 'am_other_groupKey'],
    ['POST resolved', 'am_resolved'],
    ['POST firing again after resolve', 'am_refire'],
    ['POST resolved for a groupKey never seen', 'am_resolved_unknown'],
  ],
  webhook: [
    ['webhook POST firing', 'webhook_firing'],
    ['webhook POST the same again', 'webhook_repeat'],
    ['webhook POST resolved', 'webhook_resolved'],
  ],
  formatted_webhook: [
    ['formatted_webhook POST firing', 'formatted_webhook_firing'],
    ['formatted_webhook POST the same again', 'formatted_webhook_repeat'],
    ['formatted_webhook POST resolved', 'formatted_webhook_resolved'],
  ],
  grafana: [
    ['type grafana POST (2 alerts)', 'grafana_two_alerts'],
    ['type grafana POST resolved (2)', 'grafana_two_resolved'],
  ],
};

test.each(Object.entries(stories))('deliveries to type %s become the recorded alert groups', async (type, story) => {
  const { clock, create, send, groupsOf } = freshIrm();
  const { id, endpoint } = create(type);
  for (const [label, outcome] of story) {
    await send(endpoint, 'POST', payloadOf(label));
    expect([outcome, await groupsOf(id)]).toEqual([outcome, expected(outcome)]);
    await clock.advance(500);
  }
});

test('payloads without a groupKey never share an alert group', async () => {
  const { create, send, groupsOf } = freshIrm();
  const { id, endpoint } = create('alertmanager');
  for (const [label] of stories.alertmanager ?? []) {
    await send(endpoint, 'POST', payloadOf(label));
  }
  const odd = [
    'POST minimal {status:firing,groupKey}',
    'POST no groupKey',
    'POST no groupKey again',
    'POST empty object',
  ];
  for (const label of odd) {
    await send(endpoint, 'POST', payloadOf(label));
  }
  expect(await groupsOf(id)).toEqual(expected('am_minimal_and_no_groupKey'));
});

test('two template lines make a webhook integration group by groupKey and resolve', async () => {
  const { create, send, groupsOf } = freshIrm();
  const { id, endpoint } = create('webhook');
  const templates = {
    grouping_key: '{{ payload.groupKey }}',
    resolve_signal: "{{ payload.status == 'resolved' }}",
    web: { title: '{{ payload.title }}' },
  };
  await send(`/api/v1/integrations/${id}/`, 'PUT', { templates });
  await send(endpoint, 'POST', payloadOf('webhook templated POST firing'));
  expect(await groupsOf(id)).toEqual(expected('webhook_templated_firing'));
  await send(endpoint, 'POST', payloadOf('webhook templated POST resolved'));
  expect(await groupsOf(id)).toEqual(expected('webhook_templated_resolved'));
});

test('180 deliveries of 60 alert groups over three integrations all arrive', async () => {
  const { create, send } = freshIrm();
  const integrations = [create('alertmanager'), create('alertmanager'), create('alertmanager')];
  const sends = integrations.flatMap(({ endpoint }) =>
    Array.from({ length: 60 }, (_, n) => send(endpoint, 'POST', { status: 'firing', groupKey: `k${n}`, alerts: [] }))
  );
  const statuses = (await Promise.all(sends)).map(({ status }) => status);
  expect(statuses).toEqual(Array(180).fill(200));
  for (const { id } of integrations) {
    const { count } = (await (await send(`/api/v1/alert_groups/?integration_id=${id}`)).json()) as { count: number };
    expect(count).toBe(60);
  }
});
