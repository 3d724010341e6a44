import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Text, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { ApplyOutcome } from '../connection/apply/types';
import { describeGrafanaError } from './describeGrafanaError';
import { RemainingSteps, StepList } from './StepList';
import { verbatim } from './verbatim';

interface Props {
  outcome: ApplyOutcome;
  /** What the button says that runs the same again; undefined where there is none to press. */
  button: string | undefined;
  /** What to do, where more is known of it than what the failure says by itself. */
  advice?: string | undefined;
  /** A form makes a new plan of its fields by itself once somebody changed something. */
  keepsInput?: boolean;
  /** A way back, where there is one. */
  children?: ReactNode;
}

/** Why a run broke off, what stands all the same, what is gone already, and what remains. Running it again finishes it. */
export function ApplyFailure({ outcome, button, advice, keepsInput = false, children }: Props) {
  const styles = useStyles2(getStyles);
  const { title, text } = outcome.error
    ? describeGrafanaError(outcome.error)
    : { title: t('ui.apply-failure.title', 'The changes were not applied'), text: '' };
  const isUncertain = outcome.steps.some(({ uncertain }) => uncertain);
  const there = outcome.reached.filter(({ action }) => action !== 'delete');
  const gone = outcome.reached.filter(({ action }) => action === 'delete');
  const needsLook = keepsInput && outcome.error?.reason === 'changedMeanwhile';
  const whatToDo = advice ?? text;
  return (
    <Alert severity="error" title={title} bottomSpacing={0}>
      <div className={styles.body}>
        {whatToDo && <Text element="p">{whatToDo}</Text>}
        {there.length > 0 && <StepList title={t('ui.apply-failure.there', 'Saved')} steps={there} areThere />}
        {gone.length > 0 && <StepList title={t('ui.apply-failure.gone', 'Deleted')} steps={gone} />}
        {outcome.remaining.length > 0 && <RemainingSteps steps={outcome.remaining} isUncertain={isUncertain} />}
        {needsLook ? (
          <Text element="p">{t('ui.apply-failure.new-plan', 'Your input is kept. Review the new changes.')}</Text>
        ) : (
          button !== undefined &&
          advice === undefined && (
            <Text element="p">
              {t(
                'ui.apply-failure.press-again',
                'Press "{{button}}" again to finish. What is saved stays as it is.',
                verbatim({ button })
              )}
            </Text>
          )
        )}
        {children}
      </div>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0, overflowWrap: 'anywhere' }),
});
