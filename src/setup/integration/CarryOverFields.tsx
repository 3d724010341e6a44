import { t } from '@grafana/i18n';
import { Field, Input, Stack } from '@grafana/ui';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { CopyButton } from '../../ui/CopyButton';
import { DescriptionField, TitleField } from '../step/IntegrationTexts';
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
      <TitleField
        field={register('title')}
        error={errors.title?.message}
        addonAfter={<CopyButton size="md" text={values.title} what={t('setup.integration.copy-title', 'title')} />}
      />
      <Stack direction="column" gap={1} alignItems="stretch">
        <DescriptionField
          field={register('description')}
          error={errors.description?.message}
          text={values.description}
        />
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
