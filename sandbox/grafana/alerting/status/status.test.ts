import { testGrafana } from '../../testGrafana';

const ALERTS = '/api/alertmanager/grafana/api/v2/alerts';

test.each([ALERTS, `${ALERTS}/groups`])('%s refuses a pattern for contact points that cannot be read', async (path) => {
  const editor = testGrafana().as('editor');
  expect((await editor('GET', `${path}?receiver=${encodeURIComponent('a(')}`)).status).toBe(400);
  expect((await editor('GET', `${path}?receiver=${encodeURIComponent('a|b')}`)).status).toBe(200);
});

test('the state history is that of one rule', async () => {
  const editor = testGrafana().as('editor');
  expect((await editor('GET', '/api/v1/rules/history')).status).toBe(500);
  expect((await editor('GET', '/api/v1/rules/history?ruleUID=none')).status).toBe(200);
});
