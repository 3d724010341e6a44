import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HttpResponse } from 'msw';

export type RecordedVersion = '12.3.0' | '12.4.0';
export const RECORDED_VERSIONS: readonly RecordedVersion[] = ['12.3.0', '12.4.0'];

/** One request to a real Grafana and what it answered; see tests/contracts/README.md. */
export interface RecordedStep {
  name: string;
  as: 'admin' | 'editor' | 'viewer' | 'anonymous';
  request: { method: string; path: string; headers: Record<string, string>; body?: unknown };
  response: { status: number; contentType: string | null; body: unknown };
}

const folderOf = (version: RecordedVersion) => path.join(__dirname, '..', 'contracts', `grafana-${version}`);

/** The recorded files of a version by name, sorted. */
export function recordedFiles(version: RecordedVersion): string[] {
  return readdirSync(folderOf(version))
    .map((file) => path.basename(file, '.json'))
    .sort();
}

/** All steps of one recorded file, in order. */
export function recordedSteps(version: RecordedVersion, file: string): RecordedStep[] {
  const text = readFileSync(path.join(folderOf(version), `${file}.json`), 'utf8');
  return (JSON.parse(text) as { steps: RecordedStep[] }).steps;
}

/** One step by its name; names that a recording uses twice mean the first. */
export function recordedStep(version: RecordedVersion, file: string, name: string): RecordedStep {
  const step = recordedSteps(version, file).find((candidate) => candidate.name === name);
  if (!step) {
    throw new Error(`No step “${name}” in ${file} of ${version}`);
  }
  return step;
}

/** The recorded response, for msw to answer with. */
export function responseOf({ response }: RecordedStep): HttpResponse<string> {
  const { status, contentType, body } = response;
  const text = body === null ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return new HttpResponse(status === 204 ? null : text, {
    status,
    headers: contentType ? { 'Content-Type': contentType } : {},
  });
}
