import { readConfiguration } from './configuration';
import { testGrafana } from '../testGrafana';

const FOLDER = 'irm-heartbeats';
const RULER = `/api/ruler/grafana/api/v1/rules/${FOLDER}`;

const rule = {
  grafana_alert: {
    title: 'Heartbeat',
    condition: 'A',
    data: [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0', refId: 'A' } }],
    no_data_state: 'OK',
    exec_err_state: 'OK',
  },
  for: '0s',
};

async function withRule(env: Record<string, string>, interval = '10s') {
  const on = testGrafana({ configuration: readConfiguration(env) });
  const editor = on.as('editor');
  await editor('POST', '/api/folders', { uid: FOLDER, title: 'IRM heartbeats' });
  const saved = await editor('POST', RULER, { name: 'beats', interval, rules: [rule] });
  const evaluatedAt = async () => {
    const { body } = await editor('GET', `/api/prometheus/grafana/api/v1/rules?folder_uid=${FOLDER}`);
    const text = /"lastEvaluation":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? '';
    return text.startsWith('0001') ? undefined : Date.parse(text);
  };
  return { ...on, editor, saved, evaluatedAt };
}

it('stores a group as given and evaluates it no more often than the least interval', async () => {
  const { clock, editor, saved, evaluatedAt } = await withRule({ GF_UNIFIED_ALERTING_MIN_INTERVAL: '5m' });
  expect(saved.status).toBe(202);
  expect((await editor('GET', `${RULER}/beats`)).body).toMatchObject({ interval: '10s' });

  const seen = new Set<number>();
  for (let minute = 0; minute < 20; minute += 1) {
    await clock.advance(60_000);
    seen.add((await evaluatedAt()) ?? 0);
  }
  const times = [...seen].filter(Boolean);
  expect(times).toHaveLength(4);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(300_000);
});

it('says in the frontend settings what the least interval is, and that there is alerting', async () => {
  const { editor } = await withRule({ GF_UNIFIED_ALERTING_MIN_INTERVAL: '1m' });
  expect((await editor('GET', '/api/frontend/settings')).body).toMatchObject({
    unifiedAlertingEnabled: true,
    unifiedAlerting: { minInterval: '1m' },
  });
});

it('refuses an interval that is no multiple of another tick', async () => {
  const env = {
    GF_FEATURE_TOGGLES_ENABLE: 'configurableSchedulerTick',
    GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL: '1m',
  };
  const { saved, editor } = await withRule(env);
  expect(saved).toMatchObject({
    status: 400,
    body: {
      message:
        'rule evaluation interval (10 second) should be positive number that is multiple of the base interval of 60 seconds',
    },
  });
  expect((await editor('GET', '/api/frontend/settings')).body).toMatchObject({
    featureToggles: { configurableSchedulerTick: true },
    unifiedAlerting: { minInterval: '1m' },
  });
});

it('evaluates nothing where it is told not to', async () => {
  const { clock, evaluatedAt } = await withRule({ GF_UNIFIED_ALERTING_EXECUTE_ALERTS: 'false' });
  await clock.advance(600_000);
  expect(await evaluatedAt()).toBeUndefined();
});
