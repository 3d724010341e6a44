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
import { createDispatcher, type Dispatcher } from './dispatcher';
import { createNotificationLog, type LogEntry } from './notificationLog';
import { createNotify, type Deliver } from './notify';
import { buildReceivers, type RunningReceiver } from './receivers';
import { buildRoutes, matchRoutes, type Route } from './routes';
import { isHeld } from './timing';
import { createSilences, type Silence, type Silences } from './silences';

/** How often the running Alertmanager looks for a changed configuration. */
export const POLL_MS = 60_000;
/** How often the notification log and the silences are saved while running; a kill loses what came after. */
const MAINTENANCE_MS = 15 * 60_000;

export interface AlertmanagerState {
  log: Array<[string, LogEntry]>;
  silences: Silence[];
}

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
}

function receiverNames(policy: NotificationPolicy): string[] {
  return [...(policy.receiver ? [policy.receiver] : []), ...(policy.routes ?? []).flatMap(receiverNames)];
}

export function createAlertmanager(deps: AlertmanagerDeps): RunningAlertmanager {
  const { clock } = deps;
  const silences = createSilences();
  const log = createNotificationLog();
  const store = createAlertStore();
  let kept: AlertmanagerState = { log: [], silences: [] };
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
    dispatcher = createDispatcher(clock, root, createNotify({ ...deps, receivers, log, isMuted, isHeld: held }));
    store.all().forEach(dispatcher.process);
  }

  function every(ms: number, action: () => void) {
    const index = timers.length;
    const arm = () => {
      timers[index] = clock.schedule(ms, () => {
        action();
        arm();
      });
    };
    arm();
  }

  const save = (): AlertmanagerState => ({ log: log.save(), silences: silences.save() });

  function load(saved: AlertmanagerState) {
    kept = saved;
    log.load(saved.log);
    silences.load(saved.silences);
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
      loadConfiguration();
      every(POLL_MS, loadConfiguration);
      every(MAINTENANCE_MS, () => {
        kept = save();
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
      load(kind === 'graceful' ? save() : kept);
    },
    save,
    load,
  };
}
