import { Hono } from 'hono';

import { opensBy } from '../../access';
import type { GrafanaEnv, GrafanaVersion } from '../../context';
import { asObject, asText, jsonBody, type JsonObject } from '../../requestBody';
import { keepingSecrets, withStoredSecrets } from '../secrets';
import type { ReceiverStore } from '../store';
import { missingSetting, unknownType } from '../validate';
import { runTest, type TestDeps } from './runTest';
import { testAlert } from './testAlert';

const DEFAULT_TIMEOUT_S = 15;
const MAX_TIMEOUT_S = 30;

const TEST: Record<GrafanaVersion, string> = {
  '12.3.0': 'any of alert.notifications:write, alert.notifications.receivers:test',
  '12.4.0':
    'any of any of alert.notifications:write, alert.notifications.receivers:test, all of alert.notifications.receivers.test:create, any of alert.notifications:read, alert.notifications.receivers:read, any of alert.notifications.receivers.secrets:read, any of alert.notifications:write, alert.notifications.receivers:write, any of alert.notifications.receivers:test, alert.notifications:write, all of alert.notifications.receivers:create, alert.notifications.receivers.test:create',
  '13.2.1': 'alert.notifications.receivers.test:create',
};

/** From 12.4 on rights on the newer tests open it, too; of a stored one the object is not looked at here. */
function waysOf(version: GrafanaVersion) {
  const general = [['alert.notifications:write'], ['alert.notifications.receivers:test']];
  const create = 'alert.notifications.receivers.test:create';
  const stored = [create, 'alert.notifications.receivers:read', 'alert.notifications.receivers:write'];
  const unsaved = [create, 'alert.notifications.receivers:create'];
  return version === '12.3.0' ? general : [...general, stored, unsaved];
}

interface ConfigResult {
  name: string;
  uid: string;
  status: 'ok' | 'failed';
  error?: string;
}

interface Outcome {
  receiver: string;
  result: ConfigResult;
}

/** `POST /api/alertmanager/grafana/config/api/v1/receivers/test`, which went away with 13. */
export function alertmanagerTestRoutes(deps: TestDeps & { store: ReceiverStore }): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  if (deps.version === '13.2.1') {
    return routes.post('/', (c) => c.json({ message: 'This API endpoint has been removed' }, 410));
  }
  routes.post('/', opensBy(waysOf(deps.version), TEST[deps.version]), async (c) => {
    const body = await jsonBody(c);
    if (!body) {
      return c.json({ message: 'bad request data' }, 400);
    }
    const receivers = objects(body.receivers);
    if (receivers.length === 0) {
      return c.json({}, 400);
    }
    const seconds = Number(c.req.header('Request-Timeout') ?? DEFAULT_TIMEOUT_S);
    if (!(seconds > 0 && seconds <= MAX_TIMEOUT_S)) {
      return c.json({ message: `timeout must be at most ${MAX_TIMEOUT_S} seconds` }, 400);
    }
    const notifiedAt = new Date(deps.clock.now()).toISOString();
    const alert = testAlert(deps.version, body.alert);
    const tests = receivers.flatMap((receiver) =>
      objects(receiver.grafana_managed_receiver_configs).map((config) => ({ name: asText(receiver.name), config }))
    );
    const outcomes = await Promise.all(
      tests.map(({ name, config }) => testConfig(deps, name, config, alert, seconds * 1000))
    );
    const status = statusOf(outcomes.map(({ result }) => result));
    return c.json({ alert, receivers: grouped(receivers, outcomes), notified_at: notifiedAt }, status);
  });
  return routes;
}

async function testConfig(
  deps: TestDeps & { store: ReceiverStore },
  receiver: string,
  config: JsonObject,
  alert: ReturnType<typeof testAlert>,
  timeoutMs: number
): Promise<Outcome> {
  const [name, uid, type] = [asText(config.name), asText(config.uid), asText(config.type)];
  const stored = deps.store.integration(uid)?.settings;
  const sent = keepingSecrets(asObject(config.settings), stored);
  // docs/facts.md#testing-a-contact-point: the uid of a saved one brings along what the request leaves out.
  const settings = stored ? withStoredSecrets(sent, stored) : sent;
  const invalid = unknownType(type) ?? missingSetting({ name, uid, type, settings });
  if (invalid) {
    // Grafana lists what it could not even build under a receiver without a name.
    return { receiver: '', result: { name, uid, status: 'failed', error: invalid } };
  }
  const { error } = await runTest(deps, { type, settings, receiver, alert, timeoutMs });
  return { receiver, result: { name, uid, status: error ? 'failed' : 'ok', ...(error ? { error } : {}) } };
}

/** 408 only when every one timed out. */
function statusOf(results: ConfigResult[]): 200 | 207 | 408 {
  if (results.every(({ status }) => status === 'ok')) {
    return 200;
  }
  return results.every(({ error }) => error?.startsWith('the receiver timed out')) ? 408 : 207;
}

function grouped(receivers: JsonObject[], outcomes: Outcome[]) {
  const names = receivers.map(({ name }) => asText(name));
  const shown = outcomes.some(({ receiver }) => receiver === '') ? ['', ...names] : names;
  return [...new Set(shown)].map((name) => ({
    name,
    grafana_managed_receiver_configs: outcomes.filter(({ receiver }) => receiver === name).map(({ result }) => result),
  }));
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}
