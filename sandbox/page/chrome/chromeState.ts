import type { AppPluginMeta, NavModelItem } from '@grafana/data';
import { useSyncExternalStore } from 'react';
import { BehaviorSubject } from 'rxjs';
import { buildNavTree } from './navTree';

interface ChromeState {
  navTree: NavModelItem[];
  app: AppPluginMeta | undefined;
  section: NavModelItem | undefined;
  pageNav: NavModelItem | undefined;
  isMenuOpen: boolean;
}

const state = new BehaviorSubject<ChromeState>({
  navTree: [],
  app: undefined,
  section: undefined,
  pageNav: undefined,
  isMenuOpen: false,
});

function subscribe(onChange: () => void): () => void {
  const subscription = state.subscribe(onChange);
  return () => subscription.unsubscribe();
}

/** What surrounds the page: the menu, and where in it the page stands. Pages set it, the chrome shows it. */
export const chrome = {
  update(change: Partial<ChromeState>): void {
    state.next({ ...state.value, ...change });
  },
  setApp(app: AppPluginMeta | undefined): void {
    chrome.update({ app, navTree: buildNavTree(app) });
  },
};

/** One part of the state, so that a page that sets another part is not drawn again by that. */
export function useChrome<K extends keyof ChromeState>(part: K): ChromeState[K] {
  return useSyncExternalStore(subscribe, () => state.value[part]);
}
