import type { SignedInUser, StoredIntegration } from '../context';
import { isWebhook } from '../webhook/deliver';
import type { StoredReceiver } from './store';

/** Administrators, and who made the contact point, be it a person or a service account. */
export function isManager({ role, login }: SignedInUser, { createdBy }: StoredReceiver): boolean {
  return role === 'Admin' || createdBy === login;
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
