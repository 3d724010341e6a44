import { firing, testIrm } from './testIrm';

const restarted = (irm: ReturnType<typeof testIrm>) =>
  testIrm({ saved: JSON.parse(JSON.stringify(irm.irm.snapshot())) as unknown });

test('silences, chains and faults outlive a restart', async () => {
  const first = testIrm();
  const { id, endpoint } = first.create();
  await first.send(endpoint, 'POST', firing());
  const [group] = await first.ui(`/integrations/${id}/alert-groups`);
  await first.ui(`/alert-groups/${group.id}/silence`, 'POST', { seconds: 60 });
  await first.ui(`/integrations/${id}`, 'PATCH', { escalationChain: 'Payments on call' });
  await first.ui(`/integrations/${id}/fault`, 'PUT', { kind: 'late', seconds: 5 });
  await first.ui('/fault', 'PUT', { kind: 'throttled', seconds: 7 });

  const second = restarted(first);
  expect(await second.ui('/fault')).toEqual({ kind: 'throttled', seconds: 7 });
  expect(await second.ui(`/integrations/${id}`)).toMatchObject({
    escalationChain: 'Payments on call',
    fault: { kind: 'late', seconds: 5 },
    groups: [{ state: 'silenced' }],
  });
  await second.clock.advance(60_000);
  expect(await second.ui(`/integrations/${id}`)).toMatchObject({ groups: [{ state: 'firing' }] });
});

/** As files were before there were silences, maintenance and faults of IRM. */
const older = {
  version: 1,
  integrations: [
    {
      id: 'COLDINTEGRAT1',
      token: 'oldOldOldOldOldOldOldOld1',
      type: 'alertmanager',
      name: 'old',
      description: null,
      teamId: null,
      createdAt: 1,
      routeId: 'ROLDROUTEOLD1',
      escalationChainId: 'FSANDBOXESC01',
      templates: { groupingKey: null, resolveSignal: null, webTitle: null },
      heartbeat: { id: 'BOLDHEARTBEA1', timeoutSeconds: 600, lastBeatAt: null, alerted: false },
      fault: { kind: 'slow', seconds: 3 },
    },
  ],
  alertGroups: [
    {
      id: 'IOLDGROUPOLD1',
      integrationId: 'COLDINTEGRAT1',
      teamId: null,
      routeId: 'ROLDROUTEOLD1',
      distinction: 'k',
      state: 'acknowledged',
      title: 'old',
      alertsCount: 1,
      createdAt: 2,
      resolvedAt: null,
      resolvedBy: null,
      acknowledgedAt: 3,
      acknowledgedBy: 'USANDBOXADM01',
      lastAlert: { id: 'AOLDALERTOLD1', alertGroupId: 'IOLDGROUPOLD1', createdAt: 2, payload: {} },
    },
  ],
  alerts: [],
};

test('older files still load', async () => {
  const { api, ui } = testIrm({ saved: older });
  expect((await api('/integrations/')).body.results).toMatchObject([{ name: 'old', maintenance_mode: null }]);
  expect((await api('/alert_groups/')).body.results).toMatchObject([{ state: 'acknowledged', silenced_at: null }]);
  expect(await ui('/fault')).toEqual({ kind: 'none' });
});
