import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import { useServices } from './data/services';
import { describeMissingRights } from './describeMissingRights';

interface Props {
  missing: readonly string[];
  /** Whether something of what the page offers is permitted. */
  isPartial?: boolean;
}

/** Says before anybody clicks that a task lacks permissions, and which. Shows nothing when none is missing. */
export function MissingRights({ missing, isPartial = false }: Props) {
  const styles = useStyles2(getStyles);
  const { actor } = useServices();
  if (missing.length === 0) {
    return null;
  }
  const title = isPartial
    ? t('ui.missing-rights.partial', 'Limited permissions')
    : t('ui.missing-rights.title', 'View only');
  return (
    <Alert severity="info" title={title} bottomSpacing={0}>
      {describeMissingRights(missing, actor)}
      <details>
        <summary>{t('ui.missing-rights.details', 'Missing permissions')}</summary>
        <ul className={styles.list}>
          {missing.map((action) => (
            <li key={action}>
              <code>{action}</code>
            </li>
          ))}
        </ul>
      </details>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ paddingInlineStart: theme.spacing(3), overflowWrap: 'anywhere' }),
});
