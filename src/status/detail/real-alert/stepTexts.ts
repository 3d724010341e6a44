import { t } from '@grafana/i18n';
import { toConnection, type RealAlert } from '../../../connection/real-alert/realAlert';
import type { RealAlertStep, StepId } from '../../../connection/real-alert/steps';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';

/** A step in words, as it stands. */
export const stepTitle = ({ id, state }: Pick<RealAlertStep, 'id' | 'state'>): string => TITLES[id](state);

const TITLES: Record<StepId, (state: RealAlertStep['state']) => string> = {
  written: () => t('real-alert.step.written', 'Rule created'),
  fired: (state) =>
    state === 'done'
      ? t('real-alert.step.fired', 'Evaluated: the rule fires')
      : state === 'failed'
        ? t('real-alert.step.not-fired', 'The rule did not fire')
        : t('real-alert.step.fire', 'Grafana evaluates the rule'),
  routed: (state) =>
    state === 'done'
      ? t('real-alert.step.routed', 'Routed')
      : state === 'failed'
        ? t('real-alert.step.astray', 'Not routed to this connection')
        : t('real-alert.step.route', 'Alertmanager routes the alert'),
  sent: (state) =>
    state === 'done'
      ? t('real-alert.step.sent', 'Delivered')
      : state === 'failed'
        ? t('real-alert.step.not-sent', 'Not delivered')
        : t('real-alert.step.send', 'Grafana delivers it'),
  arrived: (state) =>
    state === 'done'
      ? t('real-alert.step.arrived', 'Arrived in IRM')
      : state === 'failed'
        ? t('real-alert.step.not-arrived', 'Not seen in IRM')
        : state === 'elsewhere'
          ? t('real-alert.step.look', 'Arrival in IRM: see there')
          : t('real-alert.step.arrive', 'IRM takes it in'),
  deleted: (state) =>
    state === 'done'
      ? t('real-alert.step.deleted', 'Cleaned up: the rule is deleted')
      : t('real-alert.step.delete', 'The rule is deleted'),
  resolved: (state) =>
    state === 'done'
      ? t('real-alert.step.resolved', 'Resolved in IRM')
      : state === 'failed'
        ? t('real-alert.step.unresolved', 'Not resolved in IRM')
        : t('real-alert.step.resolve', 'The resolved message closes the alert group'),
};

/** What is to be known of a step beside its time: how long after the start, and where to. */
export function stepDetail(step: RealAlertStep, alert: RealAlert): string {
  const { at } = step;
  const after =
    at === undefined || step.id === 'written' || at < alert.mark.startedAt
      ? ''
      : t(
          'real-alert.step.after',
          'after {{span}}',
          verbatim({ span: formatSeconds(Math.round((at - alert.mark.startedAt) / 1000)) })
        );
  return [after, placeOf(step.id, alert)].filter((part) => part !== '').join(', ');
}

function placeOf(id: StepId, alert: RealAlert): string {
  const to = (names: readonly string[] | undefined) =>
    names && names.length > 0 ? t('real-alert.step.to', 'to {{names}}', verbatim({ names: names.join(', ') })) : '';
  switch (id) {
    case 'routed':
      return to(alert.routedTo);
    case 'sent':
      return toConnection(alert)
        .map(({ name, delivery }) => delivery.error ?? to([name]))
        .join(', ');
    default:
      return '';
  }
}
