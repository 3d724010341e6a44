import { z } from 'zod';
import type { Integration } from './model';
import type { Store } from './store';

const time = z.number();
const alert = z.object({ id: z.string(), alertGroupId: z.string(), createdAt: time, payload: z.unknown() });
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: z.literal([403, 404, 429, 500]) }),
  z.object({ kind: z.literal('slow'), seconds: z.number() }),
  z.object({ kind: z.literal('redirect') }),
]);

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
  fault: fault.nullable(),
});

const alertGroup = z.object({
  id: z.string(),
  integrationId: z.string(),
  teamId: z.string().nullable(),
  routeId: z.string(),
  distinction: z.string(),
  state: z.enum(['firing', 'acknowledged', 'resolved']),
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
});

/** What outlives a restart. Deliveries, limits and caches do not, as on the real thing. */
export function snapshotOf(store: Store): unknown {
  const state: z.infer<typeof savedState> = {
    version: 1,
    integrations: [...store.integrations.values()].map(withoutDeliveries),
    alertGroups: [...store.alertGroups.values()],
    alerts: [...store.alerts],
  };
  return structuredClone(state);
}

/** Fills an empty store; throws when `saved` is not a snapshot of this version. */
export function restore(store: Store, saved: unknown): void {
  const parsed = savedState.safeParse(saved);
  if (!parsed.success) {
    throw new Error('The saved state of the IRM stand-in cannot be read.');
  }
  const { integrations, alertGroups, alerts } = structuredClone(parsed.data);
  for (const each of integrations) {
    store.put({ ...each, deliveries: [], deleted: false });
  }
  for (const group of alertGroups) {
    store.putGroup(group);
  }
  for (const each of alerts) {
    store.addAlert(each);
  }
}

function withoutDeliveries({ deliveries: _deliveries, deleted: _deleted, ...rest }: Integration) {
  return rest;
}
