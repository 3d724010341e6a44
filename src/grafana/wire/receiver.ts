import * as v from 'valibot';
import { mapOf, raw } from '../../transport/forms';
import type { Integration } from '../../connection/model';
import { asStored } from '../../connection/webhook/access';
import { integrationFromWire } from './contactPoint';

const storedIntegration = v.looseObject({
  uid: v.optional(v.string(), ''),
  type: v.string(),
  disableResolveMessage: v.optional(v.boolean(), false),
  settings: v.optional(raw, {}),
  secureFields: v.nullish(mapOf(v.boolean())),
});

/** A contact point as the app platform shows it (app-platform.json, "get"). */
export const receiverObject = v.looseObject({
  metadata: v.looseObject({ resourceVersion: v.string(), annotations: v.nullish(mapOf(v.string())) }),
  spec: v.looseObject({ title: v.string(), integrations: v.array(storedIntegration) }),
});

export type StoredIntegration = v.InferOutput<typeof storedIntegration>;
export type ReceiverObject = v.InferOutput<typeof receiverObject>;

export const receiverList = v.looseObject({ items: v.array(receiverObject) });

/** Named here, where the provisioning API shows a placeholder. */
const secretNames = v.nullish(raw);

/** The integrations of a contact point of the app platform (app-platform.json, "get"). */
export function integrationsOf({ metadata, spec }: ReceiverObject): Integration[] {
  const provenance = metadata.annotations?.['grafana.com/provenance'] ?? '';
  return spec.integrations.map(({ uid, type, disableResolveMessage, settings, secureFields }) => {
    const secrets = Object.keys(v.parse(v.fallback(secretNames, {}), secureFields) ?? {});
    return integrationFromWire({
      ...{ uid, name: spec.title, type, disableResolveMessage, provenance },
      settings: asStored(settings, secrets),
    });
  });
}
