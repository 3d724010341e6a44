import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { HealthState } from '../../connection/health/types';
import type { Overview } from '../../connection/health/overview';
import { HealthBadge } from '../../ui/health/HealthBadge';
import { STATES_WORST_FIRST } from '../summary/describeCounts';

interface Props {
  counts: Overview['counts'];
  selected: readonly HealthState[];
  onChange(states: readonly HealthState[]): void;
}

/** The states that occur, as buttons that can be pressed in; none pressed shows all. */
export function StateFilter({ counts, selected, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const states = STATES_WORST_FIRST.filter((state) => counts[state] > 0 || selected.includes(state));
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
            <HealthBadge state={state} /> {counts[state]}
          </button>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  button: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: theme.spacing(4),
    padding: theme.spacing(0, 1),
    color: theme.colors.text.primary,
    background: 'transparent',
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    '&:hover': { background: theme.colors.action.hover },
  }),
  selected: css({ background: theme.colors.action.selected, borderColor: theme.colors.primary.border }),
});
