import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { KEPT_COLOR, SHOWN_AS_CHOSEN } from './forcedColors';

interface Props<T extends string> {
  label: string;
  options: ReadonlyArray<{ value: T; label: string; count: ReactNode; color?: string }>;
  selected: readonly T[];
  onChange(selected: readonly T[]): void;
}

/** Kinds of rows as buttons that can be pressed in, each with how many there are; none pressed shows all. */
export function FilterButtons<T extends string>({ label, options, selected, onChange }: Props<T>) {
  const styles = useStyles2(getStyles);
  return (
    <div role="group" aria-label={label} className={styles.group}>
      {options.map((option) => {
        const isSelected = selected.includes(option.value);
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={isSelected}
            className={cx(styles.button, isSelected && styles.selected)}
            onClick={() =>
              onChange(isSelected ? selected.filter((one) => one !== option.value) : [...selected, option.value])
            }
          >
            {option.color !== undefined && <span className={styles.dot} style={{ background: option.color }} />}
            {option.label} <span className={styles.count}>{option.count}</span>
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
  selected: css({
    background: theme.colors.action.selected,
    borderColor: theme.colors.primary.border,
    ...SHOWN_AS_CHOSEN,
  }),
  dot: css({
    display: 'inline-block',
    width: 8,
    height: 8,
    marginInlineEnd: theme.spacing(0.75),
    borderRadius: '50%',
    ...KEPT_COLOR,
  }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
