import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { PlanStep } from '../connection/plan/types';
import { UNSEEN } from './listStyles';
import { fieldName, fieldValue } from './planTexts';

/** What a new object is made of is only of interest to some; what changes in an existing one is to everybody. */
const MOST_SHOWN = 6;

/** Fields before and after, one line each. */
export function PlanChanges({ changes, isNew }: { changes: PlanStep['changes']; isNew: boolean }) {
  const styles = useStyles2(getStyles);
  if (changes.length === 0) {
    return null;
  }
  const list = (
    <dl className={styles.list}>
      {changes.map(({ field, before, after }) => (
        <div key={field} className={styles.row}>
          <dt className={styles.field}>{fieldName(field)}</dt>
          <dd className={styles.value}>
            {!isNew && (
              <>
                <span className={styles.hidden}>{t('ui.plan.before', 'before:')}</span>{' '}
                <del className={styles.before}>{fieldValue(field, before)}</del> <span aria-hidden>→</span>{' '}
                <span className={styles.hidden}>{t('ui.plan.after', 'after:')}</span>{' '}
              </>
            )}
            {fieldValue(field, after)}
          </dd>
        </div>
      ))}
    </dl>
  );
  return isNew && changes.length > MOST_SHOWN ? (
    <details>
      <summary className={styles.summary}>
        {t('ui.plan.settings', 'Show {{count}} settings', {
          count: changes.length,
          defaultValue_one: 'Show {{count}} setting',
        })}
      </summary>
      {list}
    </details>
  ) : (
    list
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(0.5), margin: 0, fontSize: theme.typography.bodySmall.fontSize }),
  summary: css({ fontSize: theme.typography.bodySmall.fontSize, marginBottom: theme.spacing(0.5) }),
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 3fr)',
    gap: theme.spacing(1),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  }),
  field: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
  before: css({ color: theme.colors.text.secondary }),
  hidden: css(UNSEEN),
});
