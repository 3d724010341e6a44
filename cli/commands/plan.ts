import type { FleetGrafana } from '../config/fleet';
import type { Row } from '../report';
import { openAndRead } from './context';
import { planOne } from './planOne';

/** What `apply` would do in one Grafana. Nothing is written. */
export async function planGrafana(grafana: FleetGrafana): Promise<Row[]> {
  const read = await openAndRead(grafana);
  if (!read.ok) {
    return [read.error];
  }
  const { open, objects } = read.value;
  return grafana.connections.flatMap((connection) => planOne(grafana, connection, open, objects)?.row ?? []);
}
