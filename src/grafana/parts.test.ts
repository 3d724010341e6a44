import { fetchTransport } from '../../tests/support/fetchTransport';
import { findAllRules } from '../connection/port/findAllRules';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { createGrafanaClient } from './grafanaClient';
import { listRuleObjects } from './rules';

/** A list that never ends fails here in place of asking for ever. */
const MOST = 20;

const FOLDERS = Array.from({ length: 1000 }, (_, index) => ({ uid: `f${index}`, title: `Folder ${index}` }));

/** Grafana behind something that answers the same whatever stands after the question mark. */
function cached() {
  const asked: string[] = [];
  const transport = fetchTransport({
    baseUrl: 'http://grafana.example',
    fetch: ({ url }) => {
      asked.push(url);
      if (asked.length > MOST) {
        throw new Error('asked without an end');
      }
      const { pathname } = new URL(url);
      if (pathname.endsWith('/search')) {
        return Response.json(FOLDERS);
      }
      return Response.json(
        pathname.endsWith('/alertrules')
          ? { metadata: { continue: 'more' }, items: [] }
          : { data: { groups: [], groupNextToken: 'more' } }
      );
    },
  });
  return { asked, transport, client: createGrafanaClient(transport) };
}

const READS: ReadonlyArray<[string, (client: GrafanaPort) => Promise<unknown>]> = [
  ['all rules', (client) => findAllRules(client, {})],
  ['rules of a contact point', (client) => client.locateRules(['Team'])],
  ['folders', (client) => client.listFolders()],
];

describe('a list of which each part leads to itself is not read for ever', () => {
  test.each(READS)('%s', async (_, read) => {
    const { client, asked } = cached();
    expect(await read(client)).toMatchObject({ ok: false, error: { reason: 'unexpected' } });
    expect(asked).toHaveLength(2);
  });

  test('rules as objects', async () => {
    const { transport, asked } = cached();
    expect(await listRuleObjects(transport, 'default', 'team')).toMatchObject({
      ok: false,
      error: { reason: 'unexpected' },
    });
    expect(asked).toHaveLength(2);
  });
});
