import { t, Trans } from '@grafana/i18n';
import { Field, Input, TextLink } from '@grafana/ui';
import type { UseFormReturn } from 'react-hook-form';
import { grafanaPaths } from '../grafana/links';
import { addressProblem } from './addressProblem';
import { SecretField } from './SecretField';
import type { SettingsValues, TokenState } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  token: TokenState;
  isManaged: boolean;
  onReset(): void;
}

/** Why a stored token does not do. */
export const tokenStaysBehind = () =>
  t(
    'settings.token.other-server',
    'The stored token was entered for another server and is not sent to this URL. Paste it again.'
  );

/** What the proxy routes need: Grafana's own address and a service account token. */
export function ProxyFields({ form, token, isManaged, onReset }: Props) {
  const { formState, register } = form;
  return (
    <>
      <Field
        label={t('settings.grafana-url.label', 'URL of this Grafana')}
        description={t(
          'settings.grafana-url.description',
          'As the Grafana server reaches itself, including its sub-path.'
        )}
        disabled={isManaged}
        invalid={Boolean(formState.errors.grafanaUrl)}
        error={formState.errors.grafanaUrl?.message}
        noMargin
      >
        <Input id="grafana-url" {...register('grafanaUrl', { validate: addressProblem })} />
      </Field>
      <SecretField
        form={form}
        name="grafanaToken"
        id="grafana-token"
        label={t('settings.token.label', 'Service account token')}
        description={
          token === 'storedForOther' ? (
            tokenStaysBehind()
          ) : (
            <Trans i18nKey="settings.token.description">
              <TextLink href={grafanaPaths.newServiceAccount()} variant="bodySmall" inline>
                Create a service account
              </TextLink>{' '}
              with the Editor role and add a token to it.
            </Trans>
          )
        }
        isConfigured={token === 'stored'}
        isManaged={isManaged}
        validate={(text) =>
          text.trim() !== '' ||
          (token === 'storedForOther'
            ? tokenStaysBehind()
            : t('settings.token.missing', 'Paste a service account token.'))
        }
        onReset={onReset}
      />
    </>
  );
}
