import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { equal } from '../../connection/equal';
import type { Endpoint } from '../../connection/model';
import { isBlocked } from '../../connection/plan/types';
import { isAccepted, useTest } from '../../ui/irm/arrival/useTest';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useIsHere } from '../../ui/useIsHere';
import { useMissingRights } from '../../ui/useMissingRights';
import { beginAgain } from '../step/journey';
import type { StepProps } from '../step/stepProps';
import { needsNewProof, type ContactPointPlan } from './contactPointPlan';
import { deedOf, phaseOf } from './phase';

interface Given extends Pick<StepProps, 'isProven' | 'data' | 'note' | 'goTo'> {
  endpoint: Endpoint;
  asked: ContactPointPlan;
  /** What the form asked for is stored. */
  onStored(): void;
  /** There is something to read about a test or about saving. */
  onNews(): void;
}

/**
 * Tests and saves what the form asks for. A new contact point is made only once a test alert with its settings was
 * answered, or when the person says so.
 */
export function useProveThenSave({ endpoint, asked, isProven, data, note, goTo, onStored, onNews }: Given) {
  const { plan, planned, isFinished } = asked;
  const test = useTest(endpointUrl(endpoint));
  const run = useApplyPlan((outcome, done) => {
    if (outcome.result === 'applied') {
      onStored();
      if (needsNewProof(done)) {
        test.forget();
        note({ testedAt: undefined });
      }
    }
    onNews();
  });
  const isHere = useIsHere();
  // A plan that does nothing needs no right; whoever may not change anything is told before they type.
  const missing = useMissingRights(isFinished ? 'changeContactPoint' : plan);
  const mayTest = test.missing.length === 0;
  const isBusy = run.isRunning || test.isSending;
  const cannotSave = missing.length > 0 || asked.hasBadField || isBlocked(plan);
  const phase = phaseOf({ isFinished, isProven, planned, last: test.last });

  // When saving failed after the test, there is no need for another one.
  const isAnswered =
    test.last !== undefined && isAccepted(test.last.answer) && equal(test.last.sent.integration, planned?.integration);

  /** Answers whether the message was answered with success. */
  async function prove(): Promise<boolean> {
    const integration = planned?.integration;
    const answer = integration && (await test.send(integration));
    if (!answer || !isHere.current) {
      return false;
    }
    const isProof = isAccepted(answer);
    const answeredMs = answer.ok && answer.value.kind === 'accepted' ? answer.value.durationMs : undefined;
    note({ testedAt: isProof ? Date.now() : undefined, answeredMs, isSeen: undefined });
    if (!isProof || !planned.isNew) {
      onNews();
    }
    return isProof;
  }

  async function save({ evenUnproven = false } = {}) {
    if (isBusy || cannotSave) {
      return;
    }
    const isTested = isAnswered || (!evenUnproven && planned?.isNew === true && mayTest && (await prove()));
    if (isTested || evenUnproven || !planned?.isNew || !mayTest) {
      if (planned?.isNew) {
        note(beginAgain(Date.now() + data.clockOffset, isTested));
      }
      run.apply(plan);
    }
  }

  async function submit() {
    switch (deedOf(phase, mayTest)) {
      case 'save':
        await save();
        break;
      case 'test':
        await prove();
        break;
      case 'goOn':
        goTo('heartbeat');
    }
  }

  return { test, run, missing, mayTest, isBusy, cannotSave, phase, prove, save, submit };
}
