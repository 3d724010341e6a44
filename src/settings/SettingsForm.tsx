import { css } from '@emotion/css';
import type { AppPluginMeta, GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, Field, Input, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import { lazy } from 'react';
import { readSettings, type PluginSettings } from '../grafana/settings';
import { Loaded } from '../ui/Loaded';
import { WriteErrorAlert } from '../ui/WriteErrorAlert';
import { AccessFields } from './AccessFields';
import { addressProblem } from './addressProblem';
import { ConnectionCheck } from './ConnectionCheck';
import { IrmApiFields } from './IrmApiFields';
import { IrmCheck } from './IrmCheck';
import { ManagedNotice } from './ManagedNotice';
import { NamespaceNotice } from './NamespaceNotice';
import { ReplicasField } from './ReplicasField';
import { useSettingsForm } from './useSettingsForm';

const EmptiedNotice = lazy(() => import('./EmptiedNotice'));
const SavedByOther = lazy(() => import('./SavedByOther'));

interface Props {
  meta: Pick<AppPluginMeta, 'jsonData' | 'secureJsonFields' | 'enabled'>;
  onSaved(): void;
}

/** The plugin's settings, for Admins. Secrets go in and never come back. */
export function SettingsForm({ meta, onSaved }: Props) {
  const { jsonData, secureJsonFields, enabled } = meta;
  const settings = useSettingsForm(readSettings(jsonData, secureJsonFields), onSaved);
  const { form, stored, save, error, grafanaToken, irmToken, forget } = settings;
  const isManaged = stored.managedBy !== '';
  const { formState, register, watch } = form;
  const styles = useStyles2(getStyles);
  const irmUrl = watch('irmUrl');
  const opensIrm = irmUrl.trim() !== '' && addressProblem(irmUrl) === true;
  const hasIrm = stored.irm.apiUrl !== '' || watch('irmApiUrl').trim() !== '';

  return (
    <form className={styles.form} onSubmit={save} aria-label={t('settings.form', 'IRM Connect settings')}>
      <Stack direction="column" gap={3}>
        {!enabled && (
          <Alert severity="info" title={t('settings.disabled.title', 'IRM Connect is not enabled')} bottomSpacing={0}>
            {t('settings.disabled.text', 'Enable it at the top of this page to show it in the menu.')}
          </Alert>
        )}
        {isManaged && <ManagedNotice managedBy={stored.managedBy} />}
        {wasEmptied(stored) && (
          <Loaded>
            <EmptiedNotice />
          </Loaded>
        )}
        <NamespaceNotice stored={stored} />
        <Field
          label={t('settings.irm-url.label', 'IRM URL')}
          description={
            <>
              {t(
                'settings.irm-url.description',
                'Optional, for links: your Grafana Cloud stack (https://my-stack.grafana.net) or the URL of OnCall.'
              )}{' '}
              {opensIrm && (
                <TextLink href={irmUrl.trim()} external inline variant="bodySmall">
                  {t('settings.irm-url.open', 'Open it to check')}
                </TextLink>
              )}
            </>
          }
          disabled={isManaged}
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
        <AccessFields form={form} token={grafanaToken} isManaged={isManaged} onReset={() => forget('grafana')} />
        <IrmApiFields form={form} token={irmToken} isManaged={isManaged} onReset={() => forget('irm')} />
        <ReplicasField form={form} isManaged={isManaged} />
        {error === 'savedByOther' ? (
          <Loaded>
            <SavedByOther />
          </Loaded>
        ) : (
          error && <WriteErrorAlert error={error} />
        )}
        <Stack direction="row" gap={2} wrap="wrap" alignItems="center">
          <Button type="submit" disabled={isManaged || formState.isSubmitting}>
            {formState.isSubmitting ? t('settings.saving', 'Saving...') : t('settings.save', 'Save settings')}
          </Button>
          {stored.access === 'proxy' && <ConnectionCheck address={stored.grafanaUrl} isStale={formState.isDirty} />}
          {hasIrm && <IrmCheck place={stored.irm} hasToken={stored.irm.hasToken} isStale={formState.isDirty} />}
          {formState.isDirty && (stored.access === 'proxy' || hasIrm) && (
            <Text color="secondary">{t('settings.check.stale', 'Save first: tests use the stored settings.')}</Text>
          )}
        </Stack>
      </Stack>
    </form>
  );
}

/**
 * A save never leaves a token without its address, but Grafana does: what a provisioning file says takes the place of all
 * settings but the tokens, also where it says nothing.
 */
const wasEmptied = ({ hasGrafanaToken, grafanaUrl, irm, managedBy }: PluginSettings): boolean =>
  (hasGrafanaToken || irm.hasToken) && grafanaUrl === '' && irm.apiUrl === '' && managedBy === '';

const getStyles = (theme: GrafanaTheme2) => ({ form: css({ maxWidth: theme.spacing(75) }) });
