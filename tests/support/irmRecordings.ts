import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One request to the real engine and what it answered; see tests/contracts/README.md. */
export interface IrmStep {
  file: string;
  label: string;
  at: string;
  request: { method: string; url: string; headers: Record<string, string>; body: unknown };
  response: { status: number; headers: Record<string, string>; body: unknown };
}

const folder = path.join(__dirname, '..', 'contracts', 'oncall-2026-01');

/** What a recorded file holds, for those that are no list of steps. */
export function irmRecording<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8')) as Content;
}

/** The steps of a file; its summaries, which are no requests, are left out. */
export function irmSteps(file: string): IrmStep[] {
  return irmRecording<IrmStep[]>(file)
    .filter((entry) => 'request' in entry)
    .map((step) => ({ ...step, file }));
}

/** One step by its label; labels that a recording uses twice mean the first. */
export function irmStep(file: string, label: string): IrmStep {
  const step = irmSteps(file).find((candidate) => candidate.label === label);
  if (!step) {
    throw new Error(`No step “${label}” in ${file}`);
  }
  return step;
}
