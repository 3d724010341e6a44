import { ROOT_URL, testGrafana } from '../../sandbox/grafana/testGrafana';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { createGrafanaClient } from './grafanaClient';

const RULER = '/api/ruler/grafana/api/v1/rules/team';
const QUERY = { refId: 'A', datasourceUid: '__expr__', model: { refId: 'A', type: 'math', expression: '1 > 0' } };
const rule = (title: string) => ({ grafana_alert: { title, condition: 'A', data: [QUERY] } });

/** A Grafana behind a gateway that decodes slashes in addresses, so that no route of Grafana's matches any longer. */
async function behindGateway(version: '12.4.0' | '13.2.1') {
  const { grafana, as } = testGrafana({ version });
  const admin = as('admin');
  await admin('POST', '/api/folders', { uid: 'team', title: 'Team' });
  const asked: string[] = [];
  const transport = fetchTransport({
    baseUrl: ROOT_URL,
    credentials: 'admin:admin',
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      return pathname.includes('%2F')
        ? Promise.resolve(Response.json({ message: 'Not found' }, { status: 404 }))
        : grafana.fetch(request);
    },
  });
  return { admin, asked, client: createGrafanaClient(transport) };
}

it.each(['EU/Frankfurt', '/', 'back\\slash', '..', '.'])(
  'reads the rule group “%s”, whose name no address carries',
  async (group) => {
    const { admin, client } = await behindGateway('12.4.0');
    await admin('POST', RULER, { name: group, interval: '10s', rules: [rule('One'), rule('Two')] });
    await admin('POST', RULER, { name: 'others', interval: '10s', rules: [rule('Three')] });
    expect(await client.readRuleGroup('team', group)).toMatchObject({
      ok: true,
      value: {
        state: 'present',
        rules: [
          { title: 'One', group },
          { title: 'Two', group },
        ],
        otherRules: [],
      },
    });
  }
);

it('tells a group that is gone, whatever its name is', async () => {
  const { client } = await behindGateway('12.4.0');
  for (const group of ['EU/Frankfurt', 'EU']) {
    expect(await client.readRuleGroup('team', group)).toMatchObject({ ok: true, value: { rules: [] } });
  }
});

it('stays with the ruler API, which such a name says nothing of (13)', async () => {
  const { admin, asked, client } = await behindGateway('13.2.1');
  await admin('POST', RULER, { name: 'EU/Frankfurt', interval: '10s', rules: [rule('One')] });
  await client.readRuleGroup('team', 'EU/Frankfurt');
  await client.readFolderRules('team');
  expect(asked.filter((one) => one.includes('/apis/rules'))).toEqual([]);
});
