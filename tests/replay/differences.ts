/** Steps where the stand-in knowingly answers otherwise than the recorded server; the list is asserted. */
export interface Difference {
  version: string;
  file: string;
  steps: string[];
  reason: string;
}

export const DIFFERENCES: Difference[] = [];

export function differenceOf(version: string, file: string, step: string): Difference | undefined {
  return DIFFERENCES.find((known) => known.version === version && known.file === file && known.steps.includes(step));
}
