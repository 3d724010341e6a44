import * as v from 'valibot';
import type { AlertGroup, AlertGroupSearch, AlertGroupState } from '../../connection/irm/irmPort';
import { timeFromWire } from './page';

/** Recorded in oncall-2026-01/07-alert-groups-api.json, "list by integration". */
export const alertGroupForm = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  integration_id: v.string(),
  title: v.nullish(v.string()),
  state: v.picklist(['firing', 'acknowledged', 'silenced', 'resolved']),
  created_at: v.string(),
  resolved_at: v.nullish(v.string()),
  alerts_count: v.optional(v.number(), 0),
  permalinks: v.nullish(v.looseObject({ web: v.nullish(v.string()) })),
  last_alert: v.nullish(v.looseObject({ created_at: v.nullish(v.string()), payload: v.optional(v.unknown()) })),
});

export function alertGroupFromWire(wire: v.InferOutput<typeof alertGroupForm>): AlertGroup {
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
