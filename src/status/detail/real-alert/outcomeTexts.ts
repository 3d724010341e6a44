import { t } from '@grafana/i18n';
import type { RealAlertOutcome, RealAlertPhase } from '../../../connection/real-alert/realAlert';
import { formatMoment } from '../../../ui/formatMoment';
import { verbatim } from '../../../ui/verbatim';

/** What goes on now, in a sentence that changes with the phase only. `today`: a moment of this day. */
export function describePhase(phase: RealAlertPhase, today: number): string {
  const at = (time: number) => formatMoment(time, today);
  switch (phase.kind) {
    case 'evaluating':
      return t(
        'real-alert.phase.evaluating',
        'The rule should fire by {{time}}.',
        verbatim({ time: at(phase.window.firesBy) })
      );
    case 'waiting':
      return t(
        'real-alert.phase.waiting',
        'The alert fires. It should leave between {{from}} and {{to}}.',
        verbatim({ from: at(phase.window.leavesFrom), to: at(phase.window.leavesBy) })
      );
    case 'arriving':
      return t(
        'real-alert.phase.arriving',
        'Grafana delivered it. IRM is asked for it until {{time}}.',
        verbatim({ time: at(phase.window.deadline) })
      );
    case 'ending':
      return t('real-alert.phase.ending', 'The rule is deleted now.');
    case 'resolving':
      return t(
        'real-alert.phase.resolving',
        'The rule is gone. Its resolved message closes the alert group in IRM by {{time}}, also when you leave this page.',
        verbatim({ time: at(phase.by) })
      );
    case 'unresolved':
      return t('real-alert.phase.unresolved', 'The rule is gone, and the alert group in IRM is still open.');
    case 'ended':
      return t('real-alert.phase.ended', 'The test is over, and nothing is left of it in Grafana.');
  }
}

/** What the test has shown, in a few words. */
export function outcomeTitle(outcome: RealAlertOutcome): string {
  switch (outcome.kind) {
    case 'arrived':
      return t('real-alert.outcome.arrived', 'The whole way works');
    case 'delivered':
      return t('real-alert.outcome.delivered', 'Delivered to IRM');
    case 'notArrived':
      return t('real-alert.outcome.not-arrived', 'Delivered, but IRM does not show it');
    case 'failed':
      return t('real-alert.outcome.failed', 'The delivery failed');
    case 'elsewhere':
      return t(
        'real-alert.outcome.elsewhere',
        'It went to {{names}} instead',
        verbatim({ names: outcome.names.join(', ') })
      );
    case 'notSent':
      return outcome.isSuppressed
        ? t('real-alert.outcome.suppressed', 'A silence or an inhibition held the alert back')
        : t('real-alert.outcome.not-sent', 'The alert was routed here, and no delivery was seen');
    case 'notRouted':
      return t('real-alert.outcome.not-routed', 'Alertmanager shows no such alert');
    case 'notFired':
      return t('real-alert.outcome.not-fired', 'The rule did not fire');
    case 'brokenOff':
      return t('real-alert.outcome.broken-off', 'The test was broken off');
  }
}

/** The same in a sentence or two, with what to do. */
export function outcomeText(outcome: RealAlertOutcome): string {
  switch (outcome.kind) {
    case 'arrived':
      return t(
        'real-alert.outcome.arrived-text',
        'An alert with these labels is evaluated, routed, delivered and taken in by IRM.'
      );
    case 'delivered':
      return t(
        'real-alert.outcome.delivered-text',
        '{{name}} was answered with success. Whether IRM shows an alert group can be seen there.',
        verbatim({ name: outcome.by })
      );
    case 'notArrived':
      return t(
        'real-alert.outcome.not-arrived-text',
        "{{name}} was answered with success, and IRM's API lists no alert group with this alert. Something between the two may answer in IRM's place, or the integration is in maintenance.",
        verbatim({ name: outcome.by })
      );
    case 'failed':
      return t(
        'real-alert.outcome.failed-text',
        'Grafana could not deliver it to {{name}}: {{error}}',
        verbatim({ name: outcome.by, error: outcome.error })
      );
    case 'elsewhere':
      return t(
        'real-alert.outcome.elsewhere-text',
        'The notification policies lead alerts with these labels past this connection.'
      );
    case 'notSent':
      return outcome.isSuppressed
        ? t('real-alert.outcome.suppressed-text', 'Look at the silences of Grafana.')
        : t(
            'real-alert.outcome.not-sent-text',
            'Mute or active timings may hold it back, it may have joined a group that was told just before, or another replica delivers.'
          );
    case 'notRouted':
      return t(
        'real-alert.outcome.not-routed-text',
        'The rule fired, and its alert was not seen. Another Alertmanager may receive the alerts, or alerts may not be read with these rights.'
      );
    case 'notFired':
      return outcome.error === undefined
        ? t('real-alert.outcome.not-fired-text', 'Grafana did not evaluate it in time. Rules may not be executed here.')
        : t('real-alert.outcome.not-fired-error', 'Grafana says: {{error}}', verbatim({ error: outcome.error }));
    case 'brokenOff':
      return t(
        'real-alert.outcome.broken-off-text',
        'It ended before the alert could arrive, so it has shown nothing.'
      );
  }
}
