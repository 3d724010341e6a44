import type { readDirectory } from '../../src/connection/irm/directory';
import type { GrafanaReading } from '../../src/connection/reading/reading';
import { readGrafana } from '../../src/connection/reading/readGrafana';
import { type Result, failure, success } from '../../src/connection/result';
import type { Options } from '../arguments';
import type { FleetGrafana, FleetIrm } from '../config/fleet';
import { EXIT } from '../exitCodes';
import { openGrafana, type NotOpen, type OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { withoutSecrets } from '../../src/transport/masking';
import { describeFailure } from '../words/describeFailure';

/** What every command works with. */
export interface Context {
  options: Options;
  /** Aborted by Ctrl-C: what is under way ends, nothing else begins. */
  signal: AbortSignal;
  /** IRM's integrations; answers an error where its API does. */
  integrationsOf(irm: FleetIrm): ReturnType<typeof readDirectory>;
  /** Keeps an exported text where `--out` says, and answers where that is; '' where it is printed. */
  write(place: string, text: string): string;
  /** Called whenever a Grafana is done with: what came of it, and how many are. */
  progress(grafana: string, rows: readonly Row[], ended: number, total: number): void;
}

/** A Grafana of which nothing is known, as one row. */
export const notOpenRow = ({ name }: FleetGrafana, { code, text }: NotOpen): Row => ({
  grafana: name,
  connection: '',
  state: code === EXIT.refused ? 'refused' : 'not asked',
  detail: text,
  code,
  isNotAsked: code === EXIT.notAsked,
});

export const stoppedRow = (grafana: string, connection = ''): Row => ({
  ...{ grafana, connection, state: 'not begun', detail: 'Stopped before it was its turn.' },
  code: EXIT.interrupted,
});

/** Opens a Grafana and reads what it holds; a row where that fails. */
export async function openAndRead(
  grafana: FleetGrafana
): Promise<Result<{ open: OpenGrafana; objects: GrafanaReading }, Row>> {
  const opened = await openGrafana(grafana);
  if (!opened.ok) {
    return failure(notOpenRow(grafana, opened.error));
  }
  const objects = await readObjects(opened.value);
  return objects.ok
    ? success({ open: opened.value, objects: objects.value })
    : failure(notOpenRow(grafana, objects.error));
}

export async function readObjects({ client }: OpenGrafana): Promise<Result<GrafanaReading, NotOpen>> {
  const reading = await readGrafana(client, { folder: 'unread' });
  return reading.ok ? reading : failure({ code: EXIT.notAsked, text: describeFailure(reading.error) });
}

/** A Grafana that answers in a way nobody thought of must not cost the others their turn. */
export async function guarded(grafana: FleetGrafana, ask: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await ask();
  } catch (error) {
    return [notOpenRow(grafana, { code: EXIT.notAsked, text: `Unexpected: ${withoutSecrets(String(error))}.` })];
  }
}
