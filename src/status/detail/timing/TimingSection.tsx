import { t } from '@grafana/i18n';
import { Collapse, Text } from '@grafana/ui';
import { lazy, useState } from 'react';
import { calculateTiming } from '../../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import type { HeartbeatRule } from '../../../connection/model';
import { Loaded } from '../../../ui/Loaded';
import { scheduleSentence } from '../../../ui/timing/scheduleSentence';
import { useTimingEnvironment } from '../../../ui/timing/useTimingEnvironment';
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
          ? scheduleSentence(report)
          : t('status.timing-section.broken', 'This timing cannot hold.')}
      </Text>
      <Collapse label={t('status.timing-section.fold', 'Timing settings')} isOpen={isOpen} onToggle={setOpen}>
        <Loaded>
          <TimingDetails rule={rule} interval={interval} showsVerdict={!isDown} />
        </Loaded>
      </Collapse>
    </Section>
  );
}
