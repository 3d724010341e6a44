import { createHash } from 'node:crypto';

import type { May, StoredIntegration } from '../context';
import { isWebhook } from '../webhook/deliver';
import { objectName } from '../platform/objectName';
import type { StoredReceiver } from './store';

/** What rights on this contact point are rights on. */
export function receiverScope(name: string): string {
  return objectScope(objectName(name));
}

/** The same by the name of its object; a long one goes by a hash (docs/facts.md#permissions). */
export function objectScope(name: string): string {
  return `receivers:uid:${name.length > 40 ? createHash('sha1').update(name).digest('hex') : name}`;
}

/** Such as administrators, and who made the contact point, be it a person or a service account. */
export function mayMove(may: May, { name }: StoredReceiver): boolean {
  return may('alert.notifications.receivers.protected:write', receiverScope(name));
}

/** Whether this contact point may be seen; rights on single ones: docs/facts.md#permissions. */
export function mayRead(may: May, name: string): boolean {
  return may('alert.notifications:read') || may('alert.notifications.receivers:read', receiverScope(name));
}

export function mayReadSecrets(may: May, name: string): boolean {
  return (
    may('alert.provisioning.secrets:read') || may('alert.notifications.receivers.secrets:read', receiverScope(name))
  );
}

export type ProtectedFields = Record<string, string[]>;

/** Protected fields (of a webhook its address) that would change, by the uid of their integration; undefined when there are none. */
export function changedProtectedFields(
  stored: StoredIntegration[],
  wanted: StoredIntegration[]
): ProtectedFields | undefined {
  const changed = wanted.filter(({ uid, type, settings }) => {
    const before = stored.find((integration) => integration.uid === uid);
    return before && isWebhook(type) && before.settings.url !== settings.url;
  });
  return changed.length > 0 ? Object.fromEntries(changed.map(({ uid }) => [uid, ['url']])) : undefined;
}

/** What both APIs say to somebody who may change a contact point and not where it sends. */
export function protectedRefusal({ name }: StoredReceiver, fields: ProtectedFields) {
  return {
    messageId: 'alerting.unauthorized',
    message: `user is not authorized to update protected fields of receiver '${name}'`,
    payload: {
      changed_protected_fields: fields,
      permissions: 'alert.notifications.receivers.protected:write',
    },
  };
}
