import { Hono } from 'hono';

import type { Clock } from '../../clock';
import type {
  Alertmanager,
  ContactPoints,
  Folders,
  GrafanaEnv,
  GrafanaVersion,
  Policies,
  Rules,
  TimeIntervals,
} from '../context';
import { DEFAULT_CONFIGURATION, type UnifiedAlertingConfiguration } from '../server/configuration';
import type { Cluster } from './dispatch/cluster';
import { createEngine, createEngineDatabase, type EngineDatabase, type SavedEngine } from './engine';
import type { DataSource } from './evaluation/queries';
import { contentRoutes } from './folders/contentRoutes';
import { createFolderAccess } from './folders/folderAccess';
import { createFolderContent, type FolderContent, type SavedContent } from './folders/folderContent';
import { folderRoutes } from './folders/folderRoutes';
import { createFolderStore, type Folder, type FolderStore } from './folders/folderStore';
import { ruleObjectRoutes } from './platform/ruleObjectRoutes';
import { ruleExportRoutes } from './rules/exportRoutes';
import { createProvision, type Provision } from './provision';
import { provisioningGroupRoutes } from './rules/provisioningGroupRoutes';
import { provisioningRuleRoutes } from './rules/provisioningRoutes';
import { rulerRoutes } from './rules/rulerRoutes';
import { createRuleWriter } from './rules/ruleWriter';
import { alertRoutes } from './status/alertRoutes';
import { historyRoutes } from './status/historyRoutes';
import { ruleStatusRoutes } from './status/ruleStatusRoutes';
import { silenceRoutes } from './status/silenceRoutes';

export interface AlertingDeps {
  version: GrafanaVersion;
  clock: Clock;
  rootUrl: string;
  send: typeof fetch;
  contactPoints: ContactPoints;
  policies: Policies;
  timeIntervals: TimeIntervals;
  /** Names of feature toggles that are on; `kubernetesAlertingRules` brings the newer rule API of 12.4. */
  toggles?: readonly string[];
  /** What rules may query; by default a Prometheus with the uid `prom`, as where the recordings were made. */
  dataSources?(): DataSource[];
  /** What an administrator has set; by default nothing. */
  configuration?: UnifiedAlertingConfiguration;
  /** What replicas share; by default it is this one's own. */
  database?: AlertingDatabase;
  /** Whom the Alertmanager gossips with; by default nobody. */
  cluster?: Cluster;
  /** How much sooner than the others' its Alertmanager polls the contact points. */
  pollsEarlierMs?: number;
  /** How far its evaluations lag behind the others'. */
  lagMs?: number;
}

/** The part of Grafana's database that is about alerting. */
export interface AlertingDatabase extends EngineDatabase {
  folders: FolderStore;
  content: FolderContent;
}

export const createAlertingDatabase = (clock: Clock, version: GrafanaVersion): AlertingDatabase => ({
  ...createEngineDatabase(),
  folders: createFolderStore(clock, version),
  content: createFolderContent(),
});

export interface Alerting {
  /** To be mounted behind the sign-in, which provides the user. */
  routes: Hono<GrafanaEnv>;
  folders: Folders;
  rules: Rules;
  alertmanager: Alertmanager;
  provision: Provision;
  snapshot(): SavedAlerting;
  restore(saved: unknown): void;
  /** Ends the server's alerting until `begin`. */
  end(kind: 'graceful' | 'kill'): void;
  begin(): void;
  stop(): void;
}

interface SavedAlerting {
  folders: Folder[];
  /** Missing in what was saved before there were dashboards. */
  content?: SavedContent;
  engine: SavedEngine;
}

const RULE_OBJECTS_TOGGLE = 'kubernetesAlertingRules';
const RECORDED_SOURCES: DataSource[] = [{ uid: 'prom', type: 'prometheus' }];

/** 12.4 has the newer rule API behind a toggle; 13.2 always has it (docs/facts.md#the-app-platform). */
const hasRuleObjects = ({ version, toggles }: AlertingDeps) =>
  version === '13.2.1' || (version === '12.4.0' && toggles?.includes(RULE_OBJECTS_TOGGLE) === true);

/** Folders, rules, their evaluation, the Alertmanager and all APIs that show them. */
export function createAlerting(deps: AlertingDeps): Alerting {
  const { version, clock, contactPoints, timeIntervals } = deps;
  const { configuration = DEFAULT_CONFIGURATION.unifiedAlerting } = deps;
  const database = deps.database ?? createAlertingDatabase(clock, version);
  const { folders, content } = database;
  const access = createFolderAccess(clock, folders);
  const engine = createEngine({
    ...deps,
    configuration,
    database,
    folders,
    dataSources: deps.dataSources ?? (() => RECORDED_SOURCES),
  });
  const { rules, evaluator, alertmanager, history } = engine;
  const write = createRuleWriter(clock, rules);
  const { tickSeconds } = configuration;
  const ruleApi = { version, rules, write, folders, access, contactPoints, timeIntervals, tickSeconds };
  const now = () => clock.now();

  const routes = new Hono<GrafanaEnv>();
  for (const path of ['/api/*', '/apis/*']) {
    routes.use(path, async (c, next) => {
      access.noteRequest(c.get('user'));
      return next();
    });
  }
  for (const part of [
    folderRoutes({ folders, access, rules, content }),
    contentRoutes({ folders, access, content }),
    ruleExportRoutes(ruleApi),
    provisioningRuleRoutes(ruleApi),
    provisioningGroupRoutes(ruleApi),
    rulerRoutes({ ...ruleApi, alertmanager }),
    ruleStatusRoutes({ version, rules, evaluator, folders, access }),
    alertRoutes({ alertmanager, now }),
    silenceRoutes({ alertmanager, now, rules, access }),
    historyRoutes({
      isKept: configuration.keepsStateHistory,
      backend: configuration.stateHistoryBackend,
      ...{ history, rules, access },
    }),
    ...(hasRuleObjects(deps) ? [ruleObjectRoutes(ruleApi)] : []),
  ]) {
    routes.route('/', part);
  }

  return {
    routes,
    folders,
    rules,
    alertmanager,
    provision: createProvision(ruleApi),
    snapshot: () => ({
      ...structuredClone({ folders: folders.save(), content: content.save() }),
      engine: engine.save(),
    }),
    restore(saved) {
      const { engine: savedEngine, ...others } = saved as SavedAlerting;
      const kept = structuredClone(others);
      folders.load(kept.folders);
      content.load(kept.content);
      access.forgetAll();
      engine.load(savedEngine);
    },
    end: engine.end,
    begin() {
      access.forgetAll();
      engine.begin();
    },
    stop: engine.stop,
  };
}
