import * as v from 'valibot';
import type { DataSource } from '../../connection/port/dataSource';

/** Data sources of the organisation (state.json, "data sources"). */
export const dataSourceList = v.array(
  v.looseObject({ uid: v.string(), name: v.string(), type: v.string(), isDefault: v.optional(v.boolean(), false) })
);

export function dataSourceFromWire({
  uid,
  name,
  type,
  isDefault,
}: v.InferOutput<typeof dataSourceList>[number]): DataSource {
  return { uid, name, type, isDefault };
}
