import { useEffect, type RefObject } from 'react';

/** How long a dialog may take to hand the focus back, in milliseconds; it is done within a few frames. */
const HAND_BACK_MS = 500;

/**
 * Moves the focus to what a closed dialog leaves behind, whenever `about` changes. A dialog hands the focus back to the
 * button that opened it, and the newer one of @grafana/ui does so only after the page was drawn. So for a moment the
 * focus is taken again, until the person goes elsewhere themselves.
 */
export function useFocusAfterDialog(ref: RefObject<HTMLElement | null>, about: unknown): void {
  useEffect(() => {
    ref.current?.focus();
    const takeBack = ({ target }: FocusEvent) => {
      if (target instanceof Node && !ref.current?.contains(target)) {
        ref.current?.focus();
      }
    };
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', takeBack);
      ACTS.forEach((act) => document.removeEventListener(act, stop, true));
    };
    const timer = setTimeout(stop, HAND_BACK_MS);
    document.addEventListener('focusin', takeBack);
    ACTS.forEach((act) => document.addEventListener(act, stop, true));
    return stop;
  }, [ref, about]);
}

/** What a person does to go elsewhere, before the focus follows. Assistive technology clicks without a pointer. */
const ACTS = ['keydown', 'pointerdown', 'click'] as const;
