import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Text, useStyles2, type IconName } from '@grafana/ui';
import type { ComponentProps, ReactNode } from 'react';
import type { Verdict } from '../../connection/health/verdict';
import { describeVerdict, verdictMark, type VerdictText } from '../../ui/health/describeVerdict';
import { useAtTime } from '../../ui/time/ServerClock';
import { useTitleNote } from '../../ui/useTitleNote';

interface Props {
  verdict: Verdict;
  /** What stands below the words and is not read out with them. */
  children?: ReactNode;
}

/** The answer, before anything else: do alerts get out? The title of the document tells it, too. */
export function VerdictLine({ verdict, children }: Props) {
  const styles = useStyles2(getStyles);
  const now = useAtTime((time) => lastChange(verdict, time));
  const { severity, sentence, detail = '' } = describeVerdict(verdict, now);
  const { icon, color } = LOOKS[severity];
  useTitleNote(verdictMark(verdict));
  return (
    <div className={styles.line}>
      <Text color={color}>
        <Icon key={icon} name={icon} size="xl" />
      </Text>
      <div className={styles.words}>
        <div role="status" className={styles.answer}>
          <Text element="h2" variant="h3">
            {sentence}
          </Text>
          {detail !== '' && (
            <Text element="p" color="secondary">
              {detail}
            </Text>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}

/** When what is told of a verdict last changed: with the minute, by which times are told, and when IRM has looked. */
function lastChange({ pages }: Verdict, now: number): number {
  const minute = now - (now % 60_000);
  return pages && pages.until >= minute && pages.until < now ? pages.until + 1 : minute;
}

const LOOKS: Record<VerdictText['severity'], { icon: IconName; color: ComponentProps<typeof Text>['color'] }> = {
  success: { icon: 'check-circle', color: 'success' },
  warning: { icon: 'exclamation-triangle', color: 'warning' },
  error: { icon: 'exclamation-circle', color: 'error' },
  unknown: { icon: 'question-circle', color: 'secondary' },
};

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', gap: theme.spacing(1.5), flex: '1 1 320px', minWidth: 0 }),
  words: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0, overflowWrap: 'anywhere' }),
  answer: css({ display: 'grid', gap: theme.spacing(0.5), minWidth: 0 }),
});
