import { t } from '@grafana/i18n';
import { Field, Input, TextArea } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { charactersOf, GREATEST_DESCRIPTION } from './draft';

interface Props {
  /** What the form's `register` gives for the field. */
  field: UseFormRegisterReturn;
  error: string | undefined;
}

/** What an integration is called in IRM. */
export function TitleField({ field, error, addonAfter }: Props & { addonAfter?: ReactNode }) {
  return (
    <Field
      noMargin
      required
      label={t('setup.integration.title', 'Title')}
      description={t('setup.integration.title-help', 'Also used as the contact point name.')}
      invalid={error !== undefined}
      error={error}
    >
      <Input
        id="integration-title"
        {...field}
        aria-invalid={error !== undefined}
        placeholder={t('setup.integration.title-example', 'Production Grafana')}
        maxLength={200}
        autoComplete="off"
        addonAfter={addonAfter}
      />
    </Field>
  );
}

/** What IRM shows below the title, with its length as IRM counts it. */
export function DescriptionField({ field, error, text }: Props & { text: string }) {
  return (
    <Field
      noMargin
      label={t('setup.integration.description', 'Description')}
      description={t('setup.integration.description-count', '{{used}} of {{most}} characters', {
        used: charactersOf(text),
        most: GREATEST_DESCRIPTION,
      })}
      invalid={error !== undefined}
      error={error}
    >
      <TextArea
        id="integration-description"
        {...field}
        aria-invalid={error !== undefined}
        rows={2}
        placeholder={t('setup.integration.description-example', 'Alerts of our own Grafana, sent by IRM Connect')}
      />
    </Field>
  );
}
