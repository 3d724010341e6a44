import { t } from '@grafana/i18n';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';
import { formatMoment } from '../../../ui/formatMoment';
import type { BeatLayout, Beats } from './beatLayout';

const seconds = (ms: number) => formatSeconds(Math.round(ms / 1000));

/** The lines of text in the picture, one per lane. */
export function beatLabels(
  { gap, lastBeat, failedAt, interval, now, isOneOfSeveral }: Beats,
  { missedCount }: BeatLayout
) {
  const deadline = lastBeat === undefined || isOneOfSeveral ? undefined : lastBeat + interval;
  const isPast = deadline !== undefined && deadline < now;
  return {
    expected:
      gap === undefined
        ? t('status.timeline.none-expected', 'No beats expected')
        : missedCount > 0
          ? t('status.timeline.missed', 'Expected every {{gap}}, missed: {{count}}', {
              ...verbatim({ gap: seconds(gap) }),
              count: missedCount,
            })
          : t('status.timeline.expected', 'Expected every {{gap}}', verbatim({ gap: seconds(gap) })),
    seen: seenLabel(lastBeat, failedAt, now),
    window:
      deadline === undefined
        ? t('status.timeline.no-window', 'IRM waits {{interval}}', verbatim({ interval: seconds(interval) }))
        : isPast
          ? t(
              'status.timeline.window-past',
              'IRM waited until {{time}}',
              verbatim({ time: formatMoment(deadline, now) })
            )
          : t('status.timeline.window', 'IRM waits until {{time}}', verbatim({ time: formatMoment(deadline, now) })),
    now: t('status.timeline.now', 'now'),
  };
}

/** The picture in words. */
export function describeBeats(beats: Beats, layout: BeatLayout): string {
  const { expected, seen, window } = beatLabels(beats, layout);
  return t(
    'status.timeline.description',
    'Timeline of beats. {{expected}}. {{seen}} ({{count}} in the picture). {{window}}.',
    {
      ...verbatim({ expected, seen, window }),
      count: layout.seen.length,
    }
  );
}

function seenLabel(lastBeat: number | undefined, failedAt: number | undefined, now: number): string {
  if (failedAt !== undefined) {
    return t(
      'status.timeline.failed',
      'Seen, last try failed at {{time}}',
      verbatim({ time: formatMoment(failedAt, now) })
    );
  }
  return lastBeat === undefined
    ? t('status.timeline.none-seen', 'Seen: none')
    : t('status.timeline.seen', 'Seen, last at {{time}}', verbatim({ time: formatMoment(lastBeat, now) }));
}
