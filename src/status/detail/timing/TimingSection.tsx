import { t } from '@grafana/i18n';
import { Collapse, Text } from '@grafana/ui';
import { lazy, Suspense, useState } from 'react';
import { calculateTiming } from '../../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import type { HeartbeatRule } from '../../../connection/model';
import { formatBounds } from '../../../ui/formatSeconds';
import { formatRough } from '../../../ui/time/formatRelative';
import { useTimingEnvironment } from '../../../ui/timing/useTimingEnvironment';
import { verbatim } from '../../../ui/verbatim';
import { Section } from '../parts/Section';

const TimingDetails = lazy(() => import('./TimingDetails'));

interface Props {
  rule: HeartbeatRule;
  /** Heartbeat interval in seconds; undefined when nobody noted it. */
  interval: number | undefined;
  /** A timing that is good for heartbeats that do not arrive says nothing worth reading. */
  isDown: boolean;
}

/** What the rule's timing leads to, in a sentence; the figures and values behind it fold. */
export function TimingSection({ rule, interval, isDown }: Props) {
  const [isOpen, setOpen] = useState(false);
  const environment = useTimingEnvironment();
  const report = calculateTiming(rule, interval ?? DEFAULT_HEARTBEAT_INTERVAL, environment);
  return (
    <Section title={t('status.timing-section.title', 'Timing')}>
      <Text element="p">
        {report.calculable && report.verdict.level !== 'blocked'
          ? t(
              'status.timing-section.sentence',
              'A heartbeat every {{gap}}. You are paged {{detection}} after an outage. Restarts of up to {{restart}} are tolerated.',
              verbatim({
                gap: formatRough(report.gap.greatest * 1000),
                detection: formatBounds(report.detection),
                restart: formatRough(report.restartBudget * 1000),
              })
            )
          : t('status.timing-section.broken', 'This timing cannot hold.')}
      </Text>
      <Collapse label={t('status.timing-section.fold', 'Timing settings')} isOpen={isOpen} onToggle={setOpen}>
        <Suspense fallback={null}>
          <TimingDetails rule={rule} interval={interval} showsVerdict={!isDown} />
        </Suspense>
      </Collapse>
    </Section>
  );
}
