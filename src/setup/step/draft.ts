import * as v from 'valibot';
import { kept } from '../../ui/data/kept';

/** IRM takes descriptions of up to 250 characters. */
export const GREATEST_DESCRIPTION = 250;

/** Characters as IRM counts them: code points, an emoji is one. */
export const charactersOf = (text: string): number => [...text].length;

const draftSchema = v.object({
  origin: v.picklist(['new', 'existing']),
  type: v.picklist(['alertmanager', 'webhook']),
  title: v.pipe(v.string(), v.maxLength(200)),
  description: v.pipe(
    v.string(),
    v.check((text) => charactersOf(text) <= GREATEST_DESCRIPTION)
  ),
  /** Where the endpoint comes from while IRM's API is set up: from IRM, or pasted because the person wants it so. */
  way: v.optional(v.picklist(['irm', 'paste']), 'irm'),
  /** The integration that was chosen or created through IRM's API; '' when none was. */
  integrationId: v.optional(v.string(), ''),
  integrationName: v.optional(v.string(), ''),
  /** For an integration that is created through IRM's API; '' is no team and no chain. */
  teamId: v.optional(v.string(), ''),
  escalationChainId: v.optional(v.string(), ''),
  setsTemplates: v.optional(v.boolean(), true),
});

/** What Grafana cannot hold. Kept for the browser session; holds no endpoint and no token. */
export type Draft = v.InferOutput<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = {
  origin: 'new',
  type: 'alertmanager',
  title: '',
  description: '',
  way: 'irm',
  integrationId: '',
  integrationName: '',
  teamId: '',
  escalationChainId: '',
  setsTemplates: true,
};

const stored = kept('session', 'irmconnect.draft', draftSchema);

/** The draft of this browser session; an empty one when there is none. */
export const loadDraft = (): Draft => stored.read() ?? EMPTY_DRAFT;

/** Keeps the draft, so that a reload does not lose it. */
export const saveDraft = (draft: Draft): void => stored.write(draft);
