import { useSyncExternalStore } from 'react';

const EVENT = 'visibilitychange';

function subscribe(onChange: () => void) {
  document.addEventListener(EVENT, onChange);
  return () => document.removeEventListener(EVENT, onChange);
}

/** Whether anybody can see this page: not in a tab behind others, nor in a window that is minimised. */
export function usePageVisible(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState !== 'hidden');
}
