import { DEFAULT_CONFIGURATION } from '../server/configuration';
import { fakeClock, type FakeClock } from '../../clock';
import type {
  GrafanaVersion,
  NotificationPolicy,
  NotificationSettings,
  StoredIntegration,
  TimeIntervals,
} from '../context';
import { createEngine, type Engine } from './engine';
import type { DataSource } from './evaluation/queries';
import { EXPRESSION_SOURCE, type RuleQuery, type StoredRule } from './rules/rule';

/** A request that reached the target of the tests, with the clock's time of its arrival. */
export interface Arrival {
  at: number;
  url: string;
  body: { status: string; groupKey: string; alerts: Array<{ status: string; labels: Record<string, string> }> };
}

export interface TestEngine extends Engine {
  clock: FakeClock;
  arrivals: Arrival[];
  contactPoints: StoredIntegration[];
  dataSources: DataSource[];
  muteTimings: ReturnType<TimeIntervals['list']>;
  /** How the target answers from now on. */
  target: { answerMs: number; status: number };
  seconds(): number[];
}

export const START = Date.parse('2026-11-22T04:19:12.300Z');

export function contactPoint(name: string, changes: Partial<StoredIntegration> = {}): StoredIntegration {
  return {
    uid: name,
    name,
    type: 'webhook',
    settings: { url: `http://target.example/${encodeURIComponent(name)}/` },
    disableResolveMessage: false,
    provenance: '',
    ...changes,
  };
}

/** The engine on a fake clock with a target that answers after a while, as the recorded ones did. */
export function testEngine(
  options: { version?: GrafanaVersion; startMs?: number; policies?: NotificationPolicy } = {}
): TestEngine {
  const clock = fakeClock(options.startMs ?? START);
  const arrivals: Arrival[] = [];
  const target = { answerMs: 1.5, status: 200 };
  const contactPoints = [contactPoint('hb', { disableResolveMessage: true })];
  const dataSources: DataSource[] = [{ uid: 'prom', type: 'prometheus' }];
  const muteTimings: TestEngine['muteTimings'] = [];
  const send: typeof fetch = (url, init) =>
    new Promise((resolve) => {
      arrivals.push({ at: clock.now(), url: String(url), body: JSON.parse(String(init?.body)) as Arrival['body'] });
      clock.schedule(target.answerMs, () => resolve(new Response('', { status: target.status })));
    });
  const engine = createEngine({
    configuration: DEFAULT_CONFIGURATION.unifiedAlerting,
    version: options.version ?? '12.4.0',
    clock,
    rootUrl: 'http://localhost:3000',
    send,
    contactPoints: {
      list: () => contactPoints,
      names: () => contactPoints.map(({ name }) => name),
      hasReceiver: () => true,
    },
    folders: { get: (uid) => ({ uid, title: 'IRM heartbeats' }), all: () => [] },
    timeIntervals: { list: () => muteTimings, has: () => true },
    policies: { tree: () => options.policies ?? { receiver: 'empty', group_by: ['grafana_folder', 'alertname'] } },
    dataSources: () => dataSources,
  });
  const seconds = () => arrivals.map(({ at }) => (at - (options.startMs ?? START)) / 1000);
  return { ...engine, clock, arrivals, contactPoints, dataSources, muteTimings, target, seconds };
}

export function mathQuery(expression: string): RuleQuery {
  const relativeTimeRange = { from: 0, to: 0 };
  const model = { refId: 'A', type: 'math', expression };
  return { refId: 'A', queryType: '', relativeTimeRange, datasourceUid: EXPRESSION_SOURCE, model };
}

export function promQuery(expr: string, datasourceUid = 'prom'): RuleQuery {
  const relativeTimeRange = { from: 600, to: 0 };
  return { refId: 'A', queryType: '', relativeTimeRange, datasourceUid, model: { refId: 'A', expr, instant: true } };
}

export const AS_DOCUMENTED: NotificationSettings = {
  receiver: 'hb',
  group_wait: '0s',
  group_interval: '1s',
  repeat_interval: '1m',
};

export function alwaysFiring(uid: string, changes: Partial<StoredRule> = {}): StoredRule {
  return {
    id: 1,
    uid,
    guid: uid,
    version: 1,
    folderUid: 'irm-heartbeats',
    group: uid,
    index: 1,
    intervalSeconds: 10,
    title: uid,
    condition: 'A',
    data: [mathQuery('1 > 0')],
    noDataState: 'OK',
    execErrState: 'OK',
    pendingMs: 0,
    keepFiringMs: 0,
    isPaused: false,
    notificationSettings: AS_DOCUMENTED,
    provenance: '',
    updated: START,
    updatedBy: { uid: 'editor', name: 'editor' },
    editorSettings: {},
    ...changes,
  };
}
