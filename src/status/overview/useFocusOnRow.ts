import { useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

/** Names the connection of a row in the page. */
export const ROW_ATTRIBUTE = 'data-connection';

/**
 * Keeps a person's place in the list: where a refresh puts a row elsewhere, the browser loses the focus within it, and it
 * is put back. `focused` is the connection whose row holds it. The handlers belong on the list.
 */
export function useFocusOnRow() {
  const [focused, setFocused] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const control = useRef('a');
  useLayoutEffect(() => {
    if (focused !== undefined && document.activeElement === document.body) {
      const row = list.current?.querySelector(`[${ROW_ATTRIBUTE}="${CSS.escape(focused)}"]`);
      row?.querySelector<HTMLElement>(control.current)?.focus({ preventScroll: true });
    }
  });
  return {
    ref: list,
    focused,
    onFocus: ({ target }: FocusEvent) => {
      control.current = target.tagName.toLowerCase();
      setFocused(target.closest(`[${ROW_ATTRIBUTE}]`)?.getAttribute(ROW_ATTRIBUTE) ?? undefined);
    },
    // Not called for what is taken out of the page.
    onBlur: () => setFocused(undefined),
  };
}
