import type { Drift } from '../drift';
import type { Sight } from '../sight';
import type { HealthInput } from '../types';

/** What all items of the checklist are made from. */
export interface Checked {
  input: HealthInput;
  sight: Sight;
  /** Undefined while the rules cannot be read, when nothing can be compared. */
  drifts: Drift[] | undefined;
}
