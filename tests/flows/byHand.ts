import type { Transport } from '../../src/transport/transport';

interface Tree {
  metadata: object;
  spec: { defaults: object; routes?: object[] };
}

const POLICY = { receiver: 'Team mail', continue: false, matchers: [{ type: '=', label: 'site', value: 'north' }] };

/**
 * Adds a notification policy as Grafana's own page does: reads the tree, and puts the new one in the place of what was
 * read. Who is refused because somebody was quicker reads it once more.
 *
 * @returns `done`, `up to date` where it stands already, or the status that was answered
 */
export async function editPolicies(session: Transport, version: string): Promise<'done' | 'up to date' | number> {
  const api = version.startsWith('13') ? 'v1beta1' : 'v0alpha1';
  const path = `/apis/notifications.alerting.grafana.app/${api}/namespaces/default/routingtrees`;
  const read = await session.request({ method: 'GET', path });
  const [tree] = read.ok ? (read.value.body as { items: Tree[] }).items : [];
  if (!tree) {
    return read.ok ? read.value.status : 0;
  }
  const routes = tree.spec.routes ?? [];
  if (routes.some((route) => JSON.stringify(route).includes('"north"'))) {
    return 'up to date';
  }
  const kind = { kind: 'RoutingTree', apiVersion: `notifications.alerting.grafana.app/${api}` };
  const body = { ...tree, ...kind, spec: { ...tree.spec, routes: [...routes, POLICY] } };
  const written = await session.request({ method: 'PUT', path: `${path}/user-defined`, body });
  const status = written.ok ? written.value.status : 0;
  return status === 200 ? 'done' : status;
}
