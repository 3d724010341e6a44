import * as z from '../../transport/zod';
import { kept } from '../../ui/data/kept';

/** IRM takes descriptions of up to 250 characters. */
export const GREATEST_DESCRIPTION = 250;

/** Characters as IRM counts them: code points, an emoji is one. */
export const charactersOf = (text: string): number => [...text].length;

const draftSchema = z.object({
  origin: z.enum(['new', 'existing']),
  type: z.enum(['alertmanager', 'webhook']),
  title: z.string().check(z.maxLength(200)),
  description: z.string().check(z.refine((text) => charactersOf(text) <= GREATEST_DESCRIPTION)),
  /** Where the endpoint comes from while IRM's API is set up: from IRM, or pasted because the person wants it so. */
  way: z._default(z.enum(['irm', 'paste']), 'irm'),
  /** The integration that was chosen or created through IRM's API; '' when none was. */
  integrationId: z._default(z.string(), ''),
  integrationName: z._default(z.string(), ''),
  /** For an integration that is created through IRM's API; '' is no team and no chain. */
  teamId: z._default(z.string(), ''),
  escalationChainId: z._default(z.string(), ''),
  setsTemplates: z._default(z.boolean(), true),
});

/** What Grafana cannot hold. Kept for the browser session; holds no endpoint and no token. */
export type Draft = z.infer<typeof draftSchema>;

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
