import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { forwardRef } from 'react';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { MissingRights } from '../../ui/MissingRights';
import { TestOptions } from '../../ui/irm/arrival/TestOptions';
import { TestOutcome } from '../../ui/irm/arrival/TestOutcome';
import type { Test } from '../../ui/irm/arrival/useTest';
import type { PlanRun } from '../../ui/useApplyPlan';
import { ResultRegion } from '../step/ResultRegion';
import { useToldFailure } from '../step/toldFailure';
import type { Phase } from './phase';
import { saveLabel } from './saveLabel';

interface Props {
  phase: Phase;
  isNew: boolean;
  /** Whether a message got through could not be read. */
  isUnread: boolean;
  test: Test;
  run: PlanRun;
  /** What saving failed to see is there. */
  isFoundDone: boolean;
  onSeen(): void;
}

/** What a test will do, and what came of it and of saving. Read out, and focused when there is news. */
export const ContactPointResult = forwardRef<HTMLDivElement, Props>(function ContactPointResult(
  { phase, isNew, isUnread, test, run, isFoundDone, onSeen },
  ref
) {
  const outcome = run.isRunning ? undefined : run.outcome;
  const hasFailed = outcome?.result === 'failed' && !isFoundDone;
  useToldFailure(isFoundDone ? undefined : outcome?.error);
  const wasSaved = outcome && (outcome.result === 'applied' || isFoundDone) && phase !== 'edit' && phase !== 'refused';
  const isToBeTested = phase === 'untested' || (phase === 'edit' && isNew);
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      {isToBeTested && !test.last && (
        <TestNote isFirst={isNew} isUnread={isUnread} isTracked={test.sentTo !== undefined} />
      )}
      {phase === 'untested' && <MissingRights missing={test.missing} />}
      {phase !== 'edit' || isNew ? <TestOptions test={test} /> : null}
      <ResultRegion
        ref={ref}
        done={
          wasSaved &&
          (outcome.steps.some(({ step }) => step.action === 'create')
            ? t('setup.contact-point.created', 'Contact point created')
            : t('setup.contact-point.saved', 'Changes saved'))
        }
      >
        {hasFailed && <ApplyFailure outcome={outcome} button={saveLabel(phase, isNew)} keepsInput />}
        <TestOutcome test={test} onSeen={onSeen} />
      </ResultRegion>
    </Stack>
  );
});

function TestNote({ isFirst, isUnread, isTracked }: Record<'isFirst' | 'isUnread' | 'isTracked', boolean>) {
  return (
    <Text element="p" color="secondary">
      {isFirst
        ? t(
            'setup.contact-point.test-first',
            'A test alert is sent first, so that only an endpoint that works is saved.'
          )
        : isUnread
          ? t('setup.contact-point.test-unread', 'Whether a test alert arrived could not be read.')
          : t('setup.contact-point.not-tested', 'No test alert sent yet.')}{' '}
      {isTracked
        ? t('setup.contact-point.test-note', 'It opens an alert group in IRM and may page someone.')
        : t(
            'setup.contact-point.test-note-by-hand',
            'It opens an alert group in IRM and may page someone. Resolve it there afterwards.'
          )}
    </Text>
  );
}
