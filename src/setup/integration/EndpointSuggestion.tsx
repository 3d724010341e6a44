import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { maskUrl } from '../../connection/endpoint/mask';
import type { EndpointReading } from '../../connection/endpoint/readEndpoint';

interface Props {
  reading: Extract<EndpointReading, { ok: false }>;
  onUse(text: string): void;
}

/** What was probably meant, one click away; for a page of IRM a link to where the endpoint stands. */
export function EndpointSuggestion({ reading, onUse }: Props) {
  const styles = useStyles2(getStyles);
  const { suggestion, reason } = reading;
  if (suggestion === undefined) {
    return null;
  }
  if (reason === 'browserAddress') {
    return (
      <TextLink href={suggestion} external>
        {t('setup.endpoint.open-integration', 'Open the page of the integration')}
      </TextLink>
    );
  }
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <Button type="button" variant="secondary" size="sm" icon="check" onClick={() => onUse(suggestion)}>
        {reason === 'heartbeatAddress'
          ? t('setup.endpoint.use-alert-address', 'Use the address for alerts')
          : t('setup.endpoint.use-suggestion', 'Use this address')}
      </Button>
      <span className={styles.address}>{maskUrl(suggestion)}</span>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  address: css({
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
});
