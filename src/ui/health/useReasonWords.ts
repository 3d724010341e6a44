import { useEffect, useState, useSyncExternalStore } from 'react';
import type { reasonWords } from './reasonWords';

type ReasonWords = typeof reasonWords;

/** Milliseconds after which words are asked for again that could not be loaded. */
const AGAIN_MS = 10_000;
/** A page has them at hand after so long, milliseconds: before a reading can be too old to tell of now (`useShownAt`). */
const BEFOREHAND_MS = 20_000;

let words: ReasonWords | undefined;
const waiting = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  waiting.add(onChange);
  return () => void waiting.delete(onChange);
}

async function load(): Promise<void> {
  words = (await import('./reasonWords')).reasonWords;
  waiting.forEach((tell) => tell());
}

/**
 * Words for why a heartbeat is not well, loaded once one is not: most pages have none to tell. Undefined before, and while
 * they cannot be loaded; the state itself is told without them.
 */
export function useReasonWords(isWanted: boolean): ReasonWords | undefined {
  const known = useSyncExternalStore(subscribe, () => (isWanted ? words : undefined));
  const isMissing = isWanted && known === undefined;
  useEffect(() => {
    if (!isMissing) {
      return undefined;
    }
    let timer: number | undefined;
    const ask = () => {
      void load().catch(() => {
        timer = window.setTimeout(ask, AGAIN_MS);
      });
    };
    ask();
    return () => window.clearTimeout(timer);
  }, [isMissing]);
  return known;
}

/** Has them at hand before they are needed: what fails next may be the very server that would have to send them. */
export function useWordsBeforehand(): void {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setTime(true), BEFOREHAND_MS);
    return () => window.clearTimeout(timer);
  }, []);
  useReasonWords(isTime);
}
