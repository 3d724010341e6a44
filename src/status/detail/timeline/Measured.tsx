import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useWidth } from '../../../ui/timing/useWidth';

const WIDTH_TO_START_WITH = 340;

/** Gives a drawing the width that there is. */
export function Measured({ children }: { children: (width: number) => ReactNode }) {
  const styles = useStyles2(getStyles);
  const { ref, width } = useWidth<HTMLDivElement>(WIDTH_TO_START_WITH);
  return (
    <div ref={ref} className={styles.frame}>
      {children(width)}
    </div>
  );
}

const getStyles = () => ({ frame: css({ width: '100%', minWidth: 0, overflow: 'hidden' }) });
