import { run } from '../../cli/run';

interface Given {
  /** The text of the fleet file. */
  file: string;
  env?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Called with each line of progress. */
  onProgress?: (line: string) => unknown;
}

/** What one command line came to. */
export interface Ended {
  code: number;
  out: string;
  err: string;
  /** Written files by their paths. */
  files: Readonly<Record<string, string>>;
}

/** Runs the command line in this process, as `cli/main.ts` does, on a file and an environment of the test's own. */
export async function commandLine(
  words: string,
  { file, env = {}, signal = new AbortController().signal, onProgress }: Given
): Promise<Ended> {
  const written = { out: '', err: '' };
  const files: Record<string, string> = {};
  const code = await run(words.split(' '), {
    env,
    signal,
    version: '0.0.0',
    readFile: () => file,
    writeFile: (path, text) => (files[path] = text),
    out: (text) => (written.out += text),
    err(text) {
      written.err += text;
      onProgress?.(text);
    },
  });
  return { code, ...written, files };
}

/** State by Grafana, out of what `--json` printed. */
export const statesIn = ({ out }: Ended): Record<string, string> =>
  Object.fromEntries(rowsIn({ out }).map(({ grafana, state }) => [grafana, state]));

interface JsonRow {
  grafana: string;
  connection: string | null;
  state: string;
  detail: string;
  code: number;
  changes?: unknown[];
}

export const rowsIn = ({ out }: Pick<Ended, 'out'>): JsonRow[] => (JSON.parse(out) as { rows: JsonRow[] }).rows;
