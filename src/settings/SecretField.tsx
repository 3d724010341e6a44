import { t } from '@grafana/i18n';
import { Field, Input, SecretInput } from '@grafana/ui';
import type { ReactNode } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { SettingsValues } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  name: 'grafanaToken' | 'irmToken';
  id: string;
  label: string;
  description: ReactNode;
  isConfigured: boolean;
  isManaged: boolean;
  /** `true`, or what is wrong with a token that was entered, or with there being none. */
  validate(text: string, values: SettingsValues): true | string;
  onReset(): void;
}

/** A token that goes in and never comes back: what is stored can only be replaced. */
export function SecretField({ form, name, id, label, description, isConfigured, isManaged, validate, onReset }: Props) {
  const error = form.formState.errors[name];
  return (
    <Field
      htmlFor={id}
      label={label}
      description={description}
      invalid={Boolean(error)}
      error={error?.message}
      noMargin
    >
      {isManaged ? (
        <Input
          id={id}
          disabled
          value={isConfigured ? t('settings.token.is-set', 'configured') : t('settings.token.is-not-set', 'not set')}
        />
      ) : (
        <Controller
          control={form.control}
          name={name}
          rules={{ validate: (text, values) => isConfigured || validate(text, values) }}
          render={({ field: { ref: _ref, ...field } }) => (
            <SecretInput {...field} id={id} autoComplete="off" isConfigured={isConfigured} onReset={onReset} />
          )}
        />
      )}
    </Field>
  );
}
