import { useEffect, useState } from 'react';
import { BRIEF, findArrival, PATIENT, type Arrival } from '../../../connection/irm/arrival';
import { isClosed, resolveTest, type Closing } from '../../../connection/irm/arrivalResolve';
import type { AlertGroup, IrmPort } from '../../../connection/irm/irmPort';
import { useServices } from '../../data/services';
import { groupResolved, useTellLeftInIrm } from '../useTellLeftInIrm';
import { forgetOpenTest, type OpenTest } from './openTests';

interface Options {
  integrationId: string;
  test: OpenTest;
  resolvesAfterwards: boolean;
  /** Sent long ago: it is there by now, or never will be. */
  isOld: boolean;
}

export interface ArrivalState {
  /** Undefined while it is looked for. */
  arrival: Arrival | undefined;
  /** What came of resolving it; undefined before. */
  closing: Closing | 'running' | undefined;
  lookAgain(): void;
  /** Also a group that holds other alerts, when a person asks for it. */
  resolve(options?: { evenWithOthers: boolean }): void;
}

/**
 * Looks for a test in IRM for as long as it is shown, and resolves what it finds when that is wanted. A resolve that
 * has begun goes on although nobody looks any longer.
 */
export function useArrival({ integrationId, test, resolvesAfterwards, isOld }: Options): ArrivalState {
  const { irm } = useServices();
  const tellLeft = useTellLeftInIrm();
  const { testId, sentAt } = test;
  const [look, setLook] = useState(0);
  const [state, setState] = useState<Pick<ArrivalState, 'arrival' | 'closing'>>(NOTHING_YET);

  useEffect(() => {
    if (!irm) {
      return undefined;
    }
    const stop = new AbortController();
    const tools = { sleep, now: Date.now, signal: stop.signal };
    void findArrival(irm, { integrationId, testId, sentAt }, tools, isOld ? BRIEF : PATIENT).then(async (arrival) => {
      if (arrival.kind === 'stopped') {
        return;
      }
      if (arrival.kind === 'joined' || (arrival.kind === 'notArrived' && isOld)) {
        forgetOpenTest(testId);
      }
      if (arrival.kind !== 'arrived' || !resolvesAfterwards) {
        setState({ arrival, closing: closingOf(arrival) });
        return;
      }
      setState({ arrival, closing: 'running' });
      setState({ arrival, closing: await close(irm, { testId, sentAt }, groupsOf(arrival), false) });
    });
    return () => stop.abort();
  }, [irm, integrationId, testId, sentAt, isOld, resolvesAfterwards, look]);

  return {
    ...state,
    lookAgain() {
      setState(NOTHING_YET);
      setLook(look + 1);
    },
    resolve({ evenWithOthers } = { evenWithOthers: false }) {
      const { arrival } = state;
      if (!irm || !arrival || state.closing === 'running') {
        return;
      }
      setState({ arrival, closing: 'running' });
      void close(irm, { testId, sentAt }, groupsOf(arrival), evenWithOthers).then((closing) => {
        setState({ arrival, closing });
        tellLeft(isClosed(closing), groupResolved());
      });
    },
  };
}

/** A test that IRM or somebody resolved before it was found needs no resolving. */
function closingOf(arrival: Arrival): Closing | undefined {
  const groups = arrival.kind === 'arrived' ? groupsOf(arrival) : [];
  const isResolved = groups.length > 0 && groups.every(({ state }) => state === 'resolved');
  return isResolved ? { kind: 'resolvedMeanwhile' } : undefined;
}

const NOTHING_YET = { arrival: undefined, closing: undefined };

function groupsOf(arrival: Arrival): AlertGroup[] {
  if (arrival.kind === 'arrived') {
    return [arrival.group, ...arrival.copies];
  }
  return arrival.kind === 'joined' ? [arrival.group] : [];
}

async function close(
  irm: IrmPort,
  test: Pick<OpenTest, 'testId' | 'sentAt'>,
  groups: readonly AlertGroup[],
  evenWithOthers: boolean
): Promise<Closing> {
  const closing = await resolveTest(irm, test, groups, { evenWithOthers });
  if (isClosed(closing) || closing.kind === 'holdsOthers' || closing.kind === 'attached') {
    forgetOpenTest(test.testId);
  }
  return closing;
}

/** Waits so many milliseconds, or until the signal ends it. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
