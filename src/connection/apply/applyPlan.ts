import type { GrafanaPort } from '../grafanaPort';
import { isBlocked, type Command, type Plan } from '../plan/types';
import { createContactPoint, deleteContactPoint, updateContactPoint } from './contactPoints';
import { createFolder, deleteFolder } from './folder';
import { DONE, type StepResult } from './stepResult';
import { deleteRule, writeRule, type RetryForbidden } from './rule';
import type { ApplyOutcome, StepProgress } from './types';

export interface ApplyOptions {
  /** Called with the state of all steps, at first and after every change. */
  onProgress?: (steps: readonly StepProgress[]) => void;
  /** Waits so many milliseconds; for tests. */
  wait?: (ms: number) => Promise<void>;
}

/** How long Grafana's permissions may lag behind a new folder, in milliseconds (FACTS.md, "permission cache"). */
const PERMISSION_LAG = 10_000;
const RETRY_EVERY = 1_000;

/**
 * Carries a plan out, step by step, and stops at the first failure. Every step looks before it writes, so that the
 * same plan can be carried out again after it broke off, and nothing that somebody changed meanwhile is overwritten
 * (`changedMeanwhile`: make a new plan). Never throws on its own; a blocked plan is refused.
 */
export async function applyPlan(plan: Plan, port: GrafanaPort, options: ApplyOptions = {}): Promise<ApplyOutcome> {
  const { onProgress, wait = sleep } = options;
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
  let retrying: RetryForbidden = (call) => call();
  for (const [index, { command, object, action }] of plan.steps.entries()) {
    update(index, { state: 'running' });
    const result = command ? await carryOut(command, port, retrying) : DONE;
    if (result.state === 'failed') {
      update(index, result);
      steps.forEach((progress, later) => progress.state === 'waiting' && update(later, { state: 'skipped' }));
      return outcomeOf('failed', steps);
    }
    update(index, result.state === 'left' ? { ...result, state: 'skipped' } : { state: 'done' });
    if (object === 'folder' && action === 'create') {
      retrying = retryForbidden(wait);
    }
  }
  return outcomeOf('applied', steps);
}

function carryOut(command: Command, port: GrafanaPort, retrying: RetryForbidden): Promise<StepResult> {
  switch (command.kind) {
    case 'createContactPoint':
      return createContactPoint(port, command.contactPoint);
    case 'updateContactPoint':
      return updateContactPoint(port, command.contactPoint, command.before);
    case 'deleteContactPoint':
      return deleteContactPoint(port, command.contactPoint);
    case 'createFolder':
      return createFolder(port, command.folder);
    case 'deleteFolder':
      return deleteFolder(port, command.uid);
    case 'writeRule':
      return writeRule(port, command, retrying);
    case 'deleteRule':
      return deleteRule(port, command.rule);
  }
}

/** Repeats a call that was forbidden, all calls together for as long as permissions may lag. */
function retryForbidden(wait: (ms: number) => Promise<void>): RetryForbidden {
  let waited = 0;
  return async (call) => {
    let result = await call();
    while (!result.ok && result.error.reason === 'forbidden' && waited < PERMISSION_LAG) {
      waited += RETRY_EVERY;
      await wait(RETRY_EVERY);
      result = await call();
    }
    return result;
  };
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

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
