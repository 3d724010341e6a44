import { createHash } from 'node:crypto';

import { hasRole } from '../access';
import type { GrafanaVersion, SignedInUser } from '../context';
import { contentHash } from '../ids';
import { isManager } from '../receivers/managers';
import { splitSecrets } from '../receivers/secrets';
import type { StoredReceiver } from '../receivers/store';
import type { Usage } from '../receivers/usage';

/** The name of a receiver's object is its title in another alphabet. */
export function objectName(title: string): string {
  return Buffer.from(title).toString('base64url');
}

export function objectUid(kind: string, name: string): string {
  const hash = createHash('sha256').update(`${kind}/default/${name}`).digest('base64url');
  return `${hash.replace(/[-_]/g, 'A').slice(0, 43)}X`;
}

export function receiverVersion({ name, integrations }: StoredReceiver): string {
  return contentHash([name, integrations]);
}

export function provenanceOf({ integrations }: StoredReceiver): string {
  return integrations.find(({ provenance }) => provenance)?.provenance ?? '';
}

type Annotations = Record<string, string>;

/** A receiver as the app platform shows it, without `kind` and `apiVersion`, which items of lists do not have. */
export function receiverObject(receiver: StoredReceiver, more: Annotations = {}) {
  const name = objectName(receiver.name);
  return {
    metadata: {
      name,
      namespace: 'default',
      uid: objectUid('Receiver', name),
      resourceVersion: receiverVersion(receiver),
      annotations: { ...more, 'grafana.com/provenance': provenanceOf(receiver) || 'none' },
    },
    spec: {
      title: receiver.name,
      integrations: receiver.integrations.map(({ uid, type, disableResolveMessage, settings }) => ({
        uid,
        type,
        version: 'v1',
        disableResolveMessage,
        ...splitSecrets(settings),
      })),
    },
  };
}

export interface ReadDeps {
  version: GrafanaVersion;
  usage: Usage;
  /** Whether only managers change where a contact point sends. */
  protectsAddresses: boolean;
}

/** What reading adds: where it is used, and what the reader may do; rights that are not there are not named. */
export function readAnnotations(
  { version, protectsAddresses, usage }: ReadDeps,
  user: SignedInUser,
  receiver: StoredReceiver
): Annotations {
  const edits = hasRole(user.role, 'Editor');
  const owns = isManager(user, receiver);
  const access = {
    canAdmin: owns,
    canDelete: edits,
    canModifyProtected: owns && (protectsAddresses || version !== '12.3.0'),
    canReadSecrets: owns,
    canTest: edits && version !== '12.3.0',
    canWrite: edits,
  };
  const held = Object.entries(access).filter(([, has]) => has);
  return {
    ...Object.fromEntries(held.map(([right]) => [`grafana.com/access/${right}`, 'true'])),
    'grafana.com/canUse': 'true',
    'grafana.com/inUse/routes': String(usage.policies(receiver.name)),
    'grafana.com/inUse/rules': String(usage.rules(receiver.name).length),
  };
}
