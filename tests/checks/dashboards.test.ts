import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pluginJson from '../../src/plugin.json';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Dashboard {
  uid: string;
  title: string;
  revision: number;
  templating: { list: Array<{ name: string; type: string; definition?: string }> };
  panels: Array<{
    id: number;
    title: string;
    datasource: { uid: string };
    targets: Array<{ expr: string; datasource: { uid: string } }>;
  }>;
}

/** What Grafana tells of itself at `/metrics`, with the labels by which it can be chosen (read in public source). */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  grafana_alerting_notifications_total: ['org', 'integration'],
  grafana_alerting_notifications_failed_total: ['org', 'integration'],
  grafana_alerting_notification_latency_seconds_bucket: ['le'],
  grafana_alerting_rule_evaluations_total: ['org'],
  grafana_alerting_rule_evaluation_failures_total: ['org'],
};

const FOLDER = 'src/dashboards';
const files = readdirSync(path.join(root, FOLDER));
const dashboards = files.map((file) => JSON.parse(read(`${FOLDER}/${file}`)) as Dashboard);
const metricsOf = (text: string) => text.match(/grafana_\w+/g) ?? [];

test('plugin.json names each dashboard, and nothing else as one', () => {
  const included = pluginJson.includes.filter(({ type }) => type === 'dashboard');
  expect(included.map((include) => include.path)).toEqual(files.map((file) => `dashboards/${file}`));
  expect(included.map(({ name }) => name)).toEqual(dashboards.map(({ title }) => title));
  expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(files.length);
});

test('a dashboard is imported by who wants it: Grafana brings in by itself what has a revision', () => {
  expect(dashboards.map(({ revision }) => revision)).toEqual([0]);
});

describe.each(dashboards)('the dashboard $title', ({ panels, templating }) => {
  const variables = templating.list.map(({ name }) => name);

  it('asks the chosen data source for metrics that Grafana has, by labels that they carry', () => {
    for (const { title, datasource, targets } of panels) {
      expect([title, targets.length > 0]).toEqual([title, true]);
      expect(
        [datasource, ...targets.map((target) => target.datasource)].every(({ uid }) => uid === '${datasource}')
      ).toBe(true);
      for (const { expr } of targets) {
        expect([title, metricsOf(expr).length > 0]).toEqual([title, true]);
        for (const [, metric = '', label] of expr.matchAll(/(grafana_\w+)(?:\{(\w+))?/g)) {
          expect(Object.keys(METRICS)).toContain(metric);
          expect(METRICS[metric]).toEqual(label === undefined ? expect.anything() : expect.arrayContaining([label]));
        }
      }
    }
  });

  it('uses no variable that is not there, and has none in vain', () => {
    const used = [...JSON.stringify(panels).matchAll(/\$\{?(\w+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('__'));
    expect([...new Set(used)].sort()).toEqual([...variables].sort());
    expect(metricsOf(templating.list.map(({ definition }) => definition ?? '').join())).toEqual([
      'grafana_alerting_notifications_total',
    ]);
  });

  it('numbers its panels once each', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});

test('the alert rule to take over asks for the same metrics, and has no variable that Grafana would fill in', () => {
  const example = read('provisioning-examples/notifications-fail.yaml');
  const metrics = metricsOf(example);
  expect(metrics.length).toBeGreaterThan(0);
  expect(metrics.filter((metric) => !METRICS[metric])).toEqual([]);
  expect(example).not.toContain('$');
});
