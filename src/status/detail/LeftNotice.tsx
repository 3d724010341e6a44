import { lazy, Suspense } from 'react';
import { useLeftDone } from './leftDone';

const LeftOutcome = lazy(() => import('./LeftOutcome'));

/** For the page of all connections: what was just done to one that is gone now. */
export function LeftNotice() {
  const { done, setDone } = useLeftDone();
  return done ? (
    <Suspense fallback={null}>
      <LeftOutcome done={done} onChange={setDone} />
    </Suspense>
  ) : null;
}
