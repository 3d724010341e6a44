import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Text, useStyles2 } from '@grafana/ui';
import { endpointOfUrl } from '../connection/endpoint/identity';
import { maskUrl, maskUrlsIn } from '../connection/endpoint/mask';
import { isLoopback } from '../connection/endpoint/isLoopback';
import type { TestVerdict } from '../connection/port/testVerdict';
import type { Integration } from '../connection/model';
import { describeTestVerdict } from './describeTestVerdict';

interface Props {
  verdict: TestVerdict;
  integration: Integration;
  /** The plugin looks for the message in IRM, so that nothing has to be guessed from the address. */
  isTracked?: boolean;
}

/** Grafana's verdict on one test message, in words, with Grafana's own words beside them. */
export function TestVerdictAlert({ verdict, integration, isTracked = false }: Props) {
  const styles = useStyles2(getStyles);
  const { severity, title, text } = describeTestVerdict(verdict, {
    redirectRisk: !isTracked && mayRedirect(integration.url),
    isTracked,
    isHeartbeat: endpointOfUrl(integration.url)?.isHeartbeat ?? false,
  });
  return (
    <Alert severity={severity} title={title}>
      <div className={styles.body}>
        {text && <Text element="p">{text}</Text>}
        <Text element="p" variant="bodySmall" color="secondary">
          {t('ui.test.sent-to', 'Sent to')} {maskUrl(integration.url)}
        </Text>
        {verdict.kind === 'failed' && verdict.message && (
          <details>
            <summary>{t('ui.test.own-words', 'Message from Grafana')}</summary>
            <code className={styles.words}>{maskUrlsIn(verdict.message)}</code>
          </details>
        )}
      </div>
    </Alert>
  );
}

/** Plain http away from this machine is often redirected to https. */
function mayRedirect(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && !isLoopback(new URL(url).hostname);
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0, overflowWrap: 'anywhere' }),
  words: css({ display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
