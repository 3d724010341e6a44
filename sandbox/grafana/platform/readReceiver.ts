import { shortUid } from '../ids';
import { mergeSecrets } from '../receivers/secrets';
import type { StoredReceiver } from '../receivers/store';
import { missingSetting, unknownType } from '../receivers/validate';
import { asObject, asText, type JsonObject } from '../requestBody';

/** The receiver that an object of the app platform describes; integrations without uid get one. */
export function readReceiver(body: JsonObject, stored?: StoredReceiver): StoredReceiver {
  const { title, integrations } = asObject(body.spec);
  const annotations = asObject(asObject(body.metadata).annotations);
  const provenance = asText(annotations['grafana.com/provenance']).replace(/^none$/, '');
  const name = asText(title);
  const list = Array.isArray(integrations) ? integrations.map(asObject) : [];
  return {
    name,
    createdBy: stored?.createdBy,
    integrations: list.map(({ uid, type, settings, secureFields, disableResolveMessage }) => {
      const before = stored?.integrations.find((integration) => integration.uid === uid);
      return {
        uid: asText(uid),
        name,
        type: asText(type),
        settings: mergeSecrets(asObject(settings), secureFields, before?.settings),
        disableResolveMessage: disableResolveMessage === true,
        provenance,
      };
    }),
  };
}

export function withUids(receiver: StoredReceiver): StoredReceiver {
  const integrations = receiver.integrations.map((integration) => ({
    ...integration,
    uid: integration.uid || shortUid(),
  }));
  return { ...receiver, integrations };
}

export type Problem = { kind: 'unknownType' | 'invalid'; text: string };

export function receiverProblem({ name, integrations }: StoredReceiver): Problem | undefined {
  if (!name) {
    return { kind: 'invalid', text: 'name should not be an empty string' };
  }
  for (const integration of integrations) {
    const unknown = unknownType(integration.type);
    if (unknown) {
      return { kind: 'unknownType', text: unknown };
    }
    const missing = missingSetting(integration);
    if (missing) {
      return { kind: 'invalid', text: missing };
    }
  }
  return undefined;
}
