import { useLayoutEffect, useState, type ReactNode } from 'react';
import { NavigationType, Router, type Location, type Navigator } from 'react-router-dom-v5-compat';

/** As much of the history of `locationService` as a router needs; its package has no types here. */
interface History extends Navigator {
  location: Omit<Location, 'key'> & { key?: string };
  action: 'PUSH' | 'REPLACE' | 'POP';
  listen(listener: (location: History['location'], action: History['action']) => void): () => void;
}

const actions: Record<History['action'], NavigationType> = {
  PUSH: NavigationType.Push,
  REPLACE: NavigationType.Replace,
  POP: NavigationType.Pop,
};

/** Router 6 on the history of `locationService`, so that both ways to navigate are one. */
export function HistoryRouter({ history, children }: { history: History; children: ReactNode }) {
  const [current, setCurrent] = useState({ location: history.location, action: history.action });
  useLayoutEffect(() => history.listen((location, action) => setCurrent({ location, action })), [history]);
  const location = {
    ...current.location,
    state: current.location.state ?? null,
    key: current.location.key ?? 'default',
  };
  return (
    <Router location={location} navigationType={actions[current.action]} navigator={history}>
      {children}
    </Router>
  );
}
