import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { applyPlan } from '../connection/apply/applyPlan';
import type { ApplyOutcome, StepProgress } from '../connection/apply/types';
import type { Plan } from '../connection/plan/types';
import { useRefresh } from './reading/useRefresh';
import { useShowFound } from './reading/useShowFound';
import { useReadRightsAgain } from './data/useRights';
import { useServices } from './data/services';
import { useTellLeft } from './useTellLeft';

const makesObjects = ({ steps }: Plan) =>
  steps.some(({ command: { kind } }) => kind === 'createIntegration' || kind === 'createFolder');

/** Whoever may not do what the page offered has lost the right since the rights were read. */
const wasRefused = ({ error }: ApplyOutcome) => error?.reason === 'forbidden';

/** Nothing that was read of statuses and deliveries before is of another state of an object. */
const addsOnly = ({ steps }: Plan) => steps.every(({ action }) => action === 'create' || action === 'keep');

interface Finished {
  plan: Plan;
  outcome: ApplyOutcome;
}

/**
 * Applies plans and tells how far the run got. After each run, whatever came of it, Grafana is read again for every
 * part of the plugin, and so are the rights, as who makes an object manages it, and who is refused has lost some: the page
 * shows the new state before the run counts as over. A run that only added something has just looked at all of it, and
 * that is shown. `onFinished` is called only while whoever started the run is still on the page: nothing pulls a person
 * back to where they left. They are told at the corner of the page then, unless the run was begun by the page itself.
 */
export function useApplyPlan(
  onFinished?: (outcome: ApplyOutcome, plan: Plan) => void,
  { isByItself = false }: { isByItself?: boolean } = {}
) {
  const { grafana } = useServices();
  const refresh = useRefresh();
  const show = useShowFound();
  const tellLeft = useTellLeft();
  const readRightsAgain = useReadRightsAgain();
  const [progress, setProgress] = useState<readonly StepProgress[]>();
  const last = useRef<Finished | undefined>(undefined);
  const controller = useRef<AbortController | undefined>(undefined);
  const isUnderWay = useRef(false);
  const run = useMutation({
    mutationFn: async (plan: Plan) => {
      controller.current = new AbortController();
      const previous = last.current?.plan === plan ? last.current.outcome : undefined;
      const { signal } = controller.current;
      const outcome = await applyPlan(plan, grafana, { onProgress: setProgress, signal, previous });
      last.current = { plan, outcome };
      setProgress(outcome.steps);
      // Where a rule now stands in another folder is not to be searched for.
      const { found } = outcome;
      const isShown = found && (addsOnly(plan) || found.elsewhere) ? await show(found) : false;
      await Promise.all([
        ...(isShown && addsOnly(plan) ? [] : [refresh()]),
        ...(makesObjects(plan) || wasRefused(outcome) ? [readRightsAgain()] : []),
      ]);
      const isDone = outcome.result === 'applied';
      // Whoever stopped it knows that not all was done.
      if (!isByItself && (isDone || !signal.aborted)) {
        tellLeft(isDone);
      }
      return outcome;
    },
    onSettled: () => (isUnderWay.current = false),
  });
  return {
    apply: (plan: Plan) => {
      // Two presses can be quicker than the button is disabled.
      if (!isUnderWay.current) {
        isUnderWay.current = true;
        run.mutate(plan, { onSuccess: (outcome) => onFinished?.(outcome, plan) });
      }
    },
    /** Lets the step under way end and begins no other. */
    stop: () => controller.current?.abort(),
    isRunning: run.isPending,
    progress,
    outcome: run.data,
    /** The plan that is carried out, or was last. */
    plan: run.variables,
  };
}

/** A plan that is being carried out, or was. */
export type PlanRun = ReturnType<typeof useApplyPlan>;
