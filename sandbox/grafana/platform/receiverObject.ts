import { createHash } from 'node:crypto';

import type { GrafanaVersion, May } from '../context';
import { contentHash } from '../ids';
import { mayMove, receiverScope } from '../receivers/managers';
import { splitSecrets } from '../receivers/secrets';
import type { StoredReceiver } from '../receivers/store';
import type { Usage } from '../receivers/usage';
import { objectName } from './objectName';

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
  usage: Pick<Usage, 'policies' | 'rules'>;
  /** Whether only managers change where a contact point sends. */
  protectsAddresses: boolean;
}

/** What reading adds: where it is used, and what the reader may do; rights that are not there are not named. */
export function readAnnotations(
  { version, protectsAddresses, usage }: ReadDeps,
  may: May,
  receiver: StoredReceiver
): Annotations {
  const scope = receiverScope(receiver.name);
  const writesAll = may('alert.notifications:write');
  const access = {
    canAdmin: may('receivers.permissions:write', scope),
    canDelete: writesAll || may('alert.notifications.receivers:delete', scope),
    canModifyProtected: mayMove(may, receiver) && protectsAddresses,
    canReadSecrets: may('alert.notifications.receivers.secrets:read', scope),
    canTest: may('alert.notifications.receivers.test:create', scope) && version !== '12.3.0',
    canWrite: writesAll || may('alert.notifications.receivers:write', scope),
  };
  const held = Object.entries(access).filter(([, has]) => has);
  return {
    ...Object.fromEntries(held.map(([right]) => [`grafana.com/access/${right}`, 'true'])),
    'grafana.com/canUse': 'true',
    'grafana.com/inUse/routes': String(usage.policies(receiver.name)),
    'grafana.com/inUse/rules': String(usage.rules(receiver.name).length),
  };
}
