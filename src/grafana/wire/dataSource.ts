import * as z from '../../transport/zod';
import type { DataSource } from '../../connection/port/dataSource';

/** Data sources of the organisation (state.json, "data sources"). */
export const dataSourceList = z.array(
  z.looseObject({ uid: z.string(), name: z.string(), type: z.string(), isDefault: z._default(z.boolean(), false) })
);

export function dataSourceFromWire({ uid, name, type, isDefault }: z.infer<typeof dataSourceList>[number]): DataSource {
  return { uid, name, type, isDefault };
}
