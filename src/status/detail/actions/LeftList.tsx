import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { StepProgress } from '../../../connection/apply/types';
import { describeGrafanaError } from '../../../ui/describeGrafanaError';
import { ObjectLink } from '../../../ui/ObjectLink';
import { objectName } from '../../../ui/planTexts';

/** What was to be removed and stays, each with the reason. */
export function LeftList({ left }: { left: readonly StepProgress[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('status.left.label', 'What stays')}>
      {left.map(({ step, error }) => (
        <li key={`${step.object}-${step.uid ?? step.name}`}>
          {objectName(step.object)}: <ObjectLink {...step} />.{' '}
          {error?.reason === 'inUse' || !error
            ? t('status.left.in-use', 'Others have begun to use it meanwhile.')
            : describeGrafanaError(error).title}
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, paddingInlineStart: theme.spacing(3), overflowWrap: 'anywhere' }),
});
