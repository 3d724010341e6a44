import { fakeClock } from '../../sandbox/clock';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { createGrafana } from '../../sandbox/grafana/standIn';
import pluginJson from '../../src/plugin.json';

export const ROOT = 'http://grafana.example.net';
const START = Date.parse('2026-11-22T08:00:00Z');
const CREDENTIALS = { admin: 'admin:admin', editor: 'editor:editorpass' };
const SETTINGS = '/api/plugins/irmconnect-setup-app/settings';

export type Login = keyof typeof CREDENTIALS;

/** One stand-in Grafana on a clock of its own, with nobody behind its contact points but a target that answers 200. */
export function createWorld(version: GrafanaVersion, saved?: unknown) {
  const clock = fakeClock(START);
  const grafana = createGrafana({
    version,
    clock,
    rootUrl: ROOT,
    plugin: pluginJson,
    saved,
    // The plugin's proxy calls Grafana itself.
    send: async (input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith(ROOT) ? grafana.fetch(request) : new Response('{}', { status: 200 });
    },
  });

  /** A call beside the plugin; throws unless it succeeds, because a start that is not as told makes every case wrong. */
  async function call(login: Login, method: string, path: string, body?: object): Promise<unknown> {
    const headers = {
      Authorization: `Basic ${btoa(CREDENTIALS[login])}`,
      'Content-Type': 'application/json',
      'X-Disable-Provenance': 'true',
    };
    const request = new Request(ROOT + path, { method, headers, body: body && JSON.stringify(body) });
    const response = await grafana.fetch(request);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text === '' ? null : JSON.parse(text);
  }

  return {
    version,
    clock,
    grafana,
    call,
    snapshot: () => grafana.snapshot(),
    stop: () => grafana.stop(),
    credentials: (login: Login) => CREDENTIALS[login],
  };
}

export type World = ReturnType<typeof createWorld>;

/** Puts in what belongs to others, and the service account of the plugin's proxy. */
export async function furnish({ call }: World): Promise<void> {
  const point = (uid: string, name: string, type: string, settings: object) =>
    call('admin', 'POST', '/api/v1/provisioning/contact-points', { uid, name, type, settings });
  await point('mail', 'On call', 'email', { addresses: 'a@example.net' });
  await point('hook', 'On call', 'webhook', { url: 'https://hooks.example.net/secret/path' });
  await call('admin', 'POST', '/api/folders', { uid: 'others', title: 'Others' });
  await call('admin', 'POST', '/api/dashboards/db', { dashboard: { title: 'Latency' }, folderUid: 'others' });
  await call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/others', ruleGroup('theirs', 'Disk full', 'On call'));
  const tree = (await call('admin', 'GET', '/api/v1/provisioning/policies')) as { routes?: object[] };
  const routes = [{ receiver: 'On call', object_matchers: [['severity', '=', 'critical']] }];
  await call('admin', 'PUT', '/api/v1/provisioning/policies', { ...tree, routes });
  const account = (await call('admin', 'POST', '/api/serviceaccounts', { name: 'irm', role: 'Editor' })) as {
    id: number;
  };
  const made = (await call('admin', 'POST', `/api/serviceaccounts/${account.id}/tokens`, { name: 't' })) as {
    key: string;
  };
  await call('admin', 'POST', SETTINGS, {
    enabled: true,
    jsonData: { access: 'proxy', grafanaUrl: ROOT, namespace: 'default' },
    secureJsonData: { grafanaToken: made.key },
  });
}

/** A rule of somebody else's, with fields that the plugin does not know. */
export const ruleGroup = (name: string, title: string, receiver: string) => ({
  name,
  interval: '1m',
  rules: [
    {
      for: '5m',
      keep_firing_for: '2m',
      labels: { severity: 'critical' },
      annotations: {},
      grafana_alert: {
        title,
        condition: 'A',
        data: [
          {
            refId: 'A',
            queryType: '',
            relativeTimeRange: { from: 0, to: 0 },
            datasourceUid: '__expr__',
            model: { refId: 'A', type: 'math', expression: '0 > 1' },
          },
        ],
        no_data_state: 'NoData',
        exec_err_state: 'Error',
        notification_settings: { receiver, group_by: ['alertname', 'grafana_folder'] },
      },
    },
  ],
});

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs from run to run: ids and times of Grafana's choice, and who saved last. */
const VOLATILE = new Set([
  'id',
  'guid',
  'version',
  'created',
  'createdBy',
  'updated',
  'updatedBy',
  'updated_by',
  'index',
  'startsAt',
  'updatedAt',
  'editorSettings',
]);

/** Everything that a person can tell Grafana, levelled so that two runs that mean the same are equal. */
export function essenceOf(world: World): string {
  const saved = world.snapshot() as {
    receivers: Array<{ name: string; integrations: Json[] }>;
    policies: unknown;
    alerting: { folders: Json[]; content?: Json; engine: { rules: unknown; alertmanager: { silences?: Json[] } } };
  };
  const { folders, content, engine } = saved.alerting;
  const rules = listOf(engine.rules).map((rule) => ({ ...rule, uid: undefined }));
  const now = world.clock.now();
  const silences = (engine.alertmanager.silences ?? [])
    .filter(({ endsAt }) => Number(endsAt) > now || Date.parse(String(endsAt)) > now)
    .map(({ matchers, comment }) => ({ matchers, comment }));
  return JSON.stringify(
    level({
      contactPoints: sorted(saved.receivers.map(({ name, integrations }) => ({ name, integrations }))),
      policies: saved.policies,
      folders: sorted(folders),
      content,
      rules: sorted(rules),
      silences: sorted(silences),
    }),
    null,
    1
  );
}

/** The store keeps its rules in a list, or in an object that has one. */
function listOf(rules: unknown): Json[] {
  if (Array.isArray(rules)) {
    return rules.filter(isJson);
  }
  const inner = isJson(rules) ? Object.values(rules).find(Array.isArray) : undefined;
  return Array.isArray(inner) ? inner.filter(isJson) : [];
}

const sorted = <T>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (JSON.stringify(level(a)) < JSON.stringify(level(b)) ? -1 : 1));

function level(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(level);
  }
  if (!isJson(value)) {
    return value;
  }
  const kept = Object.entries(value).filter(([name, inner]) => !VOLATILE.has(name) && inner !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, level(inner)]));
}
