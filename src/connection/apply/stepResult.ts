import { leavesDoubt, mayStillCome } from '../leavesDoubt';
import type { HeartbeatRule } from '../model';
import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { Result } from '../result';

/** How one command ended. `left`: not done on purpose, which is no failure. */
export type StepResult =
  /**
   * `isNewFolder`: Grafana said that it made the folder, so that nothing can be in it. `over`: the rule that this was
   * written over.
   */
  | { state: 'done'; foundInPlace?: boolean; isNewFolder?: boolean; over?: HeartbeatRule | undefined }
  | { state: 'left'; error?: GrafanaError }
  | { state: 'failed'; error: GrafanaError; uncertain?: boolean };

/** What every command works with. */
export interface StepContext {
  port: GrafanaPort;
  /** Calls again as long as Grafana's permissions lag behind a folder that was just created. */
  retrying: RetryForbidden;
  patient: Patience;
  /** Rules that the plan deletes. */
  deletes: readonly HeartbeatRule[];
  /** An earlier step of this run made the folder. */
  isFolderNew?: boolean;
}

/** Looks again, for some seconds, as long as what is seen lags behind what was done. */
export type Patience = <T>(look: () => Promise<T>, isBehind: (seen: T) => boolean) => Promise<T>;

export type RetryForbidden = <T>(call: () => Promise<Result<T, GrafanaError>>) => Promise<Result<T, GrafanaError>>;

export const DONE: StepResult = { state: 'done' };

/** It was so already; somebody else, or an earlier run, did it. */
export const FOUND: StepResult = { state: 'done', foundInPlace: true };

/** A step that did not come to its end. `uncertain`: what it wrote may stand in Grafana all the same. */
export const failed = (error: GrafanaError, uncertain = false): StepResult => ({
  state: 'failed',
  error,
  ...(uncertain && { uncertain }),
});

/** Somebody else was at the same objects since the plan was made: a new plan is needed. */
export const changedMeanwhile = (message: string, uncertain = false): StepResult =>
  failed({ reason: 'changedMeanwhile', message, status: undefined }, uncertain);

/** Somebody else saved in the moment between the look and the write, which stands now in the place of theirs. */
export const wentOver = (message: string): StepResult =>
  failed({ reason: 'wentOver', message, status: undefined }, true);

/**
 * It was answered that this was carried out, and nothing of it is to be seen: something answered in Grafana's place, the
 * look went to a replica that lags behind, or somebody took it back at once.
 */
export const withoutEffect = (message: string, uncertain = true): StepResult =>
  failed({ reason: 'withoutEffect', message, status: undefined }, uncertain);

/** What was done before is not to be seen yet, which a replica that lags behind may answer. */
export const outdated = (message: string): GrafanaError => ({ reason: 'outdated', message, status: undefined });

/** Grafana would add our integration to the contact point of that name. */
export const nameTaken = (name: string): StepResult =>
  failed({ reason: 'nameTaken', message: `Another contact point is named "${name}".`, status: undefined });

/** What a look after a write found: `asBefore` where nothing of it is to be seen. */
export type Seen = 'asPlanned' | 'asBefore' | 'otherwise';

/** How an object stands that may be there now, and may have been there before. */
export function seenAs<T extends object>(
  now: T | undefined,
  before: T | undefined,
  isAsPlanned: (now: T) => boolean,
  isUntouched: (now: T, before: T) => boolean
): Seen {
  if (now && isAsPlanned(now)) {
    return 'asPlanned';
  }
  return (now && before ? isUntouched(now, before) : now === before) ? 'asBefore' : 'otherwise';
}

/**
 * Judges a write by what stands in Grafana afterwards: conflicts and lost answers are looked at before they are
 * called failed. `look` reads again and tells how the object stands. A write without an answer that is not there yet stays
 * uncertain. That something was not found is no conflict where nothing has changed.
 */
export async function confirmWrite(
  written: Result<void, GrafanaError>,
  conflicts: ReadonlyArray<GrafanaError['reason']>,
  look: () => Promise<Result<Seen, GrafanaError>>
): Promise<StepResult> {
  if (written.ok) {
    return DONE;
  }
  const isConflict = conflicts.includes(written.error.reason);
  if (!isConflict && !leavesDoubt(written.error)) {
    return failed(written.error);
  }
  const seen = await look();
  if (!seen.ok) {
    return failed(written.error, true);
  }
  if (seen.value === 'asPlanned') {
    return DONE;
  }
  const isKeptOut = written.error.reason === 'notFound' && seen.value === 'asBefore';
  return isConflict && !isKeptOut
    ? changedMeanwhile(written.error.message)
    : failed(written.error, mayStillCome(written.error));
}
