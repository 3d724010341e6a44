import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Text, useStyles2 } from '@grafana/ui';
import type { Proof } from '../../connection/health/proof';
import { StepMark, type StepState } from '../../ui/StepMark';
import { useServerTime } from '../../ui/time/useServerTime';
import type { Milestone } from './milestone';

interface Props {
  milestones(now: number, formatTime: (time: number) => string): Milestone[];
  proof?: Proof;
  /** Server's time minus browser's, in milliseconds. */
  clockOffset: number;
}

const MARKS: Record<Milestone['state'], StepState> = {
  waiting: 'running',
  open: 'waiting',
  done: 'done',
  failed: 'failed',
  elsewhere: 'elsewhere',
  unread: 'unread',
};

/** All that makes up a connection, as a list that ticks by itself. */
export function Checklist({ milestones, proof, clockOffset }: Props) {
  const styles = useStyles2(getStyles);
  const now = useServerTime(clockOffset);
  return (
    <ol className={styles.list} aria-label={t('setup.verify.checklist', 'Checklist')} aria-live="polite">
      {milestones(now, formatTime).map(({ id, state, title, detail, action }) => (
        <li key={id} className={styles.item}>
          <StepMark state={MARKS[state]} />
          <div className={styles.texts}>
            <Text weight="medium">{title}</Text>
            <span aria-live={id === 'next' ? 'off' : undefined}>
              <Text color="secondary">{id === 'next' ? (countdown(proof, now) ?? detail) : detail}</Text>
            </span>
            {action && (
              <Button size="sm" variant="secondary" onClick={action.onClick}>
                {action.text}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function formatTime(time: number): string {
  return dateTimeFormat(time, { format: 'HH:mm:ss' });
}

function countdown(proof: Proof | undefined, now: number): string | undefined {
  if (proof?.nextExpected === undefined) {
    return undefined;
  }
  const { nextExpected } = proof;
  const seconds = Math.ceil((nextExpected - now) / 1000);
  return seconds > 0
    ? t('setup.proof.next.countdown', 'By {{time}}, in {{seconds}} s at the latest', {
        time: formatTime(nextExpected),
        seconds,
      })
    : t('setup.proof.next.overdue', 'Was due by {{time}}', { time: formatTime(nextExpected) });
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1), margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1.5), alignItems: 'flex-start', overflowWrap: 'anywhere' }),
  texts: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0, 1), minWidth: 0 }),
});
