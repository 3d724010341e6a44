import type { AlertGroup, IrmError, IrmPort } from './irmPort';
import { lookForTest, type SentTest, type Sighting } from './arrivalLook';

/**
 * How long a test was on its way. Exact: from the click to IRM's own time, where that lies between the click and the
 * look that found it. Otherwise the clocks differ, and it is the time until it was seen, which is longer; undefined
 * when this browser's clock was set back meanwhile.
 */
interface OnTheWay {
  afterMs: number | undefined;
  isExact: boolean;
}

/** What became of a test in IRM. */
export type Arrival =
  /** Alert groups of the test alone; copies come of a browser that repeats a request which is answered late. */
  | ({ kind: 'arrived'; group: AlertGroup; copies: AlertGroup[] } & OnTheWay)
  /** It is the newest alert of a group that holds others too. */
  | ({ kind: 'joined'; group: AlertGroup } & OnTheWay)
  /** Waited since the click; undefined when the clock was set back. `mayBeIn`: a group whose newest alert came later and may hide it. */
  | { kind: 'notArrived'; waitedMs: number | undefined; mayBeIn: AlertGroup | undefined }
  | { kind: 'failed'; error: IrmError }
  /** Nobody waits for it any longer. */
  | { kind: 'stopped' };

export interface Tools {
  /** Ends early when the signal says so. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  signal: AbortSignal;
}

/** Waits before each look and the end of all waiting, in milliseconds. */
export interface Patience {
  waits: readonly number[];
  longest: number;
}

/** For a test that was just sent. A real IRM shows it after 0.3 s, a busy one takes longer. */
export const PATIENT: Patience = {
  waits: [300, 600, 1000, 1500, 2000, 3000, ...Array<number>(12).fill(5000)],
  longest: 60_000,
};

/** For a test that was sent long ago. */
export const BRIEF: Patience = { waits: [0, 1000, 2000], longest: 10_000 };

/** How many looks, from the first on, are at the newest groups alone: those of a new test are there. */
const QUICK_LOOKS = 4;

const PASSES: ReadonlyArray<IrmError['reason']> = ['timeout', 'unreachable', 'serverError', 'rateLimited'];

/**
 * Looks for a test in IRM again and again, until it is found or the patience ends. A failure that may pass is waited
 * out; `notArrived` is said only when the last look saw IRM's groups.
 */
export async function findArrival(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  test: SentTest,
  { sleep, now, signal }: Tools,
  { waits, longest }: Patience = PATIENT
): Promise<Arrival> {
  const end = now() + longest;
  let error: IrmError | undefined;
  let mayBeIn: AlertGroup | undefined;
  for (const [index, wait] of waits.entries()) {
    const left = end - now();
    const asked = (error?.waitSeconds ?? 0) * 1000;
    if (error && (left <= 0 || asked > left)) {
      return { kind: 'failed', error };
    }
    if (index > 0 && left <= 0) {
      break;
    }
    await sleep(Math.min(Math.max(wait, asked), Math.max(left, 0)), signal);
    const isLast = index === waits.length - 1 || now() >= end;
    const everywhere = isLast || (index >= QUICK_LOOKS && index % 2 === 0);
    const look = await lookOnce(irm, test, everywhere, { now, signal });
    if (look.end) {
      return look.end;
    }
    error = look.error;
    mayBeIn = look.mayBeIn ?? mayBeIn;
  }
  return error ? { kind: 'failed', error } : { kind: 'notArrived', waitedMs: sinceSent(test, now()), mayBeIn };
}

/** What one look ends with, or what it leaves for the next: an error that may pass, a group that may hold the test. */
async function lookOnce(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  test: SentTest,
  everywhere: boolean,
  { now, signal }: Pick<Tools, 'now' | 'signal'>
): Promise<{ end?: Arrival; error?: IrmError; mayBeIn?: AlertGroup }> {
  if (signal.aborted) {
    return { end: { kind: 'stopped' } };
  }
  const sighting = await lookForTest(irm, test, everywhere);
  if (signal.aborted) {
    return { end: { kind: 'stopped' } };
  }
  if (sighting.ok) {
    return { end: arrivalOf(sighting.value, test, now()), mayBeIn: sighting.value.mayBeIn };
  }
  const { error } = sighting;
  return PASSES.includes(error.reason) ? { error } : { end: { kind: 'failed', error } };
}

function arrivalOf({ own, shared }: Sighting, test: SentTest, seenAt: number): Arrival | undefined {
  const [group, ...copies] = own;
  if (group) {
    return { kind: 'arrived', group, copies, ...onTheWay(group.createdAt, test, seenAt) };
  }
  return shared && { kind: 'joined', group: shared, ...onTheWay(shared.lastAlert.createdAt, test, seenAt) };
}

function onTheWay(takenInAt: number | undefined, test: SentTest, seenAt: number): OnTheWay {
  if (takenInAt !== undefined && takenInAt >= test.sentAt && takenInAt <= seenAt) {
    return { afterMs: takenInAt - test.sentAt, isExact: true };
  }
  return { afterMs: sinceSent(test, seenAt), isExact: false };
}

const sinceSent = ({ sentAt }: SentTest, now: number) => (now >= sentAt ? now - sentAt : undefined);
