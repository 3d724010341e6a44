import { useEffect, useRef } from 'react';

/**
 * For the button that closes a dialog: takes the focus when something begins to run, because the button that was pressed
 * is disabled then, and without a focus within the dialog Escape goes nowhere.
 */
export function useFocusWhile(isRunning: boolean) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isRunning) {
      ref.current?.focus();
    }
  }, [isRunning]);
  return ref;
}
