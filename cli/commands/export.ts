import { connectionId } from '../../src/connection/endpoint/identity';
import { exportDocuments } from '../../src/connection/export/exportDocuments';
import { readExport } from '../../src/connection/export/readExport';
import { foundIntegrations, integrationIn } from '../../src/connection/irm/directory';
import type { IrmIntegration, IrmResult } from '../../src/connection/irm/irmPort';
import { connectionsOf, type Connection } from '../../src/connection/ownership/connections';
import { nameOf } from '../../src/connection/ownership/nameOf';
import { mapResult, success } from '../../src/connection/result';
import { folderFor, type FleetGrafana, type FleetIrm } from '../config/fleet';
import { EXIT } from '../exitCodes';
import type { Row } from '../report';
import { describeExportNote, describeVariable } from '../words/describeExport';
import { describeFailure } from '../words/describeFailure';
import { describeIrmFailure } from '../words/describeIrmFailure';
import { notOpenRow, openAndRead, type Context } from './context';

/** Writes what one Grafana holds of its connections as code: those of the file, or all where it names none. */
export async function exportGrafana(
  grafana: FleetGrafana,
  { options, integrationsOf, write }: Context
): Promise<Row[]> {
  const read = await openAndRead(grafana);
  if (!read.ok) {
    return [read.error];
  }
  const { open, objects } = read.value;
  if (objects.problems.rules) {
    return [notOpenRow(grafana, { code: EXIT.notAsked, text: describeFailure(objects.problems.rules) })];
  }
  const all = connectionsOf(objects);
  const connections = grafana.connections.length === 0 ? all : all.filter((one) => isWanted(one, grafana));
  const base = { grafana: grafana.name, connection: '' };
  if (connections.length === 0) {
    return [{ ...base, state: 'nothing there', detail: '', code: EXIT.ok }];
  }
  const known = grafana.irm ? await integrationsFor(connections, grafana.irm, integrationsOf) : success(NONE_KNOWN);
  if (!known.ok) {
    return [{ ...base, state: 'failed', detail: describeIrmFailure(known.error), code: EXIT.notAsked }];
  }
  const { found: irm, missing } = known.value;
  const subject = { connections, objects, irm, organisation: open.organisation };
  const exported = await readExport(open.client, subject);
  if (!exported.ok) {
    const { part, error } = exported.error;
    const detail = `Grafana did not export its ${PARTS[part]}. ${describeFailure(error)}`;
    return [{ ...base, state: 'failed', detail, code: EXIT.notAsked }];
  }
  const { text, fileName, variables, notes } = exportDocuments(exported.value, subject)[options.format];
  const place = write(`${folderFor(grafana.name)}/${fileName}`, text);
  return [
    {
      ...{ ...base, state: 'exported', code: EXIT.ok },
      detail: `${connections.map(nameOf).join(', ')}${place === '' ? '' : `: ${place}`}`,
      notes: [
        ...variables.map(describeVariable),
        ...notes.map(describeExportNote),
        ...missing.map((name) => `IRM shows no integration behind "${name}" to this token, so that it is left out.`),
      ],
      data: { state: 'exported', file: place, variables: variables.map(({ name }) => name) },
    },
  ];
}

interface KnownInIrm {
  /** By the id of their connection. */
  found: ReadonlyMap<string, IrmIntegration>;
  /** Names of the connections whose integration IRM does not show. */
  missing: readonly string[];
}

const NONE_KNOWN: KnownInIrm = { found: new Map(), missing: [] };

async function integrationsFor(
  connections: readonly Connection[],
  irm: FleetIrm,
  integrationsOf: Context['integrationsOf']
): IrmResult<KnownInIrm> {
  return mapResult(await integrationsOf(irm), (directory) => {
    const found = foundIntegrations(connections, ({ endpoint }) => integrationIn(directory, endpoint));
    return { found, missing: connections.filter(({ id }) => !found.has(id)).map(nameOf) };
  });
}

const isWanted = (connection: Connection, { connections }: FleetGrafana) =>
  connections.some(({ name, endpoint }) =>
    endpoint ? connectionId(endpoint) === connection.id : nameOf(connection) === name
  );

const PARTS = { contactPoints: 'contact points', rules: 'alert rules', policies: 'notification policies' } as const;
