import type { Clock } from '../../clock';
import type { ContactPoints, Folders, GrafanaVersion, Policies, TimeIntervals } from '../context';
import type { UnifiedAlertingConfiguration } from '../server/configuration';
import { createAgenda } from './agenda';
import { createDeliver } from './delivery';
import type { Cluster } from './dispatch/cluster';
import { createAlertmanager, type AlertmanagerState, type RunningAlertmanager } from './dispatch/alertmanager';
import { createEvaluator, type Evaluated, type Evaluator } from './evaluation/evaluator';
import { createHistory, type History, type HistoryEntry } from './evaluation/history';
import type { DataSource } from './evaluation/queries';
import { createScheduler } from './evaluation/scheduler';
import { createRuleStore, type RuleStore, type SavedRules } from './rules/ruleStore';

export interface EngineDeps {
  version: GrafanaVersion;
  clock: Clock;
  rootUrl: string;
  send: typeof fetch;
  contactPoints: ContactPoints;
  folders: Folders;
  policies: Policies;
  timeIntervals: TimeIntervals;
  dataSources(): DataSource[];
  configuration: UnifiedAlertingConfiguration;
  /** What replicas share in their database; by default it is this engine's own. */
  database?: EngineDatabase;
  /** Whom the Alertmanager gossips with; by default nobody. */
  cluster?: Cluster;
  pollsEarlierMs?: number;
  /** How far this process lags behind another one that evaluates the same rules. */
  lagMs?: number;
}

export interface EngineDatabase {
  rules: RuleStore;
  history: History;
}

export const createEngineDatabase = (): EngineDatabase => ({ rules: createRuleStore(), history: createHistory() });

export interface SavedEngine {
  rules: SavedRules;
  evaluated: Evaluated[];
  history: HistoryEntry[];
  alertmanager: AlertmanagerState;
}

export interface Engine {
  rules: RuleStore;
  history: History;
  evaluator: Evaluator;
  alertmanager: RunningAlertmanager;
  /** As when the server process ends, until `begin`: rules and states are in the database, alerts are not. */
  end(kind: 'graceful' | 'kill'): void;
  begin(): void;
  save(): SavedEngine;
  load(saved: SavedEngine): void;
  stop(): void;
}

/** Rules, their evaluation and the Alertmanager, running on one clock. */
export function createEngine(deps: EngineDeps): Engine {
  const agenda = createAgenda(deps.clock);
  const clock: Clock = agenda;
  const { rules, history } = deps.database ?? createEngineDatabase();
  const alertmanager = createAlertmanager({
    ...deps,
    clock,
    directSettings: rules.directSettings,
    deliver: createDeliver({ ...deps, clock }),
  });
  const evaluator = createEvaluator({ ...deps, clock, history, send: alertmanager.put });
  const scheduler = createScheduler({
    ...{ clock, evaluator },
    store: rules,
    configuration: deps.configuration,
    laterMs: deps.lagMs,
  });

  let isRunning = false;

  function start() {
    if (isRunning) {
      return;
    }
    isRunning = true;
    alertmanager.start();
    scheduler.start();
  }

  function end(kind: 'graceful' | 'kill') {
    if (!isRunning) {
      return;
    }
    isRunning = false;
    scheduler.stop();
    alertmanager.stop(kind);
  }

  start();
  return {
    rules,
    history,
    evaluator,
    alertmanager,
    end,
    begin: start,
    save: () =>
      structuredClone({
        rules: rules.save(),
        evaluated: evaluator.save(),
        history: history.save(),
        alertmanager: alertmanager.save(),
      }),
    load(saved) {
      end('graceful');
      const { rules: savedRules, evaluated, history: entries, alertmanager: state } = structuredClone(saved);
      rules.load(savedRules);
      evaluator.load(evaluated);
      history.load(entries);
      alertmanager.load(state);
      start();
    },
    stop() {
      end('graceful');
      agenda.stop();
    },
  };
}
