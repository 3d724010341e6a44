import * as v from 'valibot';
import { raw } from '../../transport/forms';
import type { Integration, Provenance } from '../../connection/model';

/** One integration as the provisioning API shows it (contact-points.json). */
export const integrationList = v.array(
  v.looseObject({
    uid: v.optional(v.string(), ''),
    name: v.string(),
    type: v.string(),
    settings: v.nullish(raw),
    disableResolveMessage: v.optional(v.boolean(), false),
    provenance: v.optional(v.string(), ''),
  })
);

/** Grafana's own names; `converted_prometheus` is what its importers write. */
export function provenanceFromWire(provenance: string): Provenance {
  switch (provenance) {
    case '':
    case 'none':
      return 'none';
    case 'api':
    case 'file':
      return provenance;
    default:
      return provenance.startsWith('converted') ? 'converted' : 'other';
  }
}

export function integrationFromWire(wire: v.InferOutput<typeof integrationList>[number]): Integration {
  const { url, maxAlerts, ...otherSettings } = wire.settings ?? {};
  return {
    uid: wire.uid,
    name: wire.name,
    type: wire.type,
    url: typeof url === 'string' ? url : '',
    // Grafana takes the number as text, too.
    maxAlerts: Number(maxAlerts) || 0,
    disableResolveMessage: wire.disableResolveMessage,
    provenance: provenanceFromWire(wire.provenance),
    otherSettings,
  };
}
