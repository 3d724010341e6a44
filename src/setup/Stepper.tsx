import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import { SHOWN_AS_CHOSEN } from '../ui/forcedColors';
import { UNSEEN } from '../ui/listStyles';
import type { StepId } from './step/stepProps';
import { prefetchStep } from './stepContent';
import { STEPS, type Step, type WizardState } from './steps';

/** In place of a number or a tick. */
const UNREAD = '?';

interface Props {
  current: StepId;
  state: WizardState;
  onChoose(step: StepId): void;
}

/** Which steps there are, which are done and which can be opened. Told by mark and words, not by colour alone. */
export function Stepper({ current, state, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <nav aria-label={t('setup.stepper.label', 'Setup steps')}>
      <ol className={styles.list}>
        {STEPS.map((step, index) => {
          const isCurrent = step.id === current;
          const isDone = step.isDone(state);
          return (
            <li key={step.id}>
              <button
                type="button"
                className={styles.step}
                disabled={!step.isOpen(state)}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onChoose(step.id)}
                onMouseEnter={() => prefetchStep(step.id)}
                onFocus={() => prefetchStep(step.id)}
              >
                <span className={styles.mark} data-done={isDone} aria-hidden>
                  {isDone ? <Icon name="check" size="sm" /> : isDone === undefined ? UNREAD : index + 1}
                </span>
                <span>
                  {step.title()}
                  <span className={styles.hidden}> ({stateWords(step, state)})</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function stateWords(step: Step, state: WizardState): string {
  const isDone = step.isDone(state);
  if (isDone) {
    return t('setup.stepper.done', 'done');
  }
  if (!step.isOpen(state)) {
    return t('setup.stepper.closed', 'not open yet');
  }
  if (isDone === undefined) {
    return t('setup.stepper.unread', 'could not be read');
  }
  return step.isOptional ? t('setup.stepper.optional', 'optional') : t('setup.stepper.open', 'to do');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
    [theme.breakpoints.down('md')]: { display: 'flex', flexWrap: 'wrap' },
  }),
  step: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    width: '100%',
    padding: theme.spacing(1),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.secondary,
    textAlign: 'start',
    '&:hover:not(:disabled)': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    '&:disabled': {
      color: theme.colors.text.disabled,
      cursor: 'not-allowed',
      '& [data-done]': { borderStyle: 'dashed' },
    },
    '&[aria-current="step"]': {
      background: theme.colors.action.selected,
      color: theme.colors.text.primary,
      fontWeight: theme.typography.fontWeightMedium,
      ...SHOWN_AS_CHOSEN,
    },
  }),
  mark: css({
    flex: 'none',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: theme.spacing(3),
    height: theme.spacing(3),
    border: '1px solid currentColor',
    borderRadius: theme.shape.radius.circle,
    fontSize: theme.typography.bodySmall.fontSize,
    '&[data-done="true"]': {
      borderColor: theme.colors.success.border,
      background: theme.colors.success.transparent,
      color: theme.colors.success.text,
    },
  }),
  hidden: css(UNSEEN),
});
