import { useCallback, useState } from 'react';
import { EMPTY_DRAFT, loadDraft, saveDraft, type Draft } from './step/draft';

/** The draft of the connection that is being set up; survives a reload of the page. */
export function useDraft() {
  const [draft, setState] = useState(loadDraft);
  const setDraft = useCallback((change: Partial<Draft>) => {
    setState((current) => {
      const next = { ...current, ...change };
      saveDraft(next);
      return next;
    });
  }, []);
  /** Forgets all but how the person likes to give the endpoint. */
  const clearDraft = useCallback(() => {
    setState(({ way }) => {
      const next = { ...EMPTY_DRAFT, way };
      saveDraft(next);
      return next;
    });
  }, []);
  return { draft, setDraft, clearDraft };
}
