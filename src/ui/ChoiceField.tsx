import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonList, useStyles2 } from '@grafana/ui';
import { useId } from 'react';

interface Props<T extends string> {
  label: string;
  options: Array<{ value: T; label: string; description?: string }>;
  value: T;
  onChange(value: T): void;
  disabled?: boolean;
}

/** One choice out of a few, each with its reason; a named group for screen readers. */
export function ChoiceField<T extends string>({ label, options, value, onChange, disabled }: Props<T>) {
  const styles = useStyles2(getStyles);
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <RadioButtonList name={name} options={options} value={value} onChange={onChange} disabled={disabled} />
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ minWidth: 0, margin: 0, padding: 0, border: 0 }),
  legend: css({
    marginBottom: theme.spacing(1),
    border: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: theme.typography.bodySmall.lineHeight,
    color: theme.colors.text.primary,
  }),
});
