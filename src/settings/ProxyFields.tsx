import { t } from '@grafana/i18n';
import { Field, Input, SecretInput } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { addressProblem } from './addressProblem';
import type { SettingsValues } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  /** Whether a token is stored, and whether it was entered for the server that the address leads to. */
  token: 'none' | 'stored' | 'storedForOther';
  onReset(): void;
}

/** Why a stored token does not do. */
export const tokenStaysBehind = () =>
  t(
    'settings.token.other-server',
    'The stored token was entered for another server, so it is not sent to this address. Paste the token again.'
  );

/** What the proxy routes need: Grafana's own address and a service account token. */
export function ProxyFields({ form, token, onReset }: Props) {
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
        description={
          token === 'storedForOther'
            ? tokenStaysBehind()
            : t(
                'settings.token.description',
                'Make a service account of role Editor under Administration, Users and access, and add a token to it.'
              )
        }
        invalid={Boolean(formState.errors.grafanaToken)}
        error={formState.errors.grafanaToken?.message}
        noMargin
      >
        <Controller
          control={control}
          name="grafanaToken"
          rules={{
            validate: (text) =>
              token === 'stored' ||
              text.trim() !== '' ||
              (token === 'storedForOther'
                ? tokenStaysBehind()
                : t('settings.token.missing', 'Paste a service account token.')),
          }}
          render={({ field: { ref: _ref, ...field } }) => (
            <SecretInput
              {...field}
              id="grafana-token"
              autoComplete="off"
              isConfigured={token === 'stored'}
              onReset={onReset}
            />
          )}
        />
      </Field>
    </>
  );
}
