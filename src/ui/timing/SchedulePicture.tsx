import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import type { HeartbeatTiming } from '../../connection/model';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { ScheduleDrawing } from './ScheduleDrawing';
import { useWidth } from './useWidth';

const WIDTH_TO_START_WITH = 340;

interface Props {
  timing: HeartbeatTiming | undefined;
  /** Heartbeat interval in IRM, in seconds. */
  interval: number;
  environment?: TimingEnvironment;
}

/** A picture of the beats, the time that IRM waits and its check; nothing while the values cannot be calculated. */
export function SchedulePicture({ timing, interval, environment }: Props) {
  const styles = useStyles2(getStyles);
  const { ref, width } = useWidth<HTMLDivElement>(WIDTH_TO_START_WITH);
  const report = useMemo(
    () => timing && calculateTiming(timing, interval, environment),
    [timing, interval, environment]
  );
  return (
    <div ref={ref} className={styles.frame}>
      {report?.calculable && <ScheduleDrawing figures={report} width={width} />}
    </div>
  );
}

const getStyles = () => ({ frame: css({ width: '100%', maxWidth: 720, minWidth: 0, overflow: 'hidden' }) });
