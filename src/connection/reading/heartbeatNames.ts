import { isOurUid } from '../desired/objects';
import { endpointOfUrl } from '../endpoint/identity';
import type { Integration } from '../model';

/** Names of the contact points that send heartbeats, each once. */
export const heartbeatNames = (integrations: readonly Integration[]): string[] => [
  ...new Set(
    integrations
      .filter(({ uid, url }) => (isOurUid(uid) ? uid.endsWith('-hb') : endpointOfUrl(url)?.isHeartbeat === true))
      .map(({ name }) => name)
  ),
];
