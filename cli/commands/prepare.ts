import type { GrafanaObjects } from '../../src/connection/reading/reading';
import { success } from '../../src/connection/result';
import type { FleetConnection, FleetGrafana } from '../config/fleet';
import type { OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { guarded, openAndRead } from './context';
import { planOne, type Folders, type Planned } from './planOne';

/** One Grafana with what would be done there; nothing was written yet. */
export interface Prepared {
  grafana: FleetGrafana;
  /** What `apply` would do, or why it cannot be told. */
  rows: Row[];
  /** Undefined where the Grafana could not be asked. */
  asked: { open: OpenGrafana; objects: GrafanaObjects; folders: Folders; plans: PlannedConnection[] } | undefined;
}

interface PlannedConnection {
  connection: FleetConnection;
  planned: Planned;
}

/** Asks one Grafana and compares it with the file. */
export async function prepare(grafana: FleetGrafana): Promise<Prepared> {
  let asked: Prepared['asked'];
  const rows = await guarded(grafana, async () => {
    const prepared = await askAndPlan(grafana);
    asked = prepared.asked;
    return prepared.rows;
  });
  return { grafana, rows, asked };
}

async function askAndPlan(grafana: FleetGrafana): Promise<Prepared> {
  const read = await openAndRead(grafana);
  if (!read.ok) {
    return { grafana, rows: [read.error], asked: undefined };
  }
  const { open, objects } = read.value;
  const isFolderNamed = grafana.connections.some(({ wish }) => wish.heartbeat && wish.folder !== undefined);
  const folders = isFolderNamed ? await open.client.listFolders() : NONE_NAMED;
  const plans = grafana.connections.flatMap((connection) => {
    const planned = planOne(grafana, connection, open, { objects, folders });
    return planned ? [{ connection, planned }] : [];
  });
  return { grafana, rows: plans.map(({ planned }) => planned.row), asked: { open, objects, folders, plans } };
}

const NONE_NAMED: Folders = success([]);
