import { t, Trans } from '@grafana/i18n';
import { Button, Checkbox, Modal, Stack, Text } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { planPause } from '../../../connection/actions/pause';
import type { DrillMark } from '../../../connection/desired/drillMark';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { isPausedBy } from '../../../connection/drill/observe';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { Dialog } from '../../../ui/Dialog';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useFocusWhile } from '../../../ui/useFocusWhile';
import { useServices } from '../../../ui/data/services';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { ServerClock } from '../../../ui/time/ServerClock';
import { describeRefusal } from '../actions/describeRefusal';
import type { Live } from '../parts/useLive';
import { wentOverIn, type BegunDrill } from './begunDrill';
import { DrillCourse } from './DrillCourse';

interface Props {
  /** The connection as it is now: a drill is planned on nothing older. */
  live: Live;
  onPaused(begun: BegunDrill): void;
  onClose(): void;
}

/** Asks twice: what will happen, and whether whoever is on call knows. Then pauses the heartbeat. */
export function DrillDialog({ live, onPaused, onClose }: Props) {
  const { connection, data, health } = live;
  const { actor } = useServices();
  const [isSecond, setIsSecond] = useState(false);
  const [isKnown, setIsKnown] = useState(false);
  const { found } = useIntegration(connection.endpoint);
  /** Of each try, the newest last. */
  const marks = useRef<DrillMark[]>([]);
  const run = useApplyPlan((outcome) => {
    const mark = marks.current.at(-1);
    if (outcome.result === 'applied' && mark) {
      onPaused({ mark, wentOver: undefined });
    }
  });
  const closeButton = useFocusWhile(run.isRunning);
  const question = useRef<HTMLInputElement>(null);
  // The button that led to it is another one now, and disabled until it is answered.
  useEffect(() => {
    if (isSecond) {
      question.current?.focus();
    }
  }, [isSecond]);
  const isFailed = !run.isRunning && run.outcome !== undefined && run.outcome.result !== 'applied';
  const wentOver = wentOverIn(run.outcome?.error);
  const { rule } = connection;
  const isPaused = rule?.isPaused === true;
  useEffect(() => {
    // A try that nobody could confirm was carried out all the same, and from then on somebody has to watch.
    const mark = isFailed && rule && marks.current.find((one) => isPausedBy(one, rule));
    if (mark) {
      onPaused({ mark, wentOver });
    }
  }, [isFailed, rule, wentOver, onPaused]);
  const pause = () => {
    const begun = { startedAt: Date.now() + data.clockOffset, lastBeat: health.lastBeat };
    marks.current.push(begun);
    run.apply(planPause(connection, data.reading, begun).plan);
  };
  const close = () => {
    run.stop();
    onClose();
  };
  const pauseLabel = t('drill.dialog.pause', 'Pause the heartbeat now');
  const interval = connection.interval ?? DEFAULT_HEARTBEAT_INTERVAL;
  const integration = found?.kind === 'found' ? found.integration : undefined;

  return (
    <Dialog title={t('drill.dialog.title', 'Fire drill')} onDismiss={close}>
      <Stack direction="column" gap={2}>
        <Text element="p">
          <Trans i18nKey="drill.dialog.intro">
            A drill shows whether IRM really alerts when the heartbeat stops. This is what happens:
          </Trans>
        </Text>
        {integration && (
          <ServerClock value={data.clockOffset}>
            <DrillCourse integration={integration} lastBeat={health.lastBeat} interval={interval} />
          </ServerClock>
        )}
        {isSecond && (
          <div>
            <Checkbox
              ref={question}
              label={t('drill.dialog.known', 'Whoever is on call knows')}
              description={t('drill.dialog.known-text', 'The alert looks like that of a real outage.')}
              value={isKnown}
              disabled={run.isRunning}
              onChange={({ currentTarget }) => setIsKnown(currentTarget.checked)}
            />
          </div>
        )}
        {isFailed && !isPaused && run.outcome && <ApplyFailure outcome={run.outcome} button={pauseLabel} />}
        {isPaused && !run.isRunning && run.outcome?.result !== 'applied' && (
          <Text element="p">{describeRefusal({ code: 'paused' }, actor)}</Text>
        )}
      </Stack>
      <Modal.ButtonRow>
        <Button ref={closeButton} variant="secondary" fill="outline" onClick={close}>
          {t('drill.dialog.cancel', 'Cancel')}
        </Button>
        {isSecond ? (
          <Button
            variant="destructive"
            icon={run.isRunning ? 'spinner' : 'pause'}
            disabled={!isKnown || run.isRunning || isPaused || !integration}
            onClick={pause}
          >
            {run.isRunning ? t('drill.dialog.pausing', 'In progress...') : pauseLabel}
          </Button>
        ) : (
          <Button onClick={() => setIsSecond(true)}>{t('drill.dialog.go-on', 'Continue')}</Button>
        )}
      </Modal.ButtonRow>
    </Dialog>
  );
}
