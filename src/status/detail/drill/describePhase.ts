import { t } from '@grafana/i18n';
import type { Drill, DrillPhase } from '../../../connection/drill/drill';
import { formatMoment } from '../../../ui/formatMoment';
import { verbatim } from '../../../ui/verbatim';

/** What goes on now, in a sentence that changes with the phase only. `today`: a moment of this day. */
export function describePhase(phase: DrillPhase, drill: Drill, today: number): string {
  const at = (time: number) => formatMoment(time, today);
  switch (phase.kind) {
    case 'pausing':
      return t('drill.phase.pausing', 'The heartbeat is being paused.');
    case 'quiet':
      return t(
        'drill.phase.quiet',
        'The heartbeat is silent on purpose. IRM should raise its alert between {{from}} and {{to}}.',
        verbatim({ from: at(phase.window.from), to: at(phase.window.to) })
      );
    case 'due':
      return t(
        'drill.phase.due',
        'IRM should raise its alert by {{to}}. If none has come by {{deadline}}, the heartbeat resumes.',
        verbatim({ to: at(phase.window.to), deadline: at(phase.window.deadline) })
      );
    case 'raised':
      return t('drill.phase.raised', 'IRM raised the alarm. The heartbeat resumes now.');
    case 'unheard':
      return t('drill.phase.unheard', 'The time is over and no alert was seen. The heartbeat resumes now.');
    case 'restarting':
      return t('drill.phase.restarting', 'The heartbeat runs again, and its first one is on its way.');
    case 'resolving':
      return t(
        'drill.phase.resolving',
        'Heartbeats arrive again. IRM resolves its alert group at the next even minute.'
      );
    case 'unresolved':
      return t('drill.phase.unresolved', 'Heartbeats arrive again, and the alert group in IRM is still open.');
    case 'ended':
      return drill.isTakenOver
        ? t('drill.phase.taken-over', 'Somebody else paused, changed or removed the rule. The drill is over.')
        : t('drill.phase.ended', 'The drill is over, and the heartbeat runs.');
  }
}
