import * as z from '../../transport/zod';
import type { Integration } from '../../connection/model';
import { asStored } from '../../connection/webhook/access';
import { integrationFromWire } from './contactPoint';

const storedIntegration = z.looseObject({
  uid: z._default(z.string(), ''),
  type: z.string(),
  disableResolveMessage: z._default(z.boolean(), false),
  settings: z._default(z.record(z.string(), z.unknown()), {}),
  secureFields: z.nullish(z.record(z.string(), z.boolean())),
});

/** A contact point as the app platform shows it (app-platform.json, "get"). */
export const receiverObject = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string(), annotations: z.nullish(z.record(z.string(), z.string())) }),
  spec: z.looseObject({ title: z.string(), integrations: z.array(storedIntegration) }),
});

export type StoredIntegration = z.infer<typeof storedIntegration>;
export type ReceiverObject = z.infer<typeof receiverObject>;

export const receiverList = z.looseObject({ items: z.array(receiverObject) });

/** Named here, where the provisioning API shows a placeholder. */
const secretNames = z.nullish(z.record(z.string(), z.unknown()));

/** The integrations of a contact point of the app platform (app-platform.json, "get"). */
export function integrationsOf({ metadata, spec }: ReceiverObject): Integration[] {
  const provenance = metadata.annotations?.['grafana.com/provenance'] ?? '';
  return spec.integrations.map(({ uid, type, disableResolveMessage, settings, secureFields }) => {
    const secrets = Object.keys(z.catch(secretNames, {}).parse(secureFields) ?? {});
    return integrationFromWire({
      ...{ uid, name: spec.title, type, disableResolveMessage, provenance },
      settings: asStored(settings, secrets),
    });
  });
}
