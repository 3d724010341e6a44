import { t } from '@grafana/i18n';
import { Field, Input, SecretInput } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { addressProblem } from './addressProblem';
import type { SettingsValues } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  hasToken: boolean;
  onReset(): void;
}

/** What the proxy routes need: Grafana's own address and a service account token. */
export function ProxyFields({ form, hasToken, onReset }: Props) {
  const { control, formState, register } = form;
  return (
    <>
      <Field
        label={t('settings.grafana-url.label', 'Address of this Grafana')}
        description={t(
          'settings.grafana-url.description',
          'As the Grafana server reaches itself, with its sub-path if it has one.'
        )}
        invalid={Boolean(formState.errors.grafanaUrl)}
        error={formState.errors.grafanaUrl?.message}
        noMargin
      >
        <Input id="grafana-url" {...register('grafanaUrl', { validate: addressProblem })} />
      </Field>
      <Field
        htmlFor="grafana-token"
        label={t('settings.token.label', 'Service account token')}
        description={t(
          'settings.token.description',
          'Make a service account of role Editor under Administration, Users and access, and add a token to it.'
        )}
        invalid={Boolean(formState.errors.grafanaToken)}
        error={formState.errors.grafanaToken?.message}
        noMargin
      >
        <Controller
          control={control}
          name="grafanaToken"
          rules={{
            validate: (token) =>
              hasToken || token.trim() !== '' || t('settings.token.missing', 'Paste a service account token.'),
          }}
          render={({ field: { ref: _ref, ...field } }) => (
            <SecretInput
              {...field}
              id="grafana-token"

              autoComplete="off"
              isConfigured={hasToken}
              onReset={onReset}
            />
          )}
        />
      </Field>
    </>
  );
}
