import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { overviewPath } from '../summary/paths';

/** Grafana holds no object of this connection (any longer). */
export function GoneNotice() {
  return (
    <Alert severity="info" title={t('status.gone.title', 'This connection is not there')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          <Trans i18nKey="status.gone.text">
            Its contact points were removed, or their endpoint was replaced, which gives a connection another address.
          </Trans>
        </Text>
        <InternalLinkButton href={overviewPath()} variant="secondary" size="sm" icon="arrow-left">
          <Trans i18nKey="status.gone.back">All connections</Trans>
        </InternalLinkButton>
      </Stack>
    </Alert>
  );
}
