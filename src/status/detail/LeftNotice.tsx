import { lazy } from 'react';
import { useLeftDone } from './leftDone';
import { Loaded } from '../../ui/Loaded';

const LeftOutcome = lazy(() => import('./LeftOutcome'));

/** For the page of all connections: what was just done to one that is gone now. */
export function LeftNotice() {
  const { done, setDone } = useLeftDone();
  return done ? (
    <Loaded>
      <LeftOutcome done={done} onChange={setDone} />
    </Loaded>
  ) : null;
}
