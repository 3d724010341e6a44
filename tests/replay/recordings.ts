import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface RecordedStep {
  name: string;
  as: 'admin' | 'editor' | 'viewer' | 'anonymous';
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown };
  response: { status: number; contentType: string | null; body: unknown };
}

export interface Recording {
  file: string;
  steps: RecordedStep[];
}

/** In the order in which they build on each other (tests/contracts/README.md). */
const FILES = [
  'contact-points',
  'receivers-test',
  'folders',
  'alert-rules',
  'state',
  'state-failing',
  'policies',
  'plugin',
  'ruler',
  'app-platform',
  'app-platform-rules',
];

export function grafanaRecordings(version: string): Recording[] {
  const folder = path.join(__dirname, '..', 'contracts', `grafana-${version}`);
  return FILES.flatMap((file) => {
    const at = path.join(folder, `${file}.json`);
    return existsSync(at) ? [{ file, steps: (JSON.parse(readFileSync(at, 'utf8')) as Recording).steps }] : [];
  });
}
