import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, useStyles2 } from '@grafana/ui';
import type { Doubt } from '../connection/coverage/cadencesOf';
import type { LabelSet } from '../connection/policies/types';
import { describeDoubt, labelsText } from './describeRoute';

const MOST_SHOWN = 5;

interface Props {
  doubt: Doubt;
  labelSets: readonly LabelSet[];
}

/** Says that a way is not certain, why, and which alerts take it. */
export function WayDoubt({ doubt, labelSets }: Props) {
  const styles = useStyles2(getStyles);
  const hidden = labelSets.length - MOST_SHOWN;
  return (
    <>
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        {doubt === 'someAlerts' || doubt === 'alertsOfNow' ? (
          <Badge
            color="blue"
            icon="code-branch"
            text={
              doubt === 'someAlerts' ? t('cadence.card.some', 'Some alerts') : t('cadence.card.now', 'Current alerts')
            }
          />
        ) : (
          <Badge color="orange" icon="question-circle" text={t('cadence.card.possible', 'Possible')} />
        )}
        <Text variant="bodySmall" color="secondary">
          {describeDoubt(doubt)}
        </Text>
      </Stack>
      {labelSets.length > 0 && (
        <ul className={styles.labels} aria-label={t('cadence.card.alerts', 'Alerts on this route')}>
          {labelSets.slice(0, MOST_SHOWN).map((labels) => {
            const text = labelsText(labels);
            return <li key={text}>{text}</li>;
          })}
          {hidden > 0 && <li>{t('cadence.card.more-alerts', 'and {{hidden}} more', { hidden })}</li>}
        </ul>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  labels: css({
    margin: 0,
    paddingInlineStart: theme.spacing(3),
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
