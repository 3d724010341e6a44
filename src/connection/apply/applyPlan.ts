import type { GrafanaPort } from '../port/grafanaPort';
import { isBlocked, type Command, type Plan } from '../plan/types';
import { createIntegration, deleteIntegration, keepIntegration, updateIntegration } from './contactPoints';
import { sleep } from '../sleep';
import { lookedOnce } from './lookedOnce';
import { lookOver } from './lookOver';
import { createFolder, deleteFolder, seesNewFolder } from './folder';
import { deleteRule, writeRule } from './rule';
import { failed, FOUND, type Patience, type RetryForbidden, type StepContext, type StepResult } from './stepResult';
import type { ApplyOutcome, StepProgress } from './types';

export interface ApplyOptions {
  /** Called with the state of all steps, at first and after every change. */
  onProgress?: (steps: readonly StepProgress[]) => void;
  /** Waits so many milliseconds; for tests. */
  wait?: (ms: number) => Promise<void>;
  /** Stops before the next step; what is under way is finished and looked at. */
  signal?: AbortSignal;
  /** How an earlier run of the same plan ended: what it may have done counts as ours. */
  previous?: ApplyOutcome | undefined;
}

/**
 * How long Grafana's permissions may lag behind a new folder (folders.json, "get" right after), and what another replica
 * or a cache answers behind what was done; milliseconds.
 */
const LONGEST_LAG = 10_000;
const LOOK_EVERY = 1_000;

const STOPPED = failed({ reason: 'stopped', message: 'Stopped before the next step.', status: undefined });

/**
 * Carries a plan out, step by step, and stops at the first failure. Every step looks before it writes, so that the
 * same plan can be carried out again after it broke off, and nothing that somebody changed meanwhile is overwritten
 * (`changedMeanwhile`: make a new plan). When all steps are done, everything is looked at once more, what was to be
 * kept included, because others may have been at it. Never throws on its own; a blocked plan is refused.
 */
export async function applyPlan(plan: Plan, port: GrafanaPort, options: ApplyOptions = {}): Promise<ApplyOutcome> {
  const { onProgress, wait = sleep, signal, previous } = options;
  const steps: StepProgress[] = plan.steps.map((step) => ({ step, state: 'waiting' }));
  const update = (index: number, progress: Partial<StepProgress>) => {
    const current = steps[index];
    if (current) {
      steps[index] = { ...current, ...progress };
      onProgress?.([...steps]);
    }
  };
  onProgress?.([...steps]);
  if (isBlocked(plan)) {
    return outcomeOf('refused', steps);
  }
  const looked = lookedOnce(port);
  const waiting = async (ms: number) => {
    await wait(ms);
    looked.forget();
  };
  let context: StepContext = {
    port: looked.port,
    retrying: (call) => call(),
    patient: patience(waiting),
    deletes: plan.steps.flatMap(({ command }) => (command.kind === 'deleteRule' ? [command.rule] : [])),
  };
  for (const [index, { command, object, action }] of plan.steps.entries()) {
    if (object === 'folder' && action === 'create') {
      const retrying = retryForbidden(waiting);
      context = { ...context, port: seesNewFolder(looked.port, retrying), retrying };
    }
    if (!signal?.aborted) {
      update(index, { state: 'running' });
    }
    const carried: StepResult = signal?.aborted ? STOPPED : await carryOut(command, context);
    const result = steps.slice(0, index).some(isRemoved) ? leftIfForbidden(carried, command) : carried;
    if (result.state === 'failed') {
      update(index, result);
      steps.forEach((progress, later) => progress.state === 'waiting' && update(later, { state: 'skipped' }));
      return outcomeOf('failed', steps);
    }
    if (result.state === 'done' && result.isNewFolder) {
      context = { ...context, isFolderNew: true };
    }
    const before = previous?.steps[index];
    // Grafana says "forbidden" of a folder that an earlier run deleted, too.
    const isLeft = result.state === 'left' && !(object === 'folder' && before && isOwnWork(before));
    update(index, isLeft ? { ...result, state: 'skipped' } : doneAs(result, before));
  }
  const { difference, found } = await lookOver(plan, steps, context.port);
  if (difference) {
    // It was done, or may have been, so that a way back still has to look at it.
    update(difference.index, { state: 'failed', error: difference.error, uncertain: true });
    return { ...outcomeOf('failed', steps), error: difference.error };
  }
  return { ...outcomeOf('applied', steps), ...(found && { found }) };
}

function carryOut(command: Command, context: StepContext): Promise<StepResult> {
  switch (command.kind) {
    case 'createIntegration':
      return createIntegration(context, command.integration);
    case 'updateIntegration':
      return updateIntegration(context, command.integration, command.before);
    case 'deleteIntegration':
      return deleteIntegration(context, command.integration);
    case 'createFolder':
      return createFolder(context, command.folder);
    case 'deleteFolder':
      return deleteFolder(context, command.uid);
    case 'writeRule':
      return writeRule(context, command);
    case 'deleteRule':
      return deleteRule(context, command.rule);
    case 'keepIntegration':
      return keepIntegration(context, command.integration);
    case 'keepFolder':
    case 'keepRule':
    case 'leave':
      // Looked at in the end, when it counts.
      return Promise.resolve(FOUND);
  }
}

const isRemoved = ({ step, state, foundInPlace }: StepProgress) =>
  step.action === 'delete' && state === 'done' && !foundInPlace;

/**
 * Once a removal has begun, a contact point that may not be deleted stays and the rest goes on: stopping would leave
 * more behind. That it may not be is not always known beforehand: a late fix of 13 asks more for protected contact
 * points (docs/facts.md#permissions).
 */
function leftIfForbidden(result: StepResult, { kind }: Command): StepResult {
  const isForbidden =
    kind === 'deleteIntegration' &&
    result.state === 'failed' &&
    result.error.reason === 'forbidden' &&
    !result.uncertain;
  return isForbidden ? { state: 'left', error: result.error } : result;
}

/** What is found in place was done by an earlier run of ours if that one did it or may have. */
function doneAs(result: StepResult, before: StepProgress | undefined): Partial<StepProgress> {
  const isFound = result.state === 'done' && result.foundInPlace === true && !(before && isOwnWork(before));
  const over = result.state === 'done' ? result.over : undefined;
  return { state: 'done', ...(isFound && { foundInPlace: true }), ...(over && { over }) };
}

const isOwnWork = ({ state, uncertain, foundInPlace }: StepProgress) =>
  !foundInPlace && (uncertain === true || state === 'done');

/** All looks together for as long as Grafana may lag behind. */
function patience(wait: (ms: number) => Promise<void>): Patience {
  let waited = 0;
  return async (look, isBehind) => {
    let seen = await look();
    while (isBehind(seen) && waited < LONGEST_LAG) {
      waited += LOOK_EVERY;
      await wait(LOOK_EVERY);
      seen = await look();
    }
    return seen;
  };
}

/** Repeats a call that was forbidden. */
function retryForbidden(wait: (ms: number) => Promise<void>): RetryForbidden {
  const patient = patience(wait);
  return (call) => patient(call, (result) => !result.ok && result.error.reason === 'forbidden');
}

function outcomeOf(result: ApplyOutcome['result'], steps: StepProgress[]): ApplyOutcome {
  const error = steps.find(({ state }) => state === 'failed')?.error;
  const isReached = ({ state }: StepProgress) => state === 'done';
  return {
    result,
    steps,
    ...(error && { error }),
    reached: steps.filter(isReached).map(({ step }) => step),
    remaining: result === 'applied' ? [] : steps.filter((one) => !isReached(one)).map(({ step }) => step),
  };
}
