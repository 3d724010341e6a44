import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import type { TimingReason } from '../../connection/timing/verdict';
import { describeTimingReason } from './describeTimingReason';

const ICONS: Record<TimingReason['level'], IconName> = {
  blocked: 'times-circle',
  risky: 'exclamation-triangle',
  crowding: 'info-circle',
  note: 'info-circle',
};

/** The reasons of a verdict as sentences, the weightiest first. */
export function TimingReasons({ reasons }: { reasons: readonly TimingReason[] }) {
  const styles = useStyles2(getStyles);
  if (reasons.length === 0) {
    return null;
  }
  const order = Object.keys(ICONS);
  const sorted = [...reasons].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return (
    <ul className={styles.list} aria-label={t('ui.timing.reasons', 'Reasons')}>
      {sorted.map((reason) => {
        const text = describeTimingReason(reason);
        return (
          <li key={text} className={styles.item}>
            <Icon name={ICONS[reason.level]} className={styles[reason.level]} />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(0.5) }),
  item: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    alignItems: 'baseline',
    '& > svg, & > div': { alignSelf: 'start', marginTop: theme.spacing(0.25) },
  }),
  blocked: css({ color: theme.colors.error.text }),
  risky: css({ color: theme.colors.warning.text }),
  crowding: css({ color: theme.colors.warning.text }),
  note: css({ color: theme.colors.text.secondary }),
});
