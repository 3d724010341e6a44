import * as z from '../../transport/zod';
import type { AlertGroup, AlertGroupSearch, AlertGroupState } from '../../connection/irm/irmPort';
import { timeFromWire } from './page';

/** Recorded in oncall-2026-01/07-alert-groups-api.json, "list by integration". */
export const alertGroupForm = z.looseObject({
  id: z.string().check(z.minLength(1)),
  integration_id: z.string(),
  title: z.nullish(z.string()),
  state: z.enum(['firing', 'acknowledged', 'silenced', 'resolved']),
  created_at: z.string(),
  resolved_at: z.nullish(z.string()),
  alerts_count: z._default(z.number(), 0),
  permalinks: z.nullish(z.looseObject({ web: z.nullish(z.string()) })),
  last_alert: z.nullish(z.looseObject({ created_at: z.nullish(z.string()), payload: z.unknown() })),
});

export function alertGroupFromWire(wire: z.infer<typeof alertGroupForm>): AlertGroup {
  return {
    id: wire.id,
    integrationId: wire.integration_id,
    title: (wire.title ?? '').trim(),
    state: wire.state,
    createdAt: timeFromWire(wire.created_at) ?? 0,
    resolvedAt: timeFromWire(wire.resolved_at),
    alertsCount: wire.alerts_count,
    link: webPage(wire.permalinks?.web),
    lastAlert: { createdAt: timeFromWire(wire.last_alert?.created_at), payload: wire.last_alert?.payload },
  };
}

/** Becomes a link on a page, so nothing but a web address will do. */
function webPage(link: string | null | undefined): string | undefined {
  return link && /^https?:\/\//i.test(link) && URL.canParse(link) ? link : undefined;
}

/** The filter's names of states (the same recording, "state=firing": 400 names them). */
const STATE_FILTER: Record<AlertGroupState, string> = {
  firing: 'new',
  acknowledged: 'acknowledged',
  silenced: 'silenced',
  resolved: 'resolved',
};

/** A search as IRM takes it; times without a zone, which IRM reads as UTC. */
export function searchToQuery(search: AlertGroupSearch): Record<string, string> {
  const { integrationId, state, startedBetween, page, perPage } = search;
  return {
    integration_id: integrationId,
    ...(state && { state: STATE_FILTER[state] }),
    ...(startedBetween && { started_at: startedBetween.map(withoutZone).join('_') }),
    ...(page !== undefined && { page: String(page) }),
    ...(perPage !== undefined && { perpage: String(perPage) }),
  };
}

/** The range filter takes UTC without fractions and zone ("started_at range"). */
const withoutZone = (time: number) => new Date(time).toISOString().slice(0, 19);
