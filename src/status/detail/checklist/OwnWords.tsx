import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { maskUrlsIn } from '../../../connection/endpoint/mask';

/** Grafana's own words on a failure, with tokens masked. */
export function OwnWords({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      {t('status.own-words', 'Grafana says:')} <code className={styles.words}>{maskUrlsIn(text)}</code>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  words: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: theme.typography.bodySmall.fontSize }),
});
