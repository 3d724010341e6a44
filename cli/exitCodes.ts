/** What the command line ends with, for scripts; docs/fleet.md names them. */
export const EXIT = {
  ok: 0,
  /** A plan has changes that were not made, or a heartbeat is not well. */
  toDo: 1,
  /** The command or the file cannot be understood; nobody was asked. */
  usage: 2,
  /** A Grafana could not be asked, or an answer was an error: what holds there is not known. */
  notAsked: 3,
  /** Something speaks against it: an obstacle, a missing permission, a test that was not accepted. */
  refused: 4,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WORST_FIRST: readonly ExitCode[] = [EXIT.interrupted, EXIT.usage, EXIT.notAsked, EXIT.refused, EXIT.toDo];

/** The one code for several outcomes: the worst. */
export const worstOf = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
