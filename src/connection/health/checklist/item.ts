import type { ChecklistData, ChecklistId, ChecklistItem, ChecklistState } from './types';
import type { NextAction } from '../types';

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
