import { testIrm } from '../testIrm';

test.each(['', null, 'null'])('%j names no team', async (team_id) => {
  const { api } = testIrm();
  const made = await api('/integrations/', 'POST', { type: 'alertmanager', name: 'Production', team_id });
  expect([made.status, (made.body as { team_id: unknown }).team_id]).toEqual([201, null]);
});

test('an unknown team is refused', async () => {
  const { api } = testIrm();
  const refused = await api('/integrations/', 'POST', { type: 'alertmanager', name: 'Production', team_id: 'TNOPE' });
  expect([refused.status, refused.body]).toEqual([400, { team_id: ['Object does not exist'] }]);
});
