import * as v from 'valibot';
import type { IrmPage } from '../../connection/irm/irmPort';

/** The form of every list (oncall-2026-01/03-integrations.json, "list"). */
export const pageOf = <T extends v.GenericSchema>(item: T) =>
  v.looseObject({ count: v.number(), next: v.nullish(v.string()), results: v.array(item) });

export function pageFromWire<Wire, T>(
  page: { count: number; next?: string | null | undefined; results: Wire[] },
  fromWire: (item: Wire) => T
): IrmPage<T> {
  return { items: page.results.map(fromWire), total: page.count, hasMore: Boolean(page.next) };
}

/** IRM's times; undefined for null and for what is no time. */
export function timeFromWire(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}
