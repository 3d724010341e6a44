import type { Receiver, Receivers } from '../coverage/receiver';
import { connectionsOf } from '../ownership/connections';
import type { Integration } from '../model';
import type { ReceiverInUse } from '../port/grafanaPort';
import type { GrafanaObjects } from '../reading/reading';

const UNKNOWN: Receiver = { kind: 'unknown' };

/**
 * What each contact point does, as ownership has it: only one that sends alerts to a connection reaches IRM.
 *
 * @param listed all contact points, those without integrations too; undefined where the list could not be read
 */
export function receiversOf(
  objects: GrafanaObjects,
  listed: ReadonlyArray<Pick<ReceiverInUse, 'name' | 'integrations'>> | undefined
): Receivers {
  const pages = new Map<Integration, string>();
  const beats = new Set<Integration>();
  for (const connection of connectionsOf(objects)) {
    const { alertContactPoint, otherAlertContactPoints, heartbeatContactPoint, otherHeartbeatContactPoints } =
      connection;
    [alertContactPoint, ...otherAlertContactPoints].forEach((one) => one && pages.set(one, connection.id));
    [heartbeatContactPoint, ...otherHeartbeatContactPoints].forEach((one) => one && beats.add(one));
  }
  const byName = new Map<string, Integration[]>();
  for (const integration of objects.integrations) {
    byName.set(integration.name, [...(byName.get(integration.name) ?? []), integration]);
  }
  const known = new Map<string, Receiver>();
  for (const { name, integrations } of listed ?? []) {
    known.set(name, integrations === 0 ? { kind: 'nobody', why: 'empty' } : UNKNOWN);
  }
  for (const [name, integrations] of byName) {
    known.set(name, receiverOf(integrations, pages, beats));
  }
  return (name) => known.get(name) ?? UNKNOWN;
}

function receiverOf(
  integrations: readonly Integration[],
  pages: ReadonlyMap<Integration, string>,
  beats: ReadonlySet<Integration>
): Receiver {
  const connections = [...new Set(integrations.flatMap((one) => pages.get(one) ?? []))];
  if (connections.length > 0) {
    return { kind: 'irm', connections };
  }
  const others = integrations.filter((one) => !beats.has(one));
  const types = [...new Set(others.filter((one) => !isPlaceholder(one)).map(({ type }) => type))];
  return types.length > 0
    ? { kind: 'elsewhere', types }
    : { kind: 'nobody', why: others.length > 0 ? 'placeholder' : 'heartbeat' };
}

/** The e-mail contact point of a new Grafana (contact-points.json), which nobody reads. */
const isPlaceholder = ({ type, otherSettings }: Integration) =>
  type === 'email' && otherSettings['addresses'] === '<example@email.com>';
