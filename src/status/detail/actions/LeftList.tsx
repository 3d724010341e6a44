import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { StepProgress } from '../../../connection/apply/types';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { describeGrafanaError } from '../../../ui/describeGrafanaError';
import { ObjectLink } from '../../../ui/ObjectLink';
import { objectName } from '../../../ui/planTexts';

/** What was to be removed and stays, each with the reason. */
export function LeftList({ left }: { left: readonly StepProgress[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('status.left.label', 'What remains')}>
      {left.map(({ step, error }) => (
        <li key={`${step.object}-${step.uid ?? step.name}`}>
          {objectName(step.object)}: <ObjectLink {...step} />. {describeLeft(error)}
        </li>
      ))}
    </ul>
  );
}

function describeLeft(error: GrafanaError | undefined): string {
  if (!error || error.reason === 'inUse') {
    return t('status.left.in-use', 'Others use it now.');
  }
  if (error.reason !== 'forbidden') {
    return describeGrafanaError(error).title;
  }
  return error.serviceAccountAt === undefined
    ? t('status.left.forbidden', 'You cannot delete it. An Admin can do so in Grafana.')
    : t(
        'status.left.account-forbidden',
        "The plugin's service account cannot delete it. An Admin can do so in Grafana."
      );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, paddingInlineStart: theme.spacing(3), overflowWrap: 'anywhere' }),
});
