import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import { contradicted } from '../connection/reading/contradicted';
import { failure, success, type Result } from '../connection/result';

/** Who is asked, in this order: the app platform has a contact point at once, the Alertmanager within a minute. */
type Witnesses = Pick<GrafanaPort, 'listReceiverUses' | 'deliveries'>;

/**
 * Whether there are no contact points, as the provisioning API says. It shows integrations alone, so that of a new 12.4,
 * which has one contact point without any, nothing is left (policies.json, state.json). What stands in front of Grafana
 * may answer so, too; but then others still tell of them.
 *
 * `contradicted` when they do, or when nobody tells of a contact point at all, which each organization has;
 * `isUnconfirmed` where none could be asked.
 */
export async function confirmEmpty({
  listReceiverUses,
  deliveries,
}: Witnesses): Promise<Result<{ isUnconfirmed: boolean }, GrafanaError>> {
  const uses = await listReceiverUses();
  if (uses.ok) {
    return verdict(uses.value.filter(({ integrations }) => integrations > 0));
  }
  const statuses = await deliveries();
  if (statuses.ok && statuses.value.value.length > 0) {
    return verdict(statuses.value.value.filter(({ integrations }) => integrations.length > 0));
  }
  return statuses.ok || uses.error.reason === 'contradicted'
    ? failure(contradicted())
    : success({ isUnconfirmed: true });
}

const verdict = (sending: ReadonlyArray<{ name: string }>): Result<{ isUnconfirmed: boolean }, GrafanaError> =>
  sending.length === 0 ? success({ isUnconfirmed: false }) : failure(contradicted(sending.map(({ name }) => name)));
