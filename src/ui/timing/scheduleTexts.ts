import { t } from '@grafana/i18n';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { verbatim } from '../verbatim';
import { formatBounds, formatSeconds } from '../formatSeconds';

type Figures = Extract<TimingReport, { calculable: true }>;

/** The lines of text in the picture of a schedule. */
export function scheduleLabels({ interval, gap, restartBudget, detection }: Figures) {
  return {
    interval: t('ui.timing.picture.interval', 'IRM waits {{time}}', verbatim({ time: formatSeconds(interval) })),
    beats: t('ui.timing.picture.beats', 'A beat every {{time}}', verbatim({ time: formatBounds(gap) })),
    restart: t(
      'ui.timing.picture.restart',
      'Grafana may be away for {{time}}',
      verbatim({ time: formatSeconds(restartBudget) })
    ),
    check: t('ui.timing.picture.check', 'IRM alerts after {{time}}', verbatim({ time: formatBounds(detection) })),
  };
}

/** The picture in words. */
export function describeSchedule({ interval, gap, restartBudget, detection }: Figures): string {
  return t(
    'ui.timing.picture.description',
    'Schedule of the heartbeat: a beat every {{gap}}, while IRM waits {{interval}} for the next one. Grafana may be away for {{restart}}. Without a beat IRM alerts {{detection}} after the last one, at an even minute.',
    verbatim({
      gap: formatBounds(gap),
      interval: formatSeconds(interval),
      restart: formatSeconds(restartBudget),
      detection: formatBounds(detection),
    })
  );
}
