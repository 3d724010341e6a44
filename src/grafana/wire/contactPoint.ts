import * as z from '../../transport/zod';
import type { Integration, Provenance } from '../../connection/model';

/** One integration as the provisioning API shows it (contact-points.json). */
export const integrationList = z.array(
  z.looseObject({
    uid: z._default(z.string(), ''),
    name: z.string(),
    type: z.string(),
    settings: z.nullish(z.record(z.string(), z.unknown())),
    disableResolveMessage: z._default(z.boolean(), false),
    provenance: z._default(z.string(), ''),
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

export function integrationFromWire(wire: z.infer<typeof integrationList>[number]): Integration {
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
