import { t } from '@grafana/i18n';
import type { Health } from '../../connection/health/types';
import { verbatim } from '../../ui/verbatim';
import { formatAge } from '../../ui/formatAge';
import { formatMoment } from '../../ui/formatMoment';
import type { Fact } from './fact';

/** A countdown that has just run out waits for the next refresh to tell of the beat. */
const DUE_MS = 15_000;

/** When the next beat is due at the latest, counted down by the server's clock. */
export function nextBeatFact({ state, nextExpected, overdueBy }: Health, now: number): Fact {
  const base = { id: 'nextBeat', label: t('status.fact.next-beat', 'Next beat expected') };
  if (nextExpected === undefined) {
    // Where another replica sends, only that one knows.
    const isUntold = state === 'unknown' || state === 'up';
    const value = isUntold ? t('status.fact.not-noted', 'Not known') : t('status.fact.not-expected', 'None');
    return { ...base, value };
  }
  const left = nextExpected - now;
  const value = t('status.fact.by', 'by {{time}}', verbatim({ time: formatMoment(nextExpected, now) }));
  if (left > 0) {
    // Rounded up, so that it reads 0 only when it is over.
    const span = formatAge(Math.ceil(left / 1000) * 1000);
    return { ...base, value, detail: t('status.fact.in', 'in {{span}}', verbatim({ span })) };
  }
  if (overdueBy === undefined && -left <= DUE_MS) {
    return { ...base, value, detail: t('status.fact.due', 'due now') };
  }
  const detail = t('status.fact.overdue', 'overdue for {{span}}', verbatim({ span: formatAge(-left) }));
  return { ...base, value, detail, isBad: true };
}

/** When IRM raises its alert, as long as the heartbeat is in doubt. */
export function deadlineFact({ state, deadline }: Health, now: number): Fact[] {
  if (deadline === undefined || state === 'up' || state === 'new') {
    return [];
  }
  const time = formatMoment(deadline, now);
  const isOver = deadline <= now;
  return [
    {
      id: 'deadline',
      label: t('status.fact.deadline', 'IRM alerts without a beat'),
      value: isOver
        ? t('status.fact.since', 'since {{time}}', verbatim({ time }))
        : t('status.fact.from', 'from {{time}} on', verbatim({ time })),
      ...(!isOver && { detail: t('status.fact.in', 'in {{span}}', verbatim({ span: formatAge(deadline - now) })) }),
      isBad: isOver,
    },
  ];
}
