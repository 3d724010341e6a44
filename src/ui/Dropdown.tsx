import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2, type ComboboxOption } from '@grafana/ui';
import { useEffect, useRef } from 'react';

interface Props<T extends string | number> {
  id: string;
  options: Array<ComboboxOption<T>>;
  value: T | null;
  onChange(value: T): void;
  /** In steps of the theme's spacing; less where there is less room. */
  width: number;
  disabled?: boolean;
  loading?: boolean;
  placeholder?: string;
}

/**
 * Grafana's `Combobox`, told to report each choice once.
 *
 * A click right after a pointer move makes React render the click before the move, and again with every render until
 * the move has had its turn; downshift, which the Combobox is built on, reports the choice each time. A listener that
 * renders something new on each report then never lets the move have its turn, and the page stands still.
 */
export function Dropdown<T extends string | number>({ value, onChange, width, ...props }: Props<T>) {
  const room = useStyles2(getRoom, width);
  const reported = useRef(value);
  useEffect(() => {
    reported.current = value;
  }, [value]);
  return (
    <div className={room}>
      <Combobox
        {...props}
        value={value}
        onChange={(option) => {
          if (option.value !== reported.current) {
            reported.current = option.value;
            onChange(option.value);
          }
        }}
      />
    </div>
  );
}

const getRoom = (theme: GrafanaTheme2, width: number) => css({ width: theme.spacing(width), maxWidth: '100%' });
