import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { WEBHOOK_TEMPLATES } from '../../connection/irm/webhookTemplates';
import { docsLinks } from '../../grafana/links';
import { CopyText } from '../../ui/CopyText';
import { DocsLink } from '../../ui/DocsLink';

/** What is wrong with the type Webhook as it comes, and the two lines that put it right. */
export function WebhookTemplates() {
  return (
    <Alert
      severity="warning"
      title={t('setup.webhook-templates.title', 'Webhook needs two template lines, or alert groups stay open forever')}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1}>
        <Text element="p">
          {t(
            'setup.webhook-templates.text',
            'With its own templates IRM groups by the whole message, so the resolved message never closes the group that the firing one opened. In IRM, open the integration, edit its templates and set:'
          )}
        </Text>
        <Text element="p" weight="medium">
          {t('setup.webhook-templates.grouping', 'Grouping')}
        </Text>
        <CopyText
          text={WEBHOOK_TEMPLATES.groupingKey}
          what={t('setup.webhook-templates.grouping-copy', 'grouping template')}
        />
        <Text element="p" weight="medium">
          {t('setup.webhook-templates.resolving', 'Autoresolution')}
        </Text>
        <CopyText
          text={WEBHOOK_TEMPLATES.resolveSignal}
          what={t('setup.webhook-templates.resolving-copy', 'autoresolution template')}
        />
        <DocsLink href={docsLinks.irmTemplates}>{t('setup.webhook-templates.docs', 'About IRM templates')}</DocsLink>
      </Stack>
    </Alert>
  );
}
