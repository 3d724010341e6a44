import { t } from '@grafana/i18n';
import { Field, Input, Stack, TextArea } from '@grafana/ui';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { CopyButton } from '../../ui/CopyButton';
import { charactersOf, GREATEST_DESCRIPTION } from '../step/draft';
import type { IntegrationValues } from './integrationForm';

interface Props {
  register: UseFormRegister<IntegrationValues>;
  values: IntegrationValues;
  errors: FieldErrors<IntegrationValues>;
}

/** Texts for IRM's form, each with its copy button. */
export function CarryOverFields({ register, values, errors }: Props) {
  return (
    <Stack direction="column" gap={2}>
      <Field
        noMargin
        required
        label={t('setup.integration.title', 'Title')}
        description={t('setup.integration.title-help', 'Also the start of the contact point name later on.')}
        invalid={errors.title !== undefined}
        error={errors.title?.message}
      >
        <Input
          id="integration-title"
          {...register('title')}
          aria-invalid={errors.title !== undefined}
          placeholder={t('setup.integration.title-example', 'Production Grafana')}
          maxLength={200}
          addonAfter={<CopyButton size="md" text={values.title} what={t('setup.integration.copy-title', 'title')} />}
        />
      </Field>
      <Stack direction="column" gap={1} alignItems="stretch">
        <Field
          noMargin
          label={t('setup.integration.description', 'Description')}
          description={t('setup.integration.description-count', '{{used}} of {{most}} characters', {
            used: charactersOf(values.description),
            most: GREATEST_DESCRIPTION,
          })}
          invalid={errors.description !== undefined}
          error={errors.description?.message}
        >
          <TextArea
            id="integration-description"
            {...register('description')}
            aria-invalid={errors.description !== undefined}
            rows={2}
            placeholder={t('setup.integration.description-example', 'Alerts of our own Grafana, sent by IRM Connect')}
          />
        </Field>
        <div>
          <CopyButton text={values.description} what={t('setup.integration.copy-description', 'description')} />
        </div>
      </Stack>
      <Field
        noMargin
        label={t('setup.integration.team', 'Team')}
        description={t(
          'setup.integration.team-help',
          'The team in IRM that the integration is to belong to. May stay empty.'
        )}
      >
        <Input
          id="integration-team"
          {...register('team')}
          maxLength={200}
          addonAfter={<CopyButton size="md" text={values.team} what={t('setup.integration.copy-team', 'team')} />}
        />
      </Field>
    </Stack>
  );
}
