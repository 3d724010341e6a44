import { z } from 'zod';

/** IRM takes descriptions of up to 250 characters. */
export const GREATEST_DESCRIPTION = 250;

const draftSchema = z.object({
  origin: z.enum(['new', 'existing']),
  type: z.enum(['alertmanager', 'webhook']),
  title: z.string().max(200),
  description: z.string().max(GREATEST_DESCRIPTION),
  team: z.string().max(200),
  /** The person said that the integration is there in IRM. */
  integrationIsThere: z.boolean(),
});

/** What is only of use in IRM. Kept for the browser session; holds no endpoint and no token. */
export type Draft = z.infer<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = {
  origin: 'new',
  type: 'alertmanager',
  title: '',
  description: '',
  team: '',
  integrationIsThere: false,
};

const KEY = 'irmconnect.draft';

/** The draft of this browser session; an empty one when there is none or it cannot be read. */
export function loadDraft(storage: Storage): Draft {
  try {
    return draftSchema.parse(JSON.parse(storage.getItem(KEY) ?? ''));
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps the draft. A browser that keeps nothing (private mode, full storage) only loses it on reload. */
export function saveDraft(storage: Storage, draft: Draft): void {
  try {
    storage.setItem(KEY, JSON.stringify(draftSchema.parse(draft)));
  } catch {
    // Nothing depends on it.
  }
}

export function forgetDraft(storage: Storage): void {
  try {
    storage.removeItem(KEY);
  } catch {
    // Nothing depends on it.
  }
}
