import { EXIT } from './exitCodes';
import type { Change, Report, Row } from './report';
import { oneLine, plainSpaces, tableText } from './words/table';

const MARKS: Readonly<Record<string, string>> = { Create: '+', Change: '~', Delete: '-' };

interface Shown {
  withChanges: boolean;
  /** Whether all settings of new objects are listed. */
  withDetails: boolean;
}

/** A report for people: what would change, one table, one sentence. */
export function reportText({ rows, summary, remarks = [] }: Report, { withChanges, withDetails }: Shown): string {
  const blocks = withChanges ? rows.flatMap((row) => blockOf(row, withDetails)) : [];
  const table = tableText(
    ['Grafana', 'Connection', 'State', 'Detail'],
    rows.map((row) => [row.grafana, row.connection || '-', row.state, row.detail])
  );
  const below = [...remarks.map((remark) => `! ${remark}`), summary].map(oneLine);
  return plainSpaces([...blocks.map(oneLine), ...(rows.length > 0 ? [table, ''] : []), ...below, ''].join('\n'));
}

function blockOf({ grafana, connection, changes = [], notes = [], code }: Row, withDetails: boolean): string[] {
  if (changes.length === 0 && (notes.length === 0 || (code === EXIT.ok && connection !== ''))) {
    return [];
  }
  return [
    connection === '' ? grafana : `${grafana}: ${connection}`,
    ...changes.flatMap((change) => changeLines(change, withDetails)),
    ...notes.map((note) => `  ! ${note}`),
    '',
  ];
}

function changeLines({ action, object, name, fields, state }: Change, withDetails: boolean): string[] {
  const isNew = action === 'Create';
  const shown = action === 'Change' || (isNew && withDetails) ? fields : [];
  const done = state === undefined ? '' : ` (${state.toLowerCase()})`;
  return [
    `  ${MARKS[action] ?? ' '} ${action} ${object.charAt(0).toLowerCase()}${object.slice(1)} "${name}"${done}`,
    ...shown.map(({ field, before, after }) =>
      isNew ? `      ${field}: ${after}` : `      ${field}: ${before || 'nothing'} -> ${after || 'nothing'}`
    ),
  ];
}

/** The same for programs, one object on one line. */
export const reportJson = (command: string, { rows, code, summary, remarks = [] }: Report): string =>
  plainSpaces(`${JSON.stringify({ command, code, summary, remarks, rows: rows.map(rowJson) })}\n`);

const rowJson = ({ grafana, connection, state, detail, code, changes, notes, data }: Row) => ({
  ...{ grafana, connection: connection === '' ? null : connection, code, detail },
  ...(data ?? { state }),
  ...(changes && { changes }),
  ...(notes && { notes }),
});
