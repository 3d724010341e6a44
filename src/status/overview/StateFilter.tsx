import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { HealthState } from '../../connection/health/types';
import type { Overview } from '../../connection/health/overview';
import { stateText } from '../../ui/health/healthTexts';
import { STATES_WORST_FIRST } from '../summary/describeCounts';

interface Props {
  counts: Overview['counts'];
  selected: readonly HealthState[];
  onChange(states: readonly HealthState[]): void;
}

/** The states that occur, as buttons that can be pressed in; none pressed shows all. One state alone is no choice. */
export function StateFilter({ counts, selected, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const states = STATES_WORST_FIRST.filter((state) => counts[state] > 0 || selected.includes(state));
  if (states.length < 2 && selected.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-label={t('status.filter.states', 'Filter by state')} className={styles.group}>
      {states.map((state) => {
        const isSelected = selected.includes(state);
        return (
          <button
            key={state}
            type="button"
            aria-pressed={isSelected}
            className={cx(styles.button, isSelected && styles.selected)}
            onClick={() => onChange(isSelected ? selected.filter((one) => one !== state) : [...selected, state])}
          >
            {stateText(state)} <span className={styles.count}>{counts[state]}</span>
          </button>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  button: css({
    minHeight: theme.spacing(4),
    padding: theme.spacing(0, 1.5),
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.pill,
    '&:hover': { background: theme.colors.action.hover },
  }),
  selected: css({ background: theme.colors.action.selected, borderColor: theme.colors.primary.border }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
