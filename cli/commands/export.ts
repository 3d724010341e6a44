import { connectionId } from '../../src/connection/endpoint/identity';
import { exportDocuments } from '../../src/connection/export/exportDocuments';
import { readExport } from '../../src/connection/export/readExport';
import { connectionsOf, type Connection } from '../../src/connection/ownership/connections';
import { nameOf } from '../../src/connection/ownership/nameOf';
import type { FleetGrafana } from '../config/fleet';
import { EXIT } from '../exitCodes';
import type { Row } from '../report';
import { describeExportNote, describeVariable } from '../words/describeExport';
import { describeFailure } from '../words/describeFailure';
import { notOpenRow, openAndRead, type Context } from './context';

/** Writes what one Grafana holds of its connections as code: those of the file, or all where it names none. */
export async function exportGrafana(grafana: FleetGrafana, { options, write }: Context): Promise<Row[]> {
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
  const subject = { connections, objects, organisation: open.organisation };
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
      notes: [...variables.map(describeVariable), ...notes.map(describeExportNote)],
      data: { state: 'exported', file: place, variables: variables.map(({ name }) => name) },
    },
  ];
}

const isWanted = (connection: Connection, { connections }: FleetGrafana) =>
  connections.some(({ name, endpoint }) =>
    endpoint ? connectionId(endpoint) === connection.id : nameOf(connection) === name
  );

/** A name of the file as the name of a folder, on every system. */
const folderFor = (name: string) => name.replace(/[^\w.-]+/g, '-').replace(/^\.+/, '') || 'grafana';

const PARTS = { contactPoints: 'contact points', rules: 'alert rules', policies: 'notification policies' } as const;
