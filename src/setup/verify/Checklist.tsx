import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { Proof } from '../../connection/health/proof';
import { StepMark } from '../../ui/StepMark';
import { useServerTime } from '../../ui/useServerTime';
import { describeProof } from './describeProof';

interface Props {
  proof: Proof;
  /** Server's time minus browser's, in milliseconds. */
  clockOffset: number;
}

/** Rule, delivery and next beat as a list that fills by itself. */
export function ProofTimeline({ proof, clockOffset }: Props) {
  const styles = useStyles2(getStyles);
  const now = useServerTime(clockOffset);
  return (
    <ol className={styles.list} aria-label={t('setup.proof.timeline', 'Heartbeat at work')} aria-live="polite">
      {describeProof(proof, now, formatTime).map((milestone) => (
        <li key={milestone.id} className={styles.item}>
          <StepMark state={milestone.state === 'waiting' ? 'running' : milestone.state} />
          <div>
            <Text element="p" weight="medium">
              {milestone.title}
            </Text>
            <Text element="p" color="secondary">
              {milestone.id === 'next' ? (countdown(proof, now) ?? milestone.detail) : milestone.detail}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}

function formatTime(time: number): string {
  return dateTimeFormat(time, { format: 'HH:mm:ss' });
}

function countdown({ nextExpected }: Proof, now: number): string | undefined {
  if (nextExpected === undefined) {
    return undefined;
  }
  const seconds = Math.ceil((nextExpected - now) / 1000);
  return seconds > 0
    ? t('setup.proof.next.countdown', 'By {{time}}, in {{seconds}} s at the latest', {
        time: formatTime(nextExpected),
        seconds,
      })
    : t('setup.proof.next.overdue', 'Was due by {{time}}', { time: formatTime(nextExpected) });
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(2), margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1.5), alignItems: 'flex-start', overflowWrap: 'anywhere' }),
});
