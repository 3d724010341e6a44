import type { Drift } from '../../drift/drift';
import type { Observation } from '../observation';
import type { HealthInput } from '../types';

/** What all items of the checklist are made from. */
export interface Checked {
  input: HealthInput;
  observation: Observation;
  /** Undefined while the rules cannot be read, when nothing can be compared. */
  drifts: readonly Drift[] | undefined;
}
