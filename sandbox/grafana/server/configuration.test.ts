import { DEFAULT_CONFIGURATION, readConfiguration } from './configuration';

const TICK = { GF_FEATURE_TOGGLES_ENABLE: 'someOther, configurableSchedulerTick' };

it('is Grafana’s own where nothing is set', () => {
  expect(readConfiguration({ PORT: '3000', GF_PATHS_DATA: '/data', GF_SERVER_ROOT_URL: '' })).toEqual(
    DEFAULT_CONFIGURATION
  );
});

it('takes what a real Grafana takes, under the same names', () => {
  const configuration = readConfiguration({
    GF_UNIFIED_ALERTING_ENABLED: 'false',
    GF_UNIFIED_ALERTING_DISABLED_ORGS: '1, 3',
    GF_UNIFIED_ALERTING_MIN_INTERVAL: '5m',
    GF_UNIFIED_ALERTING_EXECUTE_ALERTS: 'off',
    GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED: '0',
    GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND: 'loki',
    GF_UNIFIED_ALERTING_ALLOWED_INTEGRATIONS: 'email,slack',
    GF_SERVER_ROOT_URL: 'http://localhost:3000/grafana/',
    GF_SERVER_SERVE_FROM_SUB_PATH: 'True',
    GF_AUTH_ANONYMOUS_ENABLED: 'yes',
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Editor',
    GF_SECURITY_CONTENT_SECURITY_POLICY: 'true',
    GF_QUOTA_ENABLED: 'true',
    GF_QUOTA_ORG_ALERT_RULE: '2',
  });

  expect(configuration).toEqual({
    unifiedAlerting: {
      isEnabled: false,
      disabledOrgs: [1, 3],
      minIntervalSeconds: 300,
      tickSeconds: 10,
      executesRules: false,
      keepsStateHistory: false,
      stateHistoryBackend: 'loki',
      allowedIntegrations: ['email', 'slack'],
    },
    rootUrl: 'http://localhost:3000/grafana',
    servesFromSubPath: true,
    anonymous: { isEnabled: true, role: 'Editor' },
    contentSecurityPolicy: true,
    alertRulesPerOrganisation: 2,
    toggles: [],
  });
});

it('has another tick only with its feature toggle, and then no shorter interval than that', () => {
  const tick = { GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL: '1m' };
  expect(readConfiguration(tick).unifiedAlerting).toMatchObject({ tickSeconds: 10, minIntervalSeconds: 10 });
  expect(readConfiguration({ ...tick, ...TICK }).unifiedAlerting).toMatchObject({
    tickSeconds: 60,
    minIntervalSeconds: 60,
  });
});

it.each([
  [{ GF_QUOTA_ORG_ALERT_RULE: '2' }, undefined],
  [{ GF_QUOTA_ENABLED: 'true' }, 100],
  [{ GF_QUOTA_ENABLED: 'true', GF_QUOTA_ORG_ALERT_RULE: '-1' }, undefined],
])('limits rules with %j to %s', (env, limit) => {
  expect(readConfiguration(env).alertRulesPerOrganisation).toBe(limit);
});

it.each([
  [
    { GF_UNIFIED_ALERTING_MIN_INTERVALL: '5m' },
    'GF_UNIFIED_ALERTING_MIN_INTERVALL is not a setting that the sandbox goes by; --help lists those it does.',
  ],
  [
    { GF_UNIFIED_ALERTING_MIN_INTERVAL: 'five' },
    'GF_UNIFIED_ALERTING_MIN_INTERVAL is "five"; it must be a duration in whole seconds, such as 10s or 5m.',
  ],
  [
    { GF_UNIFIED_ALERTING_MIN_INTERVAL: '15s' },
    'GF_UNIFIED_ALERTING_MIN_INTERVAL is "15s"; it must be a multiple of the scheduler\'s tick of 10s.',
  ],
  [
    { ...TICK, GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL: '0s' },
    'GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL is "0s"; it must be at least one second.',
  ],
  [{ GF_UNIFIED_ALERTING_ENABLED: 'maybe' }, 'GF_UNIFIED_ALERTING_ENABLED is "maybe"; it must be true or false.'],
  [
    { GF_UNIFIED_ALERTING_DISABLED_ORGS: 'Main Org.' },
    'GF_UNIFIED_ALERTING_DISABLED_ORGS is "Main Org."; it must be ids of organisations, such as 1,2.',
  ],
  [
    { GF_SERVER_ROOT_URL: 'localhost/grafana' },
    'GF_SERVER_ROOT_URL is "localhost/grafana"; it must be an address such as http://localhost:3000/grafana/.',
  ],
  [
    { GF_AUTH_ANONYMOUS_ORG_ROLE: 'Guest' },
    'GF_AUTH_ANONYMOUS_ORG_ROLE is "Guest"; it must be one of Viewer, Editor, Admin.',
  ],
  [
    { GF_QUOTA_ENABLED: 'true', GF_QUOTA_ORG_ALERT_RULE: 'few' },
    'GF_QUOTA_ORG_ALERT_RULE is "few"; it must be a whole number.',
  ],
])('says in one sentence what is wrong with %j', (env, sentence) => {
  expect(() => readConfiguration(env)).toThrow(sentence);
});
