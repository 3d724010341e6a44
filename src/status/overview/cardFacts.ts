import { t } from '@grafana/i18n';
import type { OverviewRow } from '../../connection/health/overview';
import { replicasKnown, type StatusMemory } from '../../connection/health/memory';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { formatBounds, formatSeconds } from '../../ui/formatSeconds';
import { verbatim } from '../../ui/verbatim';
import { formatAge } from '../../ui/formatAge';
import { formatMoment } from '../../ui/formatMoment';
import { alertDeliveryFact } from './alertDeliveryFact';
import type { Fact } from './fact';
import { deadlineFact, nextBeatFact } from './nextBeatFact';

/** The figures of a connection, those that change first. `now` is the server's time, epoch milliseconds. */
export function cardFacts(row: OverviewRow, memory: StatusMemory, now: number): Fact[] {
  const hasHeartbeat = row.health.state !== 'none';
  return [
    ...(hasHeartbeat
      ? [
          lastBeatFact(row, now),
          nextBeatFact(row.health, now),
          ...deadlineFact(row.health, now),
          ...timingFacts(row, memory),
        ]
      : []),
    alertDeliveryFact(row, now),
  ];
}

function lastBeatFact({ health: { lastBeat } }: OverviewRow, now: number): Fact {
  const label = t('status.fact.last-beat', 'Last beat');
  return lastBeat === undefined
    ? { id: 'lastBeat', label, value: t('status.fact.none-seen', 'None seen') }
    : {
        id: 'lastBeat',
        label,
        value: formatMoment(lastBeat, now),
        detail: t('status.fact.ago', '{{age}} ago', verbatim({ age: formatAge(now - lastBeat) })),
      };
}

/** Heartbeat interval, gap and what lies between them. Without a rule there is nothing to reckon from. */
function timingFacts({ connection: { rule, interval } }: OverviewRow, memory: StatusMemory): Fact[] {
  const heartbeatInterval: Fact = {
    id: 'interval',
    label: t('status.fact.interval', 'Heartbeat interval'),
    value: interval === undefined ? t('status.fact.not-noted', 'Not known') : formatSeconds(interval),
  };
  const replicas = replicasKnown(memory);
  const report = rule && calculateTiming(rule, interval ?? DEFAULT_HEARTBEAT_INTERVAL, { replicas });
  if (!report?.calculable) {
    return [heartbeatInterval];
  }
  const gap: Fact = { id: 'gap', label: t('status.fact.gap', 'Time between beats'), value: formatBounds(report.gap) };
  if (interval === undefined) {
    return [heartbeatInterval, gap];
  }
  const margin = interval - report.gap.greatest;
  return [
    heartbeatInterval,
    gap,
    {
      id: 'margin',
      label: t('status.fact.margin', 'Margin'),
      value: margin > 0 ? formatSeconds(margin) : t('status.fact.no-margin', 'None, beats are too rare'),
      detail: t('status.fact.beats', '{{count}} beats per interval', {
        count: report.beatsPerInterval,
        defaultValue_one: '{{count}} beat per interval',
      }),
      isBad: margin <= 0,
    },
  ];
}
