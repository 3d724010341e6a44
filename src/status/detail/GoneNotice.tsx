import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { overviewPath } from '../summary/paths';

/** This organisation holds no object of the connection. Whether it ever did, and what became of it, nobody can tell. */
export function GoneNotice() {
  return (
    <Alert severity="info" title={t('status.gone.title', 'This connection is not there')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          <Trans i18nKey="status.gone.text">
            Its contact points may have been removed, or their endpoint replaced, which gives a connection another
            address.
          </Trans>
        </Text>
        <Text element="p">
          <Trans i18nKey="status.gone.organization">
            If somebody sent you this link, it may lead to another organization: switch to it at the top of the page, or
            ask for a link that ends in ?orgId= and its number.
          </Trans>
        </Text>
        <InternalLinkButton href={overviewPath()} variant="secondary" size="sm" icon="arrow-left">
          <Trans i18nKey="status.gone.back">All connections</Trans>
        </InternalLinkButton>
      </Stack>
    </Alert>
  );
}
