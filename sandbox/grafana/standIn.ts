import type { Clock } from '../clock';
import { createAlerting, createAlertingDatabase } from './alerting';
import { createCluster } from './alerting/dispatch/cluster';
import type { GrafanaVersion } from './context';
import { createMuteTimingStore } from './muteTimings/store';
import { createPeople, DEFAULT_USERS, type Login, type People } from './people/store';
import { readManifest } from './plugin/manifest';
import { createSettingsStore } from './plugin/settingsStore';
import { createPolicyStore } from './policies/store';
import { createProvisioning, type ProvisionedObjects } from './provisioned';
import { objectsOfFile } from './provisioningFile';
import { createReceiverStore } from './receivers/store';
import { ORGANISATION } from './mount';
import { createFront, type Routing } from './replicas/front';
import { createReplica, type Replica } from './replicas/replica';
import {
  DEFAULT_CONFIGURATION,
  type GrafanaConfiguration,
  type UnifiedAlertingConfiguration,
} from './server/configuration';
import { PROMETHEUS, type DataSource } from './server/dataSources';
import { readSnapshot, type Snapshot } from './snapshot';

export interface GrafanaOptions {
  version?: GrafanaVersion;
  clock: Clock;
  /** Where it is reached, without a slash at the end. */
  rootUrl: string;
  /** How notifications, receiver tests and the plugin proxy leave; default the machine's own fetch. */
  send?: typeof fetch;
  /** The parsed plugin.json of the one app plugin that is installed. */
  plugin?: unknown;
  users?: Login[];
  dataSources?: DataSource[];
  /** What an administrator has set; what is left out is as Grafana has it by default. */
  configuration?: Partial<GrafanaConfiguration>;
  /** Whether the organisation has just been made: its Alertmanager starts a minute later. */
  isNewOrganisation?: boolean;
  /** Default "Main Org.", as Grafana names its first one. */
  organisationName?: string;
  /** Names of feature toggles that are on. */
  toggles?: readonly string[];
  /**
   * Whether the address of a webhook needs `alert.notifications.receivers.protected:write`. By default as in this very
   * version: in the app platform from 12.4 on, in the provisioning API from 13 on.
   */
  protectsAddresses?: boolean;
  /** The ruler API is gone, as is planned for 14. */
  withoutRulerApi?: boolean;
  /** The provisioning API is gone, as is planned for 14. */
  withoutProvisioningApi?: boolean;
  /** Put in at the start, as files would be. Beside a saved state only what has the provenance `file`. */
  provisioned?: ProvisionedObjects;
  /** What `snapshot` gave earlier. */
  saved?: unknown;
  /** How many processes share the database; default one. */
  replicas?: number;
  /** Whether their Alertmanagers know of each other (`ha_peers`). Without it each of them sends everything. */
  gossip?: boolean;
  /** How the load balancer before several replicas gives out requests. */
  routing?: Routing;
}

export interface GrafanaStandIn {
  /** Through the load balancer, where there are several replicas. */
  fetch(request: Request): Promise<Response>;
  /** Each by itself, in the order in which they were started first. */
  readonly replicas: readonly Replica[];
  /** Changes how the load balancer gives out requests. */
  route(routing: Routing): void;
  /** Everything that outlives a restart, as JSON. */
  snapshot(): unknown;
  /** Becomes what `snapshot` gave earlier, far cheaper than a stand-in made anew. */
  load(saved: unknown): void;
  /** Puts objects in with a provenance of their own; those of `file` come back with every restart. */
  provision(objects: ProvisionedObjects): void;
  /** Reads a parsed file of its provisioning, with these variables in its environment. */
  provisionFile(content: unknown, env?: Readonly<Record<string, string>>): void;
  /** All replicas; `downMs` of the clock's time pass before alerting starts again. */
  restart(kind: 'graceful' | 'kill', downMs?: number): void;
  /** Lets somebody in, or gives somebody another role and other permissions. */
  letIn: People['letIn'];
  stop(): void;
}

/** How much sooner than the one before it each replica polls: a new receiver was seen 16 s later (measured on 12.4.0). */
const POLL_STEP_MS = 44_000;
const POLL_MS = 60_000;
/** Processes are never quite at one; how far apart was not measured. */
const LAG_STEP_MS = 37;

/** Where there is no alerting, nothing is evaluated either. */
function withoutWork(alerting: UnifiedAlertingConfiguration): UnifiedAlertingConfiguration {
  const isOn = alerting.isEnabled && !alerting.disabledOrgs.includes(ORGANISATION);
  return { ...alerting, executesRules: alerting.executesRules && isOn };
}

/** A Grafana with one organisation, from sign-in to notifications, as the recordings in tests/contracts show it. */
export function createGrafana(options: GrafanaOptions): GrafanaStandIn {
  const { version = '12.4.0', clock, rootUrl, users = DEFAULT_USERS, dataSources = [PROMETHEUS] } = options;
  const protectsAddresses = {
    provisioning: options.protectsAddresses ?? version === '13.2.1',
    platform: options.protectsAddresses ?? version !== '12.3.0',
  };
  const configuration = { ...DEFAULT_CONFIGURATION, ...options.configuration };
  const send = options.send ?? ((input, init) => fetch(input, init));
  const people = createPeople(users, () => clock.now());
  const receivers = createReceiverStore(version);
  const policies = createPolicyStore(version);
  const muteTimings = createMuteTimingStore();
  const settings = createSettingsStore();
  const plugin = options.plugin === undefined ? undefined : readManifest(options.plugin);
  const database = createAlertingDatabase(clock, version);
  const cluster = createCluster(clock);
  const { replicas: count = 1, gossip = true } = options;
  const replicas = Array.from({ length: count }, (_, place) => {
    const own = createAlerting({
      ...{ version, clock, rootUrl, send, policies, database },
      configuration: withoutWork(configuration.unifiedAlerting),
      contactPoints: receivers,
      timeIntervals: muteTimings,
      toggles: [...configuration.toggles, ...(options.toggles ?? [])],
      dataSources: () => dataSources,
      cluster: gossip ? cluster : createCluster(clock),
      pollsEarlierMs: (place * POLL_STEP_MS) % POLL_MS,
      lagMs: place * LAG_STEP_MS,
    });
    return createReplica({
      ...{ version, clock, rootUrl, send, people, receivers, policies, muteTimings, settings },
      ...{ plugin, alerting: own, dataSources, protectsAddresses, configuration },
      gone: [
        ...(options.withoutRulerApi ? ['/api/ruler/*'] : []),
        ...(options.withoutProvisioningApi ? ['/api/v1/provisioning/*'] : []),
      ],
      isNewOrganisation: options.isNewOrganisation ?? false,
      organisationName: options.organisationName ?? 'Main Org.',
    });
  });
  const [first] = replicas;
  if (!first) {
    throw new RangeError('a Grafana has at least one replica');
  }
  const { alerting } = first;
  const front = count > 1 ? createFront(clock, replicas, options.routing) : undefined;

  const provisioning = createProvisioning({ receivers, policies, muteTimings, alerting });

  const snapshot = (): Snapshot => ({
    format: 1,
    people: people.save(),
    receivers: receivers.save(),
    policies: policies.save(),
    muteTimings: structuredClone(muteTimings.list()),
    files: provisioning.save(),
    plugin: settings.save(),
    alerting: alerting.snapshot(),
  });

  const load = (given: unknown) => {
    const saved = readSnapshot(given);
    people.load(saved.people);
    receivers.load(saved.receivers);
    policies.load(saved.policies);
    muteTimings.load(saved.muteTimings ?? []);
    settings.load(saved.plugin);
    provisioning.load(saved.files ?? []);
    replicas.forEach((replica) => replica.alerting.restore(saved.alerting));
  };

  if (options.saved !== undefined) {
    load(options.saved);
  }
  if (options.provisioned) {
    provisioning.put(options.provisioned, options.saved === undefined ? 'everything' : 'files');
  }

  return {
    fetch: (request) => (front ?? first).fetch(request),
    replicas,
    route: (routing) => front?.route(routing),
    snapshot,
    load,
    provision: (objects) => provisioning.put(objects, 'everything'),
    provisionFile(content, env = {}) {
      provisioning.put(objectsOfFile(content, { env, folders: alerting.folders.all() }), 'everything');
    },
    restart(kind, downMs) {
      provisioning.readFilesAgain();
      replicas.forEach((replica) => replica.restart(kind, downMs));
    },
    letIn: people.letIn,
    stop: () => replicas.forEach((replica) => replica.stop()),
  };
}
