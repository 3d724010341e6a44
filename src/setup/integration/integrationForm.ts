import { t } from '@grafana/i18n';
import { z } from '../../transport/zod';
import { charactersOf, GREATEST_DESCRIPTION, type Draft } from '../step/draft';

export type IntegrationValues = Pick<Draft, 'origin' | 'type' | 'title' | 'description' | 'team'>;

/** IRM's own rules for what is carried over, so that nobody is turned away there. */
export function integrationSchema() {
  return z
    .object({
      origin: z.enum(['new', 'existing']),
      type: z.enum(['alertmanager', 'webhook']),
      title: z.string(),
      description: z.string().refine(
        (text) => charactersOf(text) <= GREATEST_DESCRIPTION,
        t('setup.integration.description-long', 'IRM takes up to {{count}} characters. Shorten the description.', {
          count: GREATEST_DESCRIPTION,
        })
      ),
      team: z.string(),
    })
    .refine(({ origin, title }) => origin === 'existing' || title.trim() !== '', {
      path: ['title'],
      error: t('setup.integration.title-missing', 'IRM needs a title for a new integration.'),
    });
}
