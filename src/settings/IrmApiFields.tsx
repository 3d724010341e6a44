import { t } from '@grafana/i18n';
import { Alert, Field, Input, Stack, Text } from '@grafana/ui';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { apiBase, stackBase } from '../grafana/irmAddresses';
import { docsLinks } from '../grafana/links';
import { ChoiceField } from '../ui/ChoiceField';
import { DocsLink } from '../ui/DocsLink';
import { EndpointInput } from '../ui/EndpointInput';
import { apiAddressProblem, isSentInTheClear, stackAddressProblem } from './irmAddressProblem';
import { IrmTokenField } from './IrmTokenField';
import { ReadAs } from './ReadAs';
import type { SettingsValues, TokenState } from './settingsValues';

interface FieldProps {
  form: UseFormReturn<SettingsValues>;
  isManaged: boolean;
}

interface Props extends FieldProps {
  token: TokenState;
  onReset(): void;
}

/** What the plugin needs to call IRM's API. All of it is optional and hangs on the address. */
export function IrmApiFields({ form, token, isManaged, onReset }: Props) {
  const [apiUrl, credential] = useWatch({ control: form.control, name: ['irmApiUrl', 'irmCredential'] });
  return (
    <section aria-labelledby="irm-api-heading">
      <Stack direction="column" gap={2}>
        <Stack direction="column" gap={0.5}>
          <Text element="h2" variant="h5" id="irm-api-heading">
            {t('settings.irm.heading', "IRM's API")}
          </Text>
          <Text element="p" variant="bodySmall" color="secondary">
            {t(
              'settings.irm.about',
              'Optional. With it, you create and select integrations here, test alerts are found in IRM and resolved, and past outages are shown.'
            )}
          </Text>
        </Stack>
        <ApiAddress form={form} isManaged={isManaged} />
        {apiUrl.trim() !== '' && (
          <>
            {apiAddressProblem(apiUrl) === true && isSentInTheClear(apiBase(apiUrl)) && (
              <Alert
                severity="warning"
                title={t('settings.irm.http.title', 'The token is sent unencrypted')}
                bottomSpacing={0}
              >
                {t('settings.irm.http.text', 'Anyone in between can read it. Use https unless the whole way is yours.')}
              </Alert>
            )}
            <TokenType form={form} isManaged={isManaged} />
            {credential === 'serviceAccount' && <StackAddress form={form} isManaged={isManaged} />}
            <IrmTokenField form={form} token={token} credential={credential} isManaged={isManaged} onReset={onReset} />
          </>
        )}
        <div>
          <DocsLink href={docsLinks.irmApi}>{t('settings.irm.docs.api', 'About the API and its tokens')}</DocsLink>
        </div>
      </Stack>
    </section>
  );
}

function ApiAddress({ form, isManaged }: FieldProps) {
  const { control, formState } = form;
  const { irmApiUrl: error } = formState.errors;
  const apiUrl = useWatch({ control, name: 'irmApiUrl' });
  return (
    <Stack direction="column" gap={0.5}>
      <Field
        htmlFor="irm-api-url"
        label={t('settings.irm.api-url.label', 'API URL')}
        description={t(
          'settings.irm.api-url.description',
          'As IRM shows it under Settings > Admin & API. Save without a URL to stop using the API. That also deletes the token.'
        )}
        invalid={Boolean(error)}
        error={error?.message}
        noMargin
      >
        <Controller
          control={control}
          name="irmApiUrl"
          rules={{ validate: apiAddressProblem }}
          render={({ field, fieldState }) => (
            <EndpointInput
              {...field}
              id="irm-api-url"
              placeholder={t('settings.irm.api-url.example', 'https://oncall-prod.grafana.net/oncall')}
              invalid={fieldState.invalid}
              disabled={isManaged}
            />
          )}
        />
      </Field>
      {apiAddressProblem(apiUrl) === true && !isManaged && <ReadAs text={apiUrl} value={apiBase(apiUrl)} />}
    </Stack>
  );
}

function TokenType({ form, isManaged }: FieldProps) {
  const { control, formState, trigger } = form;
  const { irmToken: tokenError } = formState.errors;
  return (
    <Controller
      control={control}
      name="irmCredential"
      render={({ field: { value, onChange } }) => (
        <ChoiceField
          label={t('settings.irm.credential.label', 'Token type')}
          value={value}
          disabled={isManaged}
          onChange={(next) => {
            onChange(next);
            if (tokenError) {
              void trigger('irmToken');
            }
          }}
          options={[
            {
              value: 'serviceAccount' as const,
              label: t('settings.irm.credential.service-account', 'Grafana Cloud service account token'),
              description: t('settings.irm.credential.service-account-description', 'Recommended.'),
            },
            {
              value: 'apiKey' as const,
              label: t('settings.irm.credential.api-key', 'OnCall API key'),
              description: t(
                'settings.irm.credential.api-key-description',
                'Belongs to a user. Grafana plans to remove these keys.'
              ),
            },
          ]}
        />
      )}
    />
  );
}

/** IRM asks a service account, and no key, of which stack it is. */
function StackAddress({ form, isManaged }: FieldProps) {
  const { control, formState, register } = form;
  const { irmStackUrl: error } = formState.errors;
  const stackUrl = useWatch({ control, name: 'irmStackUrl' });
  return (
    <Stack direction="column" gap={0.5}>
      <Field
        label={t('settings.irm.stack.label', 'Stack URL')}
        description={t(
          'settings.irm.stack.description',
          'The Grafana of the service account, exactly as IRM knows it. For OnCall OSS, the Grafana it is connected to.'
        )}
        disabled={isManaged}
        invalid={Boolean(error)}
        error={error?.message}
        noMargin
      >
        <Input
          id="irm-stack-url"
          placeholder={t('settings.irm-url.example', 'https://my-stack.grafana.net')}
          {...register('irmStackUrl', { validate: stackAddressProblem })}
        />
      </Field>
      {stackAddressProblem(stackUrl) === true && !isManaged && <ReadAs text={stackUrl} value={stackBase(stackUrl)} />}
    </Stack>
  );
}
