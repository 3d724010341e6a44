import { mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';
import { notificationsPath, STABLE } from './platform';
import { integrationsOf, receiverList } from './wire/receiver';

/** Every integration of every contact point, through the stable app platform, in the order of the provisioning API. */
export async function listReceivers(transport: Transport, namespace: string) {
  const path = notificationsPath(namespace, STABLE, 'receivers');
  const answer = await requestList(transport, { method: 'GET', path }, receiverList);
  return mapResult(answer, ({ value, serverTime }) => ({
    value: sortedByTitle(value.items).flatMap(integrationsOf),
    serverTime,
  }));
}

const sortedByTitle = <Item extends { spec: { title: string } }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.spec.title < b.spec.title ? -1 : 1));
