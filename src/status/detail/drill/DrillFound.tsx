import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { BusyButton } from '../../../ui/BusyButton';
import { planResume } from '../../../connection/actions/pause';
import type { drillOn } from '../../../connection/desired/drillMark';
import { canGoOnWatching } from '../../../connection/drill/refusal';
import { windowOf } from '../../../connection/drill/window';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { useServices } from '../../../ui/data/services';
import { formatMoment } from '../../../ui/formatMoment';
import { useAtTime, useToday } from '../../../ui/time/ServerClock';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { verbatim } from '../../../ui/verbatim';
import type { Live } from '../parts/useLive';
import { missingInShort } from '../../../ui/describeMissingRights';
import { useMissingFor } from '../actions/useMissingFor';
import type { DrillControl } from './useDrill';

interface Props {
  live: Live;
  control: DrillControl;
  found: NonNullable<ReturnType<typeof drillOn>>;
}

/** A drill that was left, by whomever: what it did to the heartbeat, and the way out of it. */
export function DrillFound({ live, control, found: { mark, state } }: Props) {
  const { actor, irm } = useServices();
  const { connection, data } = live;
  const run = useApplyPlan();
  const missing = useMissingFor(connection, data.reading)('resume');
  const { deadline } = windowOf(mark, connection.interval ?? DEFAULT_HEARTBEAT_INTERVAL);
  const today = useToday();
  const at = (time: number) => formatMoment(time, today);
  const isOver = state === 'over';
  const isInTime = useAtTime((now) => now < deadline);
  const mayAsk = irm !== undefined && missing.length === 0;
  const mayWatch = useAtTime((now) => canGoOnWatching(state, now, deadline, mayAsk));
  const button = isOver ? t('drill.found.tidy', 'Remove the note') : t('drill.found.resume', 'Resume now');
  const isFailed = !run.isRunning && run.outcome !== undefined && run.outcome.result !== 'applied';
  return (
    <Alert severity={isOver ? 'info' : 'warning'} title={titleOf(state, at(mark.startedAt))} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{textOf(state, at(deadline), isInTime)}</Text>
        {missing.length > 0 && <Text element="p">{missingInShort(missing, actor)}</Text>}
        <Stack direction="row" gap={1} wrap="wrap">
          {mayWatch && (
            <Button size="sm" icon="eye" onClick={() => control.watch(mark)} disabled={run.isRunning}>
              <Trans i18nKey="drill.found.watch">Go on watching</Trans>
            </Button>
          )}
          <BusyButton
            isBusy={run.isRunning}
            size="sm"
            variant={mayWatch || isOver ? 'secondary' : 'primary'}
            icon={isOver ? 'times' : 'play'}
            disabled={missing.length > 0}
            onClick={() => run.apply(planResume(connection, data.reading).plan)}
          >
            {button}
          </BusyButton>
        </Stack>
        {isFailed && run.outcome && <ApplyFailure outcome={run.outcome} button={button} />}
      </Stack>
    </Alert>
  );
}

type State = Props['found']['state'];

function titleOf(state: State, time: string): string {
  switch (state) {
    case 'running':
      return t('drill.found.title', 'A drill paused this heartbeat at {{time}}', verbatim({ time }));
    case 'doubtful':
      return t(
        'drill.found.doubtful-title',
        'The heartbeat is paused, and a drill began at {{time}}',
        verbatim({ time })
      );
    case 'over':
      return t('drill.found.over-title', 'The drill of {{time}} is over', verbatim({ time }));
  }
}

function textOf(state: State, deadline: string, isInTime: boolean): string {
  switch (state) {
    case 'running':
      return isInTime
        ? t(
            'drill.found.in-time',
            'It may run on another page, which resumes the heartbeat at {{deadline}} at the latest. If that page is gone, nothing resumes it but you.',
            verbatim({ deadline })
          )
        : t(
            'drill.found.late',
            'It should have ended by {{deadline}}. The page that ran it is gone, and no heartbeats are sent until somebody resumes it.',
            verbatim({ deadline })
          );
    case 'doubtful':
      return t(
        'drill.found.doubtful',
        'The rule was saved again since, so somebody may have paused it on purpose. Ask before you resume it.'
      );
    case 'over':
      return t(
        'drill.found.over',
        'Somebody resumed the heartbeat outside of this plugin. A note of the drill is left on the rule; it does no harm.'
      );
  }
}
