import { Combobox, type ComboboxOption } from '@grafana/ui';
import { useEffect, useRef } from 'react';

interface Props<T extends string | number> {
  id: string;
  options: Array<ComboboxOption<T>>;
  value: T | null;
  onChange(value: T): void;
  /** In steps of 8 pixels, as Grafana's own fields have it; less where there is less room. */
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
  const reported = useRef(value);
  useEffect(() => {
    reported.current = value;
  }, [value]);
  return (
    <div style={{ width: 8 * width, maxWidth: '100%' }}>
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
