import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { docsLinks } from '../../grafana/links';
import { DocsLink } from '../../ui/DocsLink';

/** Grafana Cloud needs no plugin for this. A Grafana of one's own that only looks like it must not end here. */
export function CloudNotice({ onGoOn }: { onGoOn: () => void }) {
  return (
    <Alert severity="info" title={t('setup.cloud.title', 'Grafana Cloud connects to IRM by itself')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          <Trans i18nKey="setup.cloud.text">
            This Grafana runs in Grafana Cloud, where IRM has a contact point of its own. IRM Connect is for Grafana OSS
            and Enterprise that you run yourself; there is nothing to set up here.
          </Trans>
        </Text>
        <DocsLink href={docsLinks.configureIrmOnCloud}>
          {t('setup.cloud.link', 'Configure IRM in Grafana Cloud')}
        </DocsLink>
        <Text element="p">
          <Trans i18nKey="setup.cloud.own">
            If you run this Grafana yourself, it only looks like Grafana Cloud by its namespace or its address, and you
            can go on.
          </Trans>
        </Text>
        <Button variant="secondary" size="sm" onClick={onGoOn}>
          <Trans i18nKey="setup.cloud.go-on">I run this Grafana myself</Trans>
        </Button>
      </Stack>
    </Alert>
  );
}
