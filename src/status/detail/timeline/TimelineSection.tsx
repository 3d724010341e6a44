import { t, Trans } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { replicasKnown, sendsTwice } from '../../../connection/health/memory';
import { calculateTiming } from '../../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { useServerTime } from '../../../ui/useServerTime';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { BeatDrawing } from './BeatDrawing';
import type { Beats } from './beatLayout';
import { HistoryPart } from './HistoryPart';
import { Measured } from './Measured';
import { ReplicasNote } from './ReplicasNote';
import { useSeenBeats } from './useSeenBeats';

/** Beats around now, and the rule's states of the last 24 hours. */
export function TimelineSection({ live }: { live: Live }) {
  const { connection, health, data, items } = live;
  const { rule, interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  const now = useServerTime(data.clockOffset);
  const seen = useSeenBeats(connection.id, health.lastBeat);
  const replicas = replicasKnown(data.memory);
  // As beats come while the replica that sends lives; none is called missed while another one may have stepped in.
  const gap = rule && !rule.isPaused ? calculateTiming(rule, interval).gap?.greatest : undefined;
  const delivery = items.find((item) => item.id === 'beatDelivery');
  const beats: Beats = {
    // Beats that left since the last reading are not known yet, so the picture stops there when it is old.
    now: Math.max(now, data.reading.serverTime),
    seen,
    lastBeat: health.lastBeat,
    failedAt: delivery?.data.error === undefined ? undefined : delivery.data.lastAttempt,
    gap: gap === undefined ? undefined : gap * 1000,
    isOneOfSeveral: replicas > 1,
    interval: interval * 1000,
  };
  return (
    <Section title={t('status.timeline.title', 'Timeline')}>
      <Measured>{(width) => <BeatDrawing beats={beats} width={width} />}</Measured>
      <Text element="p" variant="bodySmall" color="secondary">
        <Trans i18nKey="status.timeline.note">
          Circles are beats: filled when delivered, open when due; a cross is one that did not come or was not
          delivered. Grafana keeps only the last one, so earlier ones are those seen while this page was open.
        </Trans>
      </Text>
      {replicas > 1 && <ReplicasNote areApart={sendsTwice(data.memory)} />}
      {rule && <HistoryPart rule={rule} live={live} />}
    </Section>
  );
}
