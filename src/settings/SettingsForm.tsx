import { css } from '@emotion/css';
import type { AppPluginMeta, GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert, Button, Field, Input, Stack, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { readCapabilities } from '../grafana/capabilities';
import { isSameOrigin } from '../grafana/origin';
import { readSettings, saveSettings } from '../grafana/settings';
import { sessionTransport } from '../transport/sessionTransport';
import { ChoiceField } from '../ui/ChoiceField';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { addressProblem } from './addressProblem';
import { ConnectionCheck } from './ConnectionCheck';
import { ProxyFields, tokenStaysBehind } from './ProxyFields';
import type { SettingsValues } from './settingsValues';

interface Props {
  meta: Pick<AppPluginMeta, 'jsonData' | 'secureJsonFields' | 'enabled'>;
  onSaved(): void;
}

/** The plugin's settings, for Admins. Secrets go in and never come back. */
export function SettingsForm({ meta, onSaved }: Props) {
  const { jsonData, secureJsonFields, enabled } = meta;
  const stored = readSettings(jsonData, secureJsonFields);
  const [hasToken, setHasToken] = useState(stored.hasGrafanaToken);
  /** Where the stored token may go, as far as this page knows. */
  const [tokenUrl, setTokenUrl] = useState(stored.grafanaUrl);
  const [error, setError] = useState<GrafanaError>();
  const form = useForm<SettingsValues>({
    mode: 'onTouched',
    defaultValues: {
      access: stored.access,
      grafanaUrl: stored.grafanaUrl || config.appUrl.replace(/\/+$/, ''),
      grafanaToken: '',
      irmUrl: stored.irmUrl,
    },
  });
  const { control, formState, handleSubmit, register } = form;
  const styles = useStyles2(getStyles);
  const [access, grafanaUrl] = useWatch({ control, name: ['access', 'grafanaUrl'] });

  const save = handleSubmit(async ({ grafanaToken, ...values }) => {
    setError(undefined);
    const result = await saveSettings(
      {
        ...values,
        grafanaToken: grafanaToken.trim() || undefined,
        irm: { ...stored.irm, token: undefined },
        namespace: readCapabilities(config).namespace,
      },
      sessionTransport()
    );
    if (result.ok) {
      onSaved();
    } else if (result.error.reason === 'tokenNeeded') {
      // Somebody else stored another address after this page was opened.
      setTokenUrl('');
      form.setError('grafanaToken', { message: tokenStaysBehind() });
    } else {
      setError(result.error);
    }
  });

  return (
    <form className={styles.form} onSubmit={save} aria-label={t('settings.form', 'IRM Connect settings')}>
      <Stack direction="column" gap={3}>
        {!enabled && (
          <Alert severity="info" title={t('settings.disabled.title', 'IRM Connect is not enabled')} bottomSpacing={0}>
            <Trans i18nKey="settings.disabled.text">Enable it at the top of this page to show it in the menu.</Trans>
          </Alert>
        )}
        <Field
          label={t('settings.irm-url.label', 'Address of IRM')}
          description={t(
            'settings.irm-url.description',
            'Optional, for links: your Grafana Cloud stack (https://my-stack.grafana.net) or the address of OnCall.'
          )}
          invalid={Boolean(formState.errors.irmUrl)}
          error={formState.errors.irmUrl?.message}
          noMargin
        >
          <Input
            id="irm-url"
            placeholder={t('settings.irm-url.example', 'https://my-stack.grafana.net')}
            {...register('irmUrl', { validate: (text) => text.trim() === '' || addressProblem(text) })}
          />
        </Field>
        <Controller
          control={control}
          name="access"
          render={({ field: { value, onChange } }) => (
            <ChoiceField
              label={t('settings.access.label', 'Access to Grafana')}
              value={value}
              onChange={onChange}
              options={[
                {
                  value: 'session' as const,
                  label: t('settings.access.session', 'Signed-in user'),
                  description: t('settings.access.session-description', 'Everybody works with their own rights.'),
                },
                {
                  value: 'proxy' as const,
                  label: t('settings.access.proxy', 'Service account'),
                  description: t(
                    'settings.access.proxy-description',
                    'Editors and Admins work through the plugin with the rights of a service account of role Editor.'
                  ),
                },
              ]}
            />
          )}
        />
        {access === 'proxy' && (
          <ProxyFields
            form={form}
            token={!hasToken ? 'none' : isSameOrigin(tokenUrl, grafanaUrl) ? 'stored' : 'storedForOther'}
            onReset={() => setHasToken(false)}
          />
        )}
        {error && <GrafanaErrorAlert error={error} />}
        <Stack direction="row" gap={2} wrap="wrap">
          <Button type="submit" disabled={formState.isSubmitting}>
            {formState.isSubmitting ? t('settings.saving', 'Saving...') : t('settings.save', 'Save settings')}
          </Button>
        </Stack>
        {stored.access === 'proxy' && <ConnectionCheck isStale={formState.isDirty} />}
      </Stack>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ form: css({ maxWidth: theme.spacing(75) }) });
