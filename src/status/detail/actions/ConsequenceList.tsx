import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Consequence } from '../../../connection/actions/types';
import { describeConsequence } from './describeConsequence';

/** What else follows from an action, one sentence each. */
export function ConsequenceList({ consequences }: { consequences: readonly Consequence[] }) {
  const styles = useStyles2(getStyles);
  if (consequences.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('status.consequence.label', 'What follows')}>
      {consequences.map((consequence) => {
        const text = describeConsequence(consequence);
        return (
          <li key={text} className={styles.item}>
            <Icon name="info-circle" aria-hidden className={styles.icon} />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1), margin: 0 }),
  item: css({ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: theme.spacing(1) }),
  icon: css({ marginTop: theme.spacing(0.25), color: theme.colors.text.secondary }),
});
