import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { OverviewRow } from '../../connection/health/overview';
import type { Verdict } from '../../connection/health/verdict';
import { KEPT_COLOR } from '../../ui/forcedColors';
import { formatAge } from '../../ui/formatAge';
import { describeVerdict, type VerdictText } from '../../ui/health/describeVerdict';
import { useAtTime } from '../../ui/time/ServerClock';
import { verbatim } from '../../ui/verbatim';
import { ConnectionLine } from './ConnectionLine';

/** The answer for all connections, and the worst of them unless all is well. */
export function AllConnections({ verdict }: { verdict: Verdict }) {
  const { affected, kind, code } = verdict;
  const now = useAtTime((time) => time);
  const { severity, sentence, detail } = describeVerdict(verdict, now);
  const [worst] = affected;
  return (
    <>
      <div className={useStyles2(getStyles).answer}>
        <Dot severity={severity} />
        <Text weight="medium">{sentence}</Text>
      </div>
      {detail && (
        <Text variant="bodySmall" color="secondary">
          {detail}
        </Text>
      )}
      {kind === 'good' && <LastDelivered rows={affected} now={now} />}
      {worst && kind !== 'good' && code !== 'notRead' && <ConnectionLine row={worst} />}
    </>
  );
}

/** Of several heartbeats the one that arrived last. */
function LastDelivered({ rows, now }: { rows: readonly OverviewRow[]; now: number }) {
  const last = Math.max(...rows.map(({ health }) => health.lastBeat ?? 0));
  return last > 0 ? (
    <Text variant="bodySmall" color="secondary">
      {t('status.compact.delivered', 'Last heartbeat delivered {{age}} ago', verbatim({ age: formatAge(now - last) }))}
    </Text>
  ) : null;
}

/** Says nothing that the sentence beside it does not. */
function Dot({ severity }: { severity: VerdictText['severity'] }) {
  return <span className={useStyles2(getDot, severity)} aria-hidden />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  answer: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});

const getDot = (theme: GrafanaTheme2, severity: VerdictText['severity']) =>
  css({
    flexShrink: 0,
    width: theme.spacing(1.25),
    height: theme.spacing(1.25),
    borderRadius: theme.shape.radius.circle,
    background: severity === 'unknown' ? theme.colors.text.disabled : theme.colors[severity].main,
    ...KEPT_COLOR,
  });
