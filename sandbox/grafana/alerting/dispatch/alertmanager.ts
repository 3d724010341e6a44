import type { Clock } from '../../../clock';
import type {
  Alertmanager,
  ContactPoints,
  NotificationPolicy,
  NotificationSettings,
  Policies,
  TimeIntervals,
} from '../../context';
import type { AggregationGroup } from './aggregationGroup';
import { createAlertStore, isResolved, type Alert } from './alerts';
import { createCluster, type Cluster, type ClusterState, type Peer } from './cluster';
import { createDispatcher, type Dispatcher } from './dispatcher';
import { createNotify, type Deliver } from './notify';
import { buildReceivers, type RunningReceiver } from './receivers';
import { buildRoutes, matchRoutes, type Route } from './routes';
import { isHeld } from './timeIntervals';
import type { Silences } from './silences';

/** How often the running Alertmanager looks for a changed configuration. */
const POLL_MS = 60_000;
/** How often the notification log and the silences are saved while running; a kill loses what came after. */
const MAINTENANCE_MS = 15 * 60_000;

/** An Alertmanager alone has the same to save as a cluster of them. */
export type AlertmanagerState = ClusterState;

export interface RunningAlertmanager extends Alertmanager {
  readonly silences: Silences;
  put(alerts: Alert[]): void;
  /** Alerts that are not resolved. */
  alerts(): Alert[];
  routesOf(alert: Alert): Route[];
  groups(): AggregationGroup[];
  receivers(): RunningReceiver[];
  start(): void;
  stop(kind: 'graceful' | 'kill'): void;
  save(): AlertmanagerState;
  load(saved: AlertmanagerState): void;
}

interface AlertmanagerDeps {
  clock: Clock;
  contactPoints: ContactPoints;
  policies: Policies;
  timeIntervals: TimeIntervals;
  /** The notification settings of all rules with direct routing. */
  directSettings(): NotificationSettings[];
  deliver: Deliver;
  /** Whom it shares its notification log and its silences with; by default nobody. */
  cluster?: Cluster;
  /** How much sooner than a whole interval after the start the first poll comes. */
  pollsEarlierMs?: number;
}

function receiverNames(policy: NotificationPolicy): string[] {
  return [...(policy.receiver ? [policy.receiver] : []), ...(policy.routes ?? []).flatMap(receiverNames)];
}

export function createAlertmanager(deps: AlertmanagerDeps): RunningAlertmanager {
  const { clock, cluster = createCluster(deps.clock), pollsEarlierMs = 0 } = deps;
  const { silences, log } = cluster;
  const store = createAlertStore();
  let peer: Peer | undefined;
  let loaded = '';
  let receivers = new Map<string, RunningReceiver>();
  let root = buildRoutes({}, [], []);
  let dispatcher: Dispatcher | undefined;
  let timers: Array<() => void> = [];

  function loadConfiguration() {
    const [stored, policies, settings] = [deps.contactPoints.list(), deps.policies.tree(), deps.directSettings()];
    const intervals = structuredClone(deps.timeIntervals.list());
    const configuration = JSON.stringify([stored, policies, settings, intervals]);
    if (configuration === loaded && dispatcher) {
      return;
    }
    loaded = configuration;
    dispatcher?.stop();
    // The integrations are made anew, and with them their delivery status; the notification log stays.
    receivers = buildReceivers(structuredClone(stored), [...deps.contactPoints.names(), ...receiverNames(policies)]);
    root = buildRoutes(policies, [...receivers.keys()], settings);
    const isMuted = (labels: Alert['labels'], now: number) => silences.muting(labels, now).length > 0;
    const held = (route: Route, now: number) => isHeld(route, intervals, now);
    const notify = createNotify({ ...deps, receivers, log, isMuted, isHeld: held, peer });
    dispatcher = createDispatcher(clock, root, notify);
    store.all().forEach(dispatcher.process);
  }

  function every(ms: number, action: () => void, firstMs = ms) {
    const index = timers.length;
    const arm = (delayMs: number) => {
      timers[index] = clock.schedule(delayMs, () => {
        action();
        arm(ms);
      });
    };
    arm(firstMs);
  }

  return {
    silences,
    loadConfiguration,
    put(alerts) {
      for (const alert of alerts) {
        store.put(alert);
        dispatcher?.process(alert);
      }
    },
    alerts: () => store.all().filter((alert) => !isResolved(alert, clock.now())),
    routesOf: (alert) => matchRoutes(root, alert.labels),
    groups: () => dispatcher?.groups() ?? [],
    receivers: () => [...receivers.values()],
    start() {
      peer = cluster.join();
      loadConfiguration();
      every(POLL_MS, loadConfiguration, POLL_MS - pollsEarlierMs);
      every(MAINTENANCE_MS, () => {
        cluster.keep();
        store.removeOld(clock.now());
      });
    },
    stop(kind) {
      timers.forEach((cancel) => cancel());
      timers = [];
      dispatcher?.stop();
      dispatcher = undefined;
      receivers = new Map();
      store.clear();
      peer?.leave(kind);
      peer = undefined;
    },
    save: cluster.save,
    load: cluster.load,
  };
}
