import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { maskUrl } from '../../connection/endpoint/mask';
import { isLoopback } from '../../connection/endpoint/isLoopback';
import type { Endpoint } from '../../connection/model';

/** An endpoint taken apart, its token masked. */
export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const styles = useStyles2(getStyles);
  const url = new URL(endpointUrl(endpoint));
  const isEncrypted = url.protocol === 'https:';
  const facts: Array<[string, string]> = [
    [t('setup.endpoint.fact.scheme', 'Scheme'), url.protocol.replace(':', '')],
    [t('setup.endpoint.fact.host', 'Host'), endpoint.base.replace(/^https?:\/\//, '')],
    [t('setup.endpoint.fact.type', 'Type'), endpoint.type],
    [t('setup.endpoint.fact.token', 'Token'), maskedToken(endpoint)],
  ];
  return (
    <table className={styles.table} aria-label={t('setup.endpoint.facts', 'Parts of the endpoint')}>
      <tbody>
        {facts.map(([label, value], index) => (
          <tr key={label}>
            <th scope="row" className={styles.label}>
              {label}
            </th>
            <td className={styles.value}>
              {value}
              {index === 0 && (isEncrypted || !isLoopback(url.hostname)) && (
                <Icon name={isEncrypted ? 'lock' : 'unlock'} size="sm" className={styles.icon} aria-hidden />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function maskedToken(endpoint: Endpoint): string {
  return new RegExp('/([^/]*)/$').exec(maskUrl(endpointUrl(endpoint)))?.[1] ?? '…';
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({ width: '100%', tableLayout: 'fixed', border: `1px solid ${theme.colors.border.weak}` }),
  label: css({
    width: theme.spacing(12),
    padding: theme.spacing(0.75, 1.5),
    textAlign: 'start',
    verticalAlign: 'top',
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  value: css({
    padding: theme.spacing(0.75, 1.5),
    fontFamily: theme.typography.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  }),
  icon: css({ marginInlineStart: theme.spacing(1), color: theme.colors.text.secondary }),
});
