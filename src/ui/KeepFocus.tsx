import { useEffect, useRef, type ReactNode } from 'react';

/**
 * Around pages: when what has the focus goes, as a notice does once its own button mended what it told of, the heading
 * before it gets the focus. Browsers give it to nothing, and whoever listens to the page or works by keyboard is lost.
 * Whatever knows a better place takes the focus itself. Dialogs and menus, which stand elsewhere in the document, do.
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current ? keepFocusIn(ref.current) : undefined), []);
  return (
    <div ref={ref} style={{ display: 'contents' }}>
      {children}
    </div>
  );
}

function keepFocusIn(place: HTMLElement) {
  let focused: Element | undefined;
  let before: readonly HTMLElement[] = [];
  const noteFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element) {
      focused = target;
      before = headingsBefore(target, place);
    }
  };
  const forgetFocus = () =>
    // Some browsers tell of it also when the element goes; by then it has gone.
    queueMicrotask(() => {
      if (focused?.isConnected && document.activeElement !== focused) {
        focused = undefined;
      }
    });
  const observer = new MutationObserver(() => {
    if (!focused || focused.isConnected) {
      return;
    }
    focused = undefined;
    if (document.activeElement === document.body) {
      focusHeading(before.filter(({ isConnected }) => isConnected).at(-1));
    }
  });
  observer.observe(place, { childList: true, subtree: true });
  place.addEventListener('focusin', noteFocus);
  place.addEventListener('focusout', forgetFocus);
  return () => {
    observer.disconnect();
    place.removeEventListener('focusin', noteFocus);
    place.removeEventListener('focusout', forgetFocus);
  };
}

const headingsBefore = (element: Element, place: HTMLElement) =>
  [...place.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].filter(
    (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
  );

function focusHeading(heading: HTMLElement | undefined) {
  if (heading && !heading.hasAttribute('tabindex')) {
    heading.tabIndex = -1;
  }
  // What it was about is in view already.
  heading?.focus({ preventScroll: true });
}
