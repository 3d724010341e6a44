import { policy } from '../../coverage/testing/policies';
import type { StoredPolicy } from '../types';

/** A new notification policy that takes every alert. */
export const storedPolicy = (receiver: string, ...routes: StoredPolicy[]): StoredPolicy => ({
  ...policy(receiver),
  routes,
  stored: undefined,
});
