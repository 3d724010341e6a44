/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, screen } from '@testing-library/react';
import { firingRule } from '../../tests/support/firingRule';
import { stage } from './testing/stage';

const CONNECTIONS = 30;
const FOREIGN_RULES = 1000;

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** What the plugin asks of Grafana while something happens. */
async function askedDuring(happening: () => Promise<unknown>): Promise<string[]> {
  const before = on.world.asked.length;
  await happening();
  return on.world.asked.slice(before);
}

const FIVE = [
  'GET /api/alertmanager/grafana/api/v2/alerts',
  'GET /api/alertmanager/grafana/config/api/v1/receivers',
  'GET /api/prometheus/grafana/api/v1/rules',
  'GET /api/ruler/grafana/api/v1/rules/irm-heartbeats',
  'GET /api/v1/provisioning/contact-points',
];

/** Where alerts are routed is read beside them, once a minute. */
const ROUTING = [
  'GET /api/v1/provisioning/policies',
  'GET /apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers',
];

test('where alerts are routed costs 2 requests a minute, as long as somebody looks', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  const routing = (asked: string[]) => asked.filter((one) => ROUTING.includes(one));
  expect(routing(await askedDuring(() => on.pass(55)))).toEqual([]);
  expect(routing(await askedDuring(() => on.pass(10))).sort()).toEqual(ROUTING);
  await on.setHidden(true);
  expect(await askedDuring(() => on.pass(120))).toEqual([]);
});

test('one connection costs 5 requests a refresh, every 10 seconds', async () => {
  await on.connect('Production');
  await on.pass(30);
  expect((await askedDuring(() => on.openStatus('viewer'))).sort()).toEqual([...FIVE, ...ROUTING]);
  expect(await askedDuring(() => on.pass(8))).toEqual([]);
  expect((await askedDuring(() => on.pass(4))).sort()).toEqual(FIVE);
});

test('thirty connections and a thousand rules of others cost no more', async () => {
  for (let number = 0; number < CONNECTIONS; number += 1) {
    await on.connect(`Grafana ${number}`);
  }
  await on.world.call('admin', 'POST', '/api/folders', { uid: 'others', title: 'Others' });
  const rules = Array.from({ length: FOREIGN_RULES }, (_, number) =>
    firingRule(`Rule ${number}`, { labels: { severity: 'none' } })
  );
  const group = { name: 'theirs', interval: '1h', rules };
  expect(await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/others', group)).toBe(202);
  await on.pass(20);
  expect((await askedDuring(() => on.openStatus('viewer'))).sort()).toEqual([...FIVE, ...ROUTING]);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', String(CONNECTIONS + 1));
  // Of a long list only what is near is drawn.
  expect(screen.getAllByRole('cell', { name: 'Up' })).toHaveLength(screen.getAllByRole('rowheader').length);
  expect((await askedDuring(() => on.pass(10))).sort()).toEqual(FIVE);
});

test('a hidden page asks nothing, and asks at once when it is seen again', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  await on.setHidden(true);
  expect(await askedDuring(() => on.pass(120))).toEqual([]);
  expect((await askedDuring(() => on.setHidden(false))).sort()).toEqual([...FIVE, ...ROUTING]);
  expect((await askedDuring(() => on.pass(10))).sort()).toEqual(FIVE);
});

test('a page opened in a hidden tab waits until somebody looks', async () => {
  await on.connect('Production');
  await on.setHidden(true);
  expect(await askedDuring(() => on.openStatus('viewer'))).toEqual([]);
  expect((await askedDuring(() => on.setHidden(false))).sort()).toEqual(expect.arrayContaining(FIVE));
});

test('turning to a window that was in view all the time reads once', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  await on.pass(4);
  const focus = async () => {
    act(() => void window.dispatchEvent(new Event('focus')));
    await on.settle();
  };
  expect((await askedDuring(focus)).sort()).toEqual(FIVE);
  expect(await askedDuring(focus)).toEqual([]);
});

test('where alerts are sent is only asked when a beat is missing, and not with every refresh', async () => {
  await on.connect('Lost', { url: 'https://gone.example.net/integrations/v1/alertmanager/T0ken/' });
  await on.pass(30);
  const asked = await askedDuring(async () => {
    await on.openStatus('viewer');
    await on.pass(60);
  });
  expect(asked.filter((one) => one === 'GET /api/v1/ngalert')).toHaveLength(1);
});

test('a beat that was seen is remembered when Grafana forgets it', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  expect(screen.getByText('Up')).toBeVisible();
  on.world.restartGrafana('graceful');
  await on.pass(10);
  expect(screen.getByText('Up')).toBeVisible();
  expect(screen.getByText('Last heartbeat').parentElement).not.toHaveTextContent('None seen');
});
