import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import type { BeatStretch } from '../../../connection/health/beatLog';
import type { HeartbeatRule } from '../../../connection/model';
import { deliveryFailureTitle } from '../../../ui/deliveryFailureTitle';
import { formatMoment } from '../../../ui/formatMoment';
import type { Live } from '../parts/useLive';
import { HistoryPart } from './HistoryPart';
import { logOf } from './logOf';
import { slotStateText } from './plotTexts';

const MOST_SHOWN = 50;

/** The deliveries that were seen as a table, and how the rule changed its state. */
export default function TimelineDetails({ live, rule }: { live: Live; rule: HeartbeatRule | undefined }) {
  const { data } = live;
  const log = logOf(live);
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      {log.length > 0 ? (
        <LogTable log={[...log].reverse().slice(0, MOST_SHOWN)} now={data.reading.serverTime} />
      ) : (
        <Text element="p" color="secondary">
          {t('status.log.none', 'No delivery seen yet.')}
        </Text>
      )}
      <Text element="p" variant="bodySmall" color="secondary">
        {t(
          'status.log.note',
          'Grafana remembers only the last delivery. This is what this browser has seen of the last 24 hours.'
        )}
      </Text>
      {rule && <HistoryPart rule={rule} now={data.reading.serverTime} />}
    </Stack>
  );
}

function LogTable({ log, now }: { log: readonly BeatStretch[]; now: number }) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.table} aria-label={t('status.log.label', 'Deliveries seen')}>
      <thead>
        <tr>
          <th>{t('status.log.from', 'From')}</th>
          <th>{t('status.log.to', 'To')}</th>
          <th>{t('status.log.result', 'Result')}</th>
          <th>{t('status.log.seen', 'Seen')}</th>
        </tr>
      </thead>
      <tbody>
        {log.map(({ from, to, kind, count, cause }) => (
          <tr key={from}>
            <td>{formatMoment(from, now)}</td>
            <td>{formatMoment(to, now)}</td>
            <td>
              {slotStateText(kind)}
              {cause !== undefined && cause !== 'other' && `: ${deliveryFailureTitle(cause, 'beat')}`}
            </td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      paddingBlock: theme.spacing(0.5),
      paddingInlineEnd: theme.spacing(1),
      textAlign: 'start',
      verticalAlign: 'top',
    },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
  }),
});
