import type * as v from 'valibot';
import { contradicted } from '../connection/reading/contradicted';
import { failure, mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';
import { notificationsPath, STABLE } from './platform';
import { integrationsOf, receiverList } from './wire/receiver';

/**
 * A list of contact points of the app platform. It shows those without integrations as well, and so is never empty
 * (app-platform.json, "list"): `contradicted` where it is.
 */
export async function requestReceivers<List extends { items: readonly unknown[] }>(
  transport: Transport,
  path: string,
  form: v.GenericSchema<unknown, List>
) {
  const answer = await requestList(transport, { method: 'GET', path }, form);
  return answer.ok && answer.value.value.items.length === 0 ? failure(contradicted()) : answer;
}

/** Every integration of every contact point, through the stable app platform, in the order of the provisioning API. */
export async function listReceivers(transport: Transport, namespace: string) {
  const path = notificationsPath(namespace, STABLE, 'receivers');
  const answer = await requestReceivers(transport, path, receiverList);
  return mapResult(answer, ({ value, serverTime }) => ({
    value: sortedByTitle(value.items).flatMap(integrationsOf),
    serverTime,
  }));
}

const sortedByTitle = <Item extends { spec: { title: string } }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.spec.title < b.spec.title ? -1 : 1));
