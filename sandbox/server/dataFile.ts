import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SandboxProblem } from './problem';

/** What both stand-ins need to go on where they stopped. */
export interface SavedState {
  grafana?: unknown;
  irm?: unknown;
}

export interface DataFile {
  initial: SavedState;
  /** Writes the state when it differs from what the file has. */
  save(state: SavedState): void;
}

/** Reads the file, which need not exist yet. Throws a SandboxProblem when it cannot be used. */
export function openDataFile(file: string): DataFile {
  let written = existsSync(file) ? read(file) : '{}';
  const initial = parse(file, written);
  return {
    initial,
    save(state) {
      const text = JSON.stringify(state, null, 1);
      if (text !== written) {
        write(file, text);
        written = text;
      }
    },
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SandboxProblem(`The data file ${file} cannot be read: ${(error as Error).message}`);
  }
}

function parse(file: string, text: string): SavedState {
  const advice = 'Choose another file with --data, or delete this one to start from nothing.';
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    throw new SandboxProblem(
      `The data file ${file} is not JSON, so it was not written by the sandbox or is damaged. ${advice}`
    );
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    throw new SandboxProblem(`The data file ${file} does not hold the state of a sandbox. ${advice}`);
  }
  return state;
}

/** First beside it, then in its place, so that the file is whole whatever happens meanwhile. */
function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const partial = `${file}.${process.pid}.tmp`;
    writeFileSync(partial, text, { mode: 0o600 });
    renameSync(partial, file);
  } catch (error) {
    throw new SandboxProblem(`The data file ${file} cannot be written: ${(error as Error).message}`);
  }
}
