import type { Drift } from '../../drift/drift';
import type { Observation } from '../observation';
import type { HealthInput, NextAction } from '../types';
import type { ChecklistData, ChecklistId, ChecklistItem, ChecklistState } from './types';

/** What all items of the checklist are made from. */
export interface Checked {
  input: HealthInput;
  observation: Observation;
  /** Undefined while the rules cannot be read, when nothing can be compared. */
  drifts: readonly Drift[] | undefined;
}

/** Builds an item; `mend` goes only with a problem. */
export function item<Id extends ChecklistId>(
  id: Id,
  state: ChecklistState,
  data: ChecklistData[Id],
  mend?: NextAction
): ChecklistItem {
  // TypeScript does not see that the pair of a generic id and its data is one of the union.
  return { id, state, data, ...(state === 'problem' && mend && { mend }) } as ChecklistItem;
}
