import { z } from 'zod';
import type { Integration } from './model';
import type { Store } from './store';

const time = z.number();
const alert = z.object({ id: z.string(), alertGroupId: z.string(), createdAt: time, payload: z.unknown() });
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: z.literal([403, 404, 429, 500]) }),
  z.object({ kind: z.literal('slow'), seconds: z.number() }),
  z.object({ kind: z.enum(['redirect', 'gateway']) }),
  z.object({ kind: z.literal('late'), seconds: z.number() }),
]);
const irmFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['late', 'throttled', 'slow']), seconds: z.number() }),
  z.object({ kind: z.enum(['error', 'page', 'nonsense']) }),
]);
const maintenance = z.object({
  mode: z.enum(['debug', 'maintenance']),
  startedAt: time,
  endsAt: time,
  collectingGroupId: z.string().nullable(),
});

const integration = z.object({
  id: z.string(),
  token: z.string(),
  type: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  teamId: z.string().nullable(),
  createdAt: time,
  routeId: z.string(),
  escalationChainId: z.string().nullable(),
  templates: z.object({
    groupingKey: z.string().nullable(),
    resolveSignal: z.string().nullable(),
    webTitle: z.string().nullable(),
  }),
  heartbeat: z
    .object({ id: z.string(), timeoutSeconds: z.number(), lastBeatAt: time.nullable(), alerted: z.boolean() })
    .nullable(),
  // What has a default here is missing in older files.
  maintenance: maintenance.nullable().default(null),
  fault: fault.nullable(),
});

const alertGroup = z.object({
  id: z.string(),
  integrationId: z.string(),
  teamId: z.string().nullable(),
  routeId: z.string(),
  distinction: z.string(),
  state: z.enum(['firing', 'acknowledged', 'resolved']),
  attachedTo: z.string().nullable().default(null),
  silence: z.object({ since: time, until: time.nullable() }).nullable().default(null),
  title: z.string(),
  alertsCount: z.number(),
  createdAt: time,
  resolvedAt: time.nullable(),
  resolvedBy: z.string().nullable(),
  acknowledgedAt: time.nullable(),
  acknowledgedBy: z.string().nullable(),
  lastAlert: alert,
});

const savedState = z.object({
  version: z.literal(1),
  integrations: z.array(integration),
  alertGroups: z.array(alertGroup),
  alerts: z.array(alert),
  fault: irmFault.nullable().default(null),
});

/** What outlives a restart. Deliveries, limits and caches do not, as on the real thing. */
export function snapshotOf(store: Store): unknown {
  const state: z.infer<typeof savedState> = {
    version: 1,
    integrations: [...store.integrations.values()].map(withoutDeliveries),
    alertGroups: [...store.alertGroups.values()].map(({ status, ...rest }) => ({ ...rest, state: status })),
    alerts: [...store.alerts],
    fault: store.fault,
  };
  return structuredClone(state);
}

/** Fills an empty store; throws when `saved` is not a snapshot of this version. */
export function restore(store: Store, saved: unknown): void {
  const parsed = savedState.safeParse(saved);
  if (!parsed.success) {
    throw new Error('The saved state of the IRM stand-in cannot be read.');
  }
  const { integrations, alertGroups, alerts, fault: irmWide } = structuredClone(parsed.data);
  for (const each of integrations) {
    store.put({ ...each, deliveries: [], deleted: false });
  }
  for (const { state, ...rest } of alertGroups) {
    store.putGroup({ ...rest, status: state });
  }
  for (const each of alerts) {
    store.addAlert(each);
  }
  store.fault = irmWide;
}

function withoutDeliveries({ deliveries: _deliveries, deleted: _deleted, ...rest }: Integration) {
  return rest;
}
