import { useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

/** Names the connection of a row in the page. */
export const ROW_ATTRIBUTE = 'data-connection';

/**
 * Keeps a person's place in the list. A link to one of its rows shows that one; and where a refresh puts a row elsewhere,
 * the browser loses the focus within it, which is put back. `focused` is the connection whose row holds it, the rest
 * belongs on the list.
 */
export function useFocusOnRow(open: readonly string[]) {
  const [linked] = useState(open[0]);
  const [focused, setFocused] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const control = useRef('a');
  const rowOf = (id: string) => list.current?.querySelector(`[${ROW_ATTRIBUTE}="${CSS.escape(id)}"]`);
  useLayoutEffect(() => {
    if (linked !== undefined) {
      rowOf(linked)?.scrollIntoView({ block: 'center' });
    }
  }, [linked]);
  useLayoutEffect(() => {
    if (focused !== undefined && document.activeElement === document.body) {
      rowOf(focused)?.querySelector<HTMLElement>(control.current)?.focus({ preventScroll: true });
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
