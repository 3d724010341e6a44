import { t } from '@grafana/i18n';
import { Button, Modal, Stack, Text } from '@grafana/ui';
import type { FormEvent, ReactNode } from 'react';
import type { ActionPlan } from '../../../connection/actions/types';
import { undoOf } from '../../../connection/actions/undo';
import type { ApplyOutcome, StepProgress } from '../../../connection/apply/types';
import { isBlocked, isUpToDate, type Plan, type PlanStep } from '../../../connection/plan/types';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { BusyButton } from '../../../ui/BusyButton';
import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { Dialog } from '../../../ui/Dialog';
import { MissingRights } from '../../../ui/MissingRights';
import { PlanView } from '../../../ui/PlanView';
import { useFocusWhile } from '../../../ui/useFocusWhile';
import { useMissingRights } from '../../../ui/useMissingRights';
import { verbatim } from '../../../ui/verbatim';
import { ConsequenceList } from './ConsequenceList';
import { isLeftToDo } from './describeConsequence';
import { donePartly } from './donePartly';
import type { DialogProps, Done } from './types';
import { usePlanRun } from './usePlanRun';

interface Props extends Pick<DialogProps, 'onDone' | 'onTry' | 'onClose' | 'lookAgain'> {
  title: string;
  intro: string;
  /** Undefined while the fields above are not complete, or what it rests on is being read. */
  action: ActionPlan | undefined;
  applyLabel: string;
  doneTitle: string;
  isDestructive?: boolean;
  /** It is a way back itself, which has none: to take it back would do again what was to be undone. */
  isUndo?: boolean;
  /** Further fields; disabled while the plan is carried out. */
  children?: (isDisabled: boolean) => ReactNode;
}

const NO_PLAN: Plan = { connectionId: '', steps: [], obstacles: [] };

/** A plan to look at before it is carried out, object by object, and what came of it. It can be closed at any time. */
export function PlanDialog(props: Props) {
  const { title, intro, action, applyLabel, doneTitle, isDestructive = false, isUndo = false, children } = props;
  const { onDone, onTry, onClose, lookAgain } = props;
  const missing = useMissingRights(action?.plan ?? NO_PLAN);
  const doneOf = ({ plan, consequences }: ActionPlan, outcome?: ApplyOutcome): Done => {
    const undo = outcome && undoOf(outcome, plan.connectionId);
    return {
      title: doneTitle,
      consequences: consequences.filter(isLeftToDo),
      undo: undo && { kind: 'plan', plan: undo },
      movedTo: plan.connectionId,
    };
  };
  const tell = (outcome: ApplyOutcome, plan: Plan) => {
    const left = outcome.steps.filter(({ state }) => state === 'skipped');
    if (plan !== action?.plan) {
      onDone({ title: t('status.undo.done', 'Undone'), left, consequences: [] });
      return;
    }
    const done = doneOf(action, outcome);
    onDone({ ...done, left, title: left.length > 0 ? donePartly() : done.title });
  };
  const end = (outcome: ApplyOutcome, plan: Plan) => {
    if (outcome.result === 'applied') {
      tell(outcome, plan);
    } else if (plan === action?.plan) {
      onTry?.({ plan, done: doneOf(action, outcome) });
    }
  };
  const { run, failed, isStale, taken, wayBack, apply, goBack } = usePlanRun(action, end, { isUndo });
  const isDisabled = run.isRunning || missing.length > 0;
  const isNothingToDo = action !== undefined && isUpToDate(action.plan);
  const canApply = action !== undefined && !isBlocked(action.plan) && !isNothingToDo && !isDisabled && !isStale;
  const undoLabel = t('status.plan-dialog.undo', 'Undo what was done');
  const button = taken ? undoLabel : isStale ? undefined : applyLabel;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canApply) {
      onTry?.({ plan: action.plan, done: doneOf(action) });
      apply(action);
    }
  };
  const takeBack = (way: Plan) => {
    if (action) {
      onTry?.({ plan: action.plan, done: doneOf(action), isTakenBack: true });
    }
    goBack(way);
  };
  const close = () => {
    run.stop();
    onClose();
  };
  const closeButton = useFocusWhile(run.isRunning);

  return (
    <Dialog title={title} onDismiss={close}>
      <form onSubmit={submit}>
        <Stack direction="column" gap={2}>
          <Text element="p">{intro}</Text>
          <MissingRights missing={missing} />
          {children?.(isDisabled)}
          {action && !isNothingToDo && <ConsequenceList consequences={action.consequences} />}
          {action && (
            <PlanView plan={briefly(action.plan)} progress={run.isRunning ? run.progress?.map(brief) : undefined} />
          )}
          {isNothingToDo && (
            <Text element="p" color="secondary">
              {t('status.plan-dialog.nothing', 'There is nothing to change.')}
            </Text>
          )}
          {failed && (
            <ApplyFailure
              outcome={failed}
              button={button}
              advice={failed.error?.reason === 'changedMeanwhile' ? whatIsLeft(button) : undefined}
            >
              {wayBack && (
                <div>
                  <Button type="button" size="sm" variant="secondary" icon="history" onClick={() => takeBack(wayBack)}>
                    {undoLabel}
                  </Button>
                </div>
              )}
            </ApplyFailure>
          )}
          {isStale && lookAgain?.error && <ReadErrorAlert error={lookAgain.error} />}
        </Stack>
        <Modal.ButtonRow>
          <Button ref={closeButton} type="button" variant="secondary" fill="outline" onClick={close}>
            {run.isRunning ? t('status.plan-dialog.stop', 'Stop') : t('status.plan-dialog.cancel', 'Cancel')}
          </Button>
          {isStale && lookAgain && (
            <BusyButton type="button" icon="sync" isBusy={lookAgain.isReading} onClick={lookAgain.start}>
              {t('status.plan-dialog.look-again', 'Make a new plan')}
            </BusyButton>
          )}
          <Button
            type="submit"
            variant={isDestructive ? 'destructive' : 'primary'}
            icon={run.isRunning ? 'spinner' : undefined}
            disabled={!canApply}
          >
            {run.isRunning ? t('status.plan-dialog.applying', 'In progress...') : applyLabel}
          </Button>
        </Modal.ButtonRow>
      </form>
    </Dialog>
  );
}

/** Where somebody else was at the objects: look again, or, on a way back, which knows nothing newer, go on by hand. */
const whatIsLeft = (undoButton: string | undefined): string =>
  undoButton === undefined
    ? t('status.plan-dialog.new-plan', 'Nothing was overwritten. Make a new plan to see what would change now.')
    : t(
        'status.plan-dialog.in-the-way',
        'Nothing was overwritten. Press "{{button}}" again. If it stays like this, it cannot be undone here: cancel, and use the other actions of the page.',
        verbatim({ button: undoButton })
      );

/** Of what is removed the name tells enough. */
const briefStep = (step: PlanStep): PlanStep => (step.action === 'delete' ? { ...step, changes: [] } : step);
const briefly = (plan: Plan): Plan => ({ ...plan, steps: plan.steps.map(briefStep) });
const brief = (progress: StepProgress): StepProgress => ({ ...progress, step: briefStep(progress.step) });
