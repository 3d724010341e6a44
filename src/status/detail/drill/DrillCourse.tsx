import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useAtTime } from '../../../ui/time/ServerClock';
import { describeCourse, type Circumstances } from './describeCourse';

/** What would happen if the drill began now, so that its times move on with each second. */
export function DrillCourse(circumstances: Omit<Circumstances, 'now'>) {
  const styles = useStyles2(getStyles);
  const now = useAtTime((time) => time);
  return (
    <ol className={styles.course}>
      {describeCourse({ ...circumstances, now }).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  course: css({ display: 'grid', gap: theme.spacing(1), margin: 0, paddingInlineStart: theme.spacing(3) }),
});
