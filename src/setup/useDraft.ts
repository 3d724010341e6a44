import { useCallback, useState } from 'react';
import { EMPTY_DRAFT, forgetDraft, loadDraft, saveDraft, type Draft } from './step/draft';

/** The draft of the connection that is being set up; survives a reload of the page. */
export function useDraft() {
  const [draft, setState] = useState(() => loadDraft(window.sessionStorage));
  const setDraft = useCallback((change: Partial<Draft>) => {
    setState((current) => {
      const next = { ...current, ...change };
      saveDraft(window.sessionStorage, next);
      return next;
    });
  }, []);
  const clearDraft = useCallback(() => {
    forgetDraft(window.sessionStorage);
    setState(EMPTY_DRAFT);
  }, []);
  return { draft, setDraft, clearDraft };
}
