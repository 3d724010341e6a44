import { t } from '@grafana/i18n';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { ChoiceField } from '../ui/ChoiceField';
import { ProxyFields } from './ProxyFields';
import type { SettingsValues, TokenState } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  token: TokenState;
  isManaged: boolean;
  onReset(): void;
}

/** With whose rights the plugin works in Grafana, and what it needs for that. */
export function AccessFields({ form, token, isManaged, onReset }: Props) {
  return (
    <>
      <Controller
        control={form.control}
        name="access"
        render={({ field: { value, onChange } }) => (
          <ChoiceField
            label={t('settings.access.label', 'Access to Grafana')}
            value={value}
            onChange={onChange}
            disabled={isManaged}
            options={[
              {
                value: 'session' as const,
                label: t('settings.access.session', 'Signed-in user'),
                description: t('settings.access.session-description', 'Everyone works with their own permissions.'),
              },
              {
                value: 'proxy' as const,
                label: t('settings.access.proxy', 'Service account'),
                description: t(
                  'settings.access.proxy-description',
                  'For Editors who may not change alerting themselves: Editors and Admins work with the permissions of a service account.'
                ),
              },
            ]}
          />
        )}
      />
      {form.watch('access') === 'proxy' && (
        <ProxyFields form={form} token={token} isManaged={isManaged} onReset={onReset} />
      )}
    </>
  );
}
