import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

/** Holds the place of a page or a part of one while it loads. */
export function PageSkeleton({ lines = 6 }: { lines?: number }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.page} role="status" aria-label={t('ui.loading', 'Loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.line} style={{ width: `${92 - ((line * 23) % 48)}%` }} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(2), padding: theme.spacing(2, 0) }),
  line: css({
    height: theme.spacing(2.5),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});
