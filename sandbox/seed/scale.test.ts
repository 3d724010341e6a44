import { fakeClock } from '../clock';
import { createGrafana } from '../grafana/standIn';
import { createIrm } from '../irm/standIn';
import { deliveriesOf, readScale, sow } from './scale';

const IRM = 'http://irm.example.net';

test('as many connections, rules and contact points as asked for, and every heartbeat is sent and taken in', async () => {
  const scale = readScale('{"connections":40,"rules":200,"contactPoints":50}');
  if (!scale) {
    throw new Error('cannot be read');
  }
  const clock = fakeClock(Date.parse('2026-11-22T08:00:00Z'));
  const irm = createIrm({ clock, baseUrl: IRM, deliveriesOfOrganization: deliveriesOf(scale) });
  const sent: Array<Promise<Response>> = [];
  const send: typeof fetch = (input, init) => {
    const answer = irm.fetch(new Request(input, init));
    sent.push(answer);
    return answer;
  };
  const grafana = createGrafana({ clock, rootUrl: 'http://grafana.example.net', send });
  sow(grafana, irm, IRM, scale);
  await clock.advance(130_000);
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(statuses.every((status) => status === 200)).toBe(true);
  expect(statuses.length).toBeGreaterThanOrEqual(80);
  grafana.stop();
  irm.stop();
});

test.each(['', '{}x', '{"connections":-1}', '{"connection":1}'])('%s is no seed', (text) => {
  expect(readScale(text)).toBeUndefined();
});
