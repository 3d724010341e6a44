import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request to the real engine and what it answered. */
export interface Step {
  file: string;
  label: string;
  at: string;
  request: { method: string; url: string; headers: Record<string, string>; body: unknown };
  response: { status: number; headers: Record<string, string>; body: unknown };
}

const folder = join(__dirname, '..', 'contracts', 'oncall-2026-01');

export function recording<Content = unknown>(file: string): Content {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Content;
}

/** The steps of a file; its summaries, which are no requests, are left out. */
export function stepsOf(file: string): Step[] {
  return recording<Step[]>(file)
    .filter((entry) => 'request' in entry)
    .map((step) => ({ ...step, file }));
}
