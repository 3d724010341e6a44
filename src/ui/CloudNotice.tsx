import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { docsLinks } from '../grafana/links';
import { DocsLink } from './DocsLink';

/** Grafana Cloud needs no plugin for this. A Grafana of one's own that only looks like it must not end here. */
export default function CloudNotice({ onGoOn }: { onGoOn: () => void }) {
  return (
    <Alert severity="info" title={t('ui.cloud.title', 'Grafana Cloud connects to IRM by itself')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'ui.cloud.text',
            'In Grafana Cloud, IRM has a contact point of its own, so there is nothing to set up here. IRM Connect is for Grafana OSS and Enterprise that you run yourself.'
          )}
        </Text>
        <DocsLink href={docsLinks.configureIrmOnCloud}>{t('ui.cloud.link', 'Configure IRM in Grafana Cloud')}</DocsLink>
        <Text element="p">
          {t(
            'ui.cloud.own',
            'Do you run this Grafana yourself? Its namespace or address only looks like Grafana Cloud.'
          )}
        </Text>
        <Button variant="secondary" size="sm" onClick={onGoOn}>
          {t('ui.cloud.go-on', 'I run this Grafana myself')}
        </Button>
      </Stack>
    </Alert>
  );
}
