import { Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';

import type { Clock } from '../clock';
import { createAlerting } from './alerting';
import type { GrafanaEnv, GrafanaVersion } from './context';
import { mountParts } from './mount';
import { createMuteTimingStore } from './muteTimings/store';
import { createPeople, DEFAULT_USERS, type Login } from './people/store';
import { readManifest } from './plugin/manifest';
import { createSettingsStore } from './plugin/settingsStore';
import { createPolicyStore } from './policies/store';
import { createProvisioning, type ProvisionedObjects } from './provisioned';
import { createReceiverStore } from './receivers/store';
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
  /** Names of feature toggles that are on. */
  toggles?: readonly string[];
  /**
   * Whether the address of a webhook needs `alert.notifications.receivers.protected:write`: from 13 on, and in those
   * releases of 12 that have the fix.
   */
  protectsAddresses?: boolean;
  /** Put in at the start, as files would be. Beside a saved state only what has the provenance `file`. */
  provisioned?: ProvisionedObjects;
  /** What `snapshot` gave earlier. */
  saved?: unknown;
}

export interface GrafanaStandIn {
  fetch(request: Request): Promise<Response>;
  /** Everything that outlives a restart, as JSON. */
  snapshot(): unknown;
  /** Becomes what `snapshot` gave earlier, far cheaper than a stand-in made anew. */
  load(saved: unknown): void;
  /** Puts objects in with a provenance of their own; those of `file` come back with every restart. */
  provision(objects: ProvisionedObjects): void;
  /** `downMs` of the clock's time pass before alerting starts again. */
  restart(kind: 'graceful' | 'kill', downMs?: number): void;
  stop(): void;
}

/** A Grafana with one organisation, from sign-in to notifications, as the recordings in tests/contracts show it. */
export function createGrafana(options: GrafanaOptions): GrafanaStandIn {
  const { version = '12.4.0', clock, rootUrl, users = DEFAULT_USERS, dataSources = [PROMETHEUS] } = options;
  const { protectsAddresses = version === '13.0.0' } = options;
  const send = options.send ?? ((input, init) => fetch(input, init));
  const people = createPeople(users, () => clock.now());
  const receivers = createReceiverStore(version);
  const policies = createPolicyStore(version);
  const muteTimings = createMuteTimingStore();
  const settings = createSettingsStore();
  const plugin = options.plugin === undefined ? undefined : readManifest(options.plugin);
  const alerting = createAlerting({
    ...{ version, clock, rootUrl, send, policies },
    contactPoints: receivers,
    timeIntervals: muteTimings,
    toggles: options.toggles,
    dataSources: () => dataSources,
  });

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
    alerting.restore(saved.alerting);
  };

  if (options.saved !== undefined) {
    load(options.saved);
  }
  if (options.provisioned) {
    provisioning.put(options.provisioned, options.saved === undefined ? 'everything' : 'files');
  }

  // Tests make thousands of stand-ins; this router has nothing to compile before the first request.
  const app = new Hono<GrafanaEnv>({ strict: false, router: new TrieRouter() });
  mountParts(app, {
    ...{ version, clock, rootUrl, send, people, receivers, policies, muteTimings, settings },
    ...{ plugin, alerting, dataSources, protectsAddresses },
  });

  return {
    async fetch(request) {
      const response = await app.fetch(request);
      response.headers.set('Date', new Date(clock.now()).toUTCString());
      return response;
    },
    snapshot,
    load,
    provision: (objects) => provisioning.put(objects, 'everything'),
    restart(kind, downMs) {
      provisioning.readFilesAgain();
      alerting.restart(kind, downMs);
    },
    stop: alerting.stop,
  };
}
