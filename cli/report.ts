import type { ExitCode } from './exitCodes';

/** What came of one connection in one Grafana, or of a Grafana as a whole (`connection` is '' then). */
export interface Row {
  grafana: string;
  connection: string;
  /** A word or two. */
  state: string;
  /** Why, and what to do, in sentences; '' when there is nothing to say. */
  detail: string;
  code: ExitCode;
  /** Nothing is known of the Grafana, as it did not answer or could not be read. */
  isNotAsked?: boolean;
  /** What would be done, or was done. */
  changes?: Change[];
  /** What is to be known beside it. */
  notes?: string[];
  /** For programs: what is in `state` and `detail` as data. */
  data?: Readonly<Record<string, unknown>>;
}

/** One object that is made, changed or deleted, in words. */
export interface Change {
  action: string;
  object: string;
  name: string;
  fields: Array<{ field: string; before: string; after: string }>;
  /** How far applying it got. */
  state?: string;
}

/** All that a command found out. */
export interface Report {
  rows: Row[];
  code: ExitCode;
  /** One sentence. */
  summary: string;
  /** What concerns several Grafanas at once. */
  remarks?: string[];
}
