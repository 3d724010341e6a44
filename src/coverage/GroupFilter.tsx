import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { CoverageGroup } from '../connection/coverage/summary';
import { GROUPS } from './coverageFilter';
import { groupText, shown } from './describeReach';
import { colorOf } from './groupColors';

interface Props {
  counts: ReadonlyMap<CoverageGroup, number>;
  selected: readonly CoverageGroup[];
  onChange(groups: readonly CoverageGroup[]): void;
}

/** Whom rules reach, as buttons that can be pressed in, with the colours of the bar; none pressed shows all. */
export function GroupFilter({ counts, selected, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <div role="group" aria-label={t('coverage.filter.groups', 'Filter by whom rules reach')} className={styles.group}>
      {GROUPS.filter((group) => counts.has(group) || selected.includes(group)).map((group) => {
        const isSelected = selected.includes(group);
        return (
          <button
            key={group}
            type="button"
            aria-pressed={isSelected}
            className={cx(styles.button, isSelected && styles.selected)}
            onClick={() => onChange(isSelected ? selected.filter((one) => one !== group) : [...selected, group])}
          >
            <span className={styles.dot} style={{ background: colorOf(group, theme) }} />
            {groupText(group)} <span className={styles.count}>{shown(counts.get(group) ?? 0)}</span>
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
    padding: theme.spacing(0, 1.5),
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.pill,
    '&:hover': { background: theme.colors.action.hover },
  }),
  selected: css({ background: theme.colors.action.selected, borderColor: theme.colors.primary.border }),
  dot: css({ width: 8, height: 8, borderRadius: '50%' }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
