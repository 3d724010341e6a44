import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { deliveryFailureTitle } from '../../../ui/deliveryFailureTitle';
import { formatDay } from '../../../ui/formatDay';
import { formatMoment } from '../../../ui/formatMoment';
import { verbatim } from '../../../ui/verbatim';
import type { PlotInput, Slot, SlotState } from './plotLayout';

const STATES: Readonly<Record<SlotState, () => string>> = {
  delivered: () => t('status.plot.delivered', 'Delivered'),
  failed: () => t('status.plot.failed', 'Failed'),
  missed: () => t('status.plot.missed', 'Missing'),
  unseen: () => t('status.plot.unseen', 'Not seen'),
};

export const slotStateText = (state: SlotState) => STATES[state]();

/** A slot in words: from when to when, and what was seen. */
export function describeSlot({ from, to, state, cause }: Slot, now: number): string {
  const times = verbatim({ from: formatMoment(from, now), to: formatMoment(to, now), state: slotStateText(state) });
  return cause === undefined || cause === 'other'
    ? t('status.plot.slot', '{{from}} to {{to}}: {{state}}', times)
    : t('status.plot.slot-cause', '{{from}} to {{to}}: {{state}}. {{cause}}', {
        ...times,
        ...verbatim({ cause: deliveryFailureTitle(cause, 'beat') }),
      });
}

/** The whole picture in words. */
export function describePlot({ log, lastBeat, now, back, pages }: PlotInput): string {
  const seen = log
    .filter(({ kind, to }) => kind === 'delivered' && to > now - back)
    .reduce((sum, { count }) => sum + count, 0);
  const failed = log.some(({ kind, to }) => kind === 'failed' && to > now - back);
  const parts = [
    t('status.plot.seen', '{{count}} heartbeats seen', {
      count: seen,
      defaultValue_one: 'One heartbeat seen',
      defaultValue_zero: 'No heartbeat seen',
    }),
    lastBeat !== undefined &&
      t('status.plot.last', 'last at {{time}}', verbatim({ time: formatMoment(lastBeat, now) })),
    failed && t('status.plot.any-failed', 'some attempts failed'),
    pages !== undefined &&
      (pages.to < now
        ? t('status.plot.paged', 'IRM paged at {{time}}', verbatim({ time: formatMoment(pages.from, now) }))
        : t('status.plot.pages', 'IRM pages at {{time}} unless one arrives', {
            ...verbatim({ time: formatMoment(pages.from, now) }),
          })),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Below a tick: the time, with the date at midnight and where a day that is not today begins to be shown. */
export function tickText(time: number, now: number, isFirst: boolean): string {
  const day = (moment: number) => dateTimeFormat(moment, { format: 'YYYY-MM-DD' });
  const clock = dateTimeFormat(time, { format: 'HH:mm' });
  if (clock === '00:00') {
    return formatDay(time);
  }
  return isFirst && day(time) !== day(now) ? `${formatDay(time)} ${clock}` : clock;
}
