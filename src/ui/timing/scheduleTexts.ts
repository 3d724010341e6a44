import { t } from '@grafana/i18n';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { verbatim } from '../verbatim';
import { formatAtMost, formatBounds, formatSeconds } from '../formatSeconds';

type Figures = Extract<TimingReport, { calculable: true }>;

/** The lines of text in the picture of a schedule. */
export function scheduleLabels({ interval, gap, restartBudget, detection }: Figures) {
  return {
    interval: t('ui.timing.picture.interval', 'IRM waits {{time}}', verbatim({ time: formatSeconds(interval) })),
    beats: t('ui.timing.picture.beats', 'A heartbeat every {{time}}', verbatim({ time: formatBounds(gap) })),
    restart: t(
      'ui.timing.picture.restart',
      'Tolerates restarts up to {{time}}',
      verbatim({ time: formatAtMost(restartBudget) })
    ),
    check: t('ui.timing.picture.check', 'You are paged after {{time}}', verbatim({ time: formatBounds(detection) })),
  };
}

/** The picture in words. */
export function describeSchedule({ interval, gap, restartBudget, detection }: Figures): string {
  return t(
    'ui.timing.picture.description',
    'Heartbeat schedule: a heartbeat every {{gap}}, while IRM waits {{interval}} for the next one. Restarts up to {{restart}} are tolerated. You are paged {{detection}} after the last heartbeat, at a full minute.',
    verbatim({
      gap: formatBounds(gap),
      interval: formatSeconds(interval),
      restart: formatAtMost(restartBudget),
      detection: formatBounds(detection),
    })
  );
}
