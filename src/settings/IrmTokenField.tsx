import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { IrmCredential } from '../grafana/irmAddresses';
import { docsLinks } from '../grafana/links';
import { DocsLink } from '../ui/DocsLink';
import { IrmPermissions } from './IrmPermissions';
import { cleanToken, irmTokenProblem } from './irmToken';
import { SecretField } from './SecretField';
import type { SettingsValues, TokenState } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  token: TokenState;
  credential: IrmCredential;
  isManaged: boolean;
  onReset(): void;
}

/** Why IRM's stored token does not do. */
export const irmTokenStaysBehind = () =>
  t(
    'settings.irm.token.other-server',
    'The stored token was entered for another URL, stack or token type and is not used here. Paste it again.'
  );

/** IRM's token, with what it has to be able to do and where it is made. */
export function IrmTokenField({ form, token, credential, isManaged, onReset }: Props) {
  const typed = useWatch({ control: form.control, name: 'irmToken' });
  const isMended = typed.trim() !== '' && cleanToken(typed) !== typed;
  const isKey = credential === 'apiKey';
  return (
    <Stack direction="column" gap={1}>
      <SecretField
        form={form}
        name="irmToken"
        id="irm-token"
        label={
          isKey
            ? t('settings.irm.token.label-key', 'API key')
            : t('settings.irm.token.label', 'IRM service account token')
        }
        description={token === 'storedForOther' ? irmTokenStaysBehind() : undefined}
        isConfigured={token === 'stored'}
        isManaged={isManaged}
        validate={(text, { irmCredential }) =>
          text.trim() === '' && token === 'storedForOther'
            ? irmTokenStaysBehind()
            : irmTokenProblem(text, irmCredential)
        }
        onReset={onReset}
      />
      <div role="status">
        {isMended && (
          <Text element="p" variant="bodySmall" color="secondary">
            {t('settings.irm.token.mended', 'Will be saved without “Bearer”, quotes and spaces.')}
          </Text>
        )}
      </div>
      {isKey ? (
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'settings.irm.key.about',
            'Create it in IRM under Settings > Admin & API. It has the permissions of its owner: an Admin can do everything, an Editor everything but create and change integrations, a Viewer only view.'
          )}{' '}
          <DocsLink href={docsLinks.irmAdminSettings}>{t('settings.irm.docs.key', 'IRM settings')}</DocsLink>
        </Text>
      ) : (
        <IrmPermissions />
      )}
    </Stack>
  );
}
