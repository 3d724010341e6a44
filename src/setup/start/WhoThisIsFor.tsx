import { t, Trans } from '@grafana/i18n';
import { Box, Stack, Text } from '@grafana/ui';
import { docsLinks } from '../../grafana/links';
import { DocsLink } from '../../ui/DocsLink';

/** Said before anything else, so that nobody sets up what cannot work for them. */
export function WhoThisIsFor() {
  return (
    <Box backgroundColor="secondary" padding={2} borderRadius="default">
      <Stack direction="column" gap={1}>
        <Text element="h2" variant="h5">
          {t('setup.who.title', 'Who this is for')}
        </Text>
        <Text element="p">
          <Trans i18nKey="setup.who.text">
            For a Grafana OSS or Grafana Enterprise that you run yourself, whose alerts are to page people through
            Grafana Cloud IRM or Grafana OnCall.
          </Trans>
        </Text>
        <Text element="p" color="secondary">
          <Trans i18nKey="setup.who.plan">
            The free plan of Grafana Cloud IRM includes 3 monthly active IRM users. You need the right to create
            integrations there, or somebody who sends you the address of one.
          </Trans>
        </Text>
        <Stack direction="row" gap={2} wrap="wrap">
          <DocsLink href={docsLinks.irm}>{t('setup.who.irm', 'About Grafana IRM')}</DocsLink>
          <DocsLink href={docsLinks.configureIrm}>{t('setup.who.manual', 'The same by hand')}</DocsLink>
        </Stack>
      </Stack>
    </Box>
  );
}
