import { t } from '@grafana/i18n';
import type { UseFormSetError } from 'react-hook-form';
import * as v from 'valibot';
import type { IntegrationWish, IrmError } from '../../connection/irm/irmPort';
import { WEBHOOK_TEMPLATES } from '../../connection/irm/webhookTemplates';
import { charactersOf, GREATEST_DESCRIPTION, type Draft } from '../step/draft';

export type CreateValues = Pick<
  Draft,
  'title' | 'description' | 'teamId' | 'type' | 'escalationChainId' | 'setsTemplates'
>;

/** IRM's column for titles holds so many characters; its API says so only with a fault. */
const GREATEST_TITLE = 150;

export function createSchema() {
  return v.object({
    title: v.pipe(
      v.string(),
      v.check(
        (text) => text.trim() !== '',
        t('setup.integration.title-missing', 'IRM needs a title for a new integration.')
      ),
      v.check(
        (text) => charactersOf(text.trim()) <= GREATEST_TITLE,
        t('setup.create.title-long', 'IRM takes up to {{count}} characters. Shorten the title.', {
          count: GREATEST_TITLE,
        })
      )
    ),
    description: v.pipe(
      v.string(),
      v.check(
        (text) => charactersOf(text.trim()) <= GREATEST_DESCRIPTION,
        t('setup.integration.description-long', 'IRM takes up to {{count}} characters. Shorten the description.', {
          count: GREATEST_DESCRIPTION,
        })
      )
    ),
    teamId: v.string(),
    type: v.picklist(['alertmanager', 'webhook']),
    escalationChainId: v.string(),
    setsTemplates: v.boolean(),
  });
}

export function wishOf(values: CreateValues): IntegrationWish {
  return {
    type: values.type,
    name: values.title.trim(),
    description: values.description.trim(),
    teamId: values.teamId || undefined,
    escalationChainId: values.escalationChainId || undefined,
    templates: values.type === 'webhook' && values.setsTemplates ? WEBHOOK_TEMPLATES : {},
  };
}

/** IRM's name of a field, and the form's. */
const FIELDS: Readonly<Record<string, keyof CreateValues>> = {
  name: 'title',
  description_short: 'description',
  team_id: 'teamId',
  type: 'type',
  escalation_chain_id: 'escalationChainId',
};

/** Whether all that IRM says is about fields of the form. */
export const hasFieldFor = ({ reason, fields }: IrmError): boolean =>
  reason === 'nameTaken' || (Object.keys(fields).length > 0 && Object.keys(fields).every((name) => name in FIELDS));

/** Puts what IRM says beside the fields that it is about. */
export function showOnFields({ reason, fields }: IrmError, setError: UseFormSetError<CreateValues>): void {
  if (reason === 'nameTaken') {
    const message = t('setup.create.name-taken', 'IRM has an integration of this name already in this team.');
    setError('title', { type: 'irm', message }, { shouldFocus: true });
  }
  for (const [name, message] of Object.entries(fields)) {
    const field = FIELDS[name];
    if (field) {
      setError(field, { type: 'irm', message }, { shouldFocus: true });
    }
  }
}
