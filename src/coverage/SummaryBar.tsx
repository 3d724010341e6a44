import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Reach } from '../connection/coverage/coverageOf';
import type { CoverageSummary } from '../connection/coverage/summary';
import { KEPT_COLOR } from '../ui/forcedColors';
import { colorOf } from './groupColors';

const ORDER: readonly Reach[] = ['irm', 'elsewhere', 'depends', 'nobody'];

/** The sentence above it as a bar; for the eye alone. */
export function SummaryBar({ summary }: { summary: CoverageSummary }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <div className={styles.bar} aria-hidden="true">
      {ORDER.filter((reach) => summary[reach] > 0).map((reach) => (
        <div
          key={reach}
          style={{ flexGrow: summary[reach], background: colorOf(reach, theme) }}
          className={styles.part}
        />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', gap: 2, height: theme.spacing(1.5), width: '100%' }),
  /** However few they are, they can be seen. */
  part: css({ flexBasis: 0, minWidth: 4, borderRadius: theme.shape.radius.default, ...KEPT_COLOR }),
});
