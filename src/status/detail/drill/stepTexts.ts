import { t } from '@grafana/i18n';
import { raisedGroup, type Drill } from '../../../connection/drill/drill';
import type { DrillStep, StepId } from '../../../connection/drill/steps';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';

/** A step in words, as it stands. */
export const stepTitle = ({ id, state }: Pick<DrillStep, 'id' | 'state'>): string => TITLES[id](state);

type Titles = Record<StepId, (state: DrillStep['state']) => string>;

const TITLES: Titles = {
  lastBeat: () => t('drill.step.last-beat', 'Last heartbeat'),
  paused: (state) =>
    state === 'done' ? t('drill.step.paused', 'Heartbeat paused') : t('drill.step.pause', 'Pause heartbeat'),
  alert: (state) =>
    state === 'done'
      ? t('drill.step.raised', 'IRM raised its alert')
      : state === 'failed'
        ? t('drill.step.no-alert', 'No alert of IRM was seen')
        : t('drill.step.alert', 'IRM raises its alert'),
  resumed: (state) =>
    state === 'done' ? t('drill.step.resumed', 'Heartbeat resumed') : t('drill.step.resume', 'Resume heartbeat'),
  firstBeat: (state) =>
    state === 'done'
      ? t('drill.step.first-beat', 'First heartbeat delivered')
      : t('drill.step.beat', 'First heartbeat'),
  resolved: (state) =>
    state === 'done'
      ? t('drill.step.resolved', 'IRM resolved its alert group')
      : state === 'failed'
        ? t('drill.step.unresolved', 'IRM has not resolved its alert group')
        : t('drill.step.resolve', 'IRM resolves its alert group'),
};

/** How long a step took, counted from the one that it answers; '' where that says nothing. */
export function stepDetail({ id, at }: DrillStep, drill: Drill): string {
  const since = (start: number | undefined) =>
    at === undefined || start === undefined || at < start ? undefined : formatSeconds(Math.round((at - start) / 1000));
  switch (id) {
    case 'alert': {
      const span = since(drill.lastBeat);
      return span === undefined
        ? ''
        : t('drill.step.after-beat', '{{span}} after the last heartbeat', verbatim({ span }));
    }
    case 'firstBeat': {
      const span = since(drill.resumedAt);
      return span === undefined ? '' : t('drill.step.after-resume', '{{span}} after the resume', verbatim({ span }));
    }
    case 'resolved': {
      const span = since(raisedGroup(drill)?.createdAt);
      return span === undefined ? '' : t('drill.step.was-open', 'open for {{span}}', verbatim({ span }));
    }
    default:
      return '';
  }
}
