import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { Silence } from '../../../connection/port/grafanaPort';
import { verbatim } from '../../../ui/verbatim';
import { formatMoment } from '../../../ui/formatMoment';

/** Whom a silence silences, until when, who made it and why. `now` is the server's time, epoch milliseconds. */
export function SilenceFacts({ silence, now }: { silence: Silence; now: number }) {
  const styles = useStyles2(getStyles);
  const facts: Array<[string, string]> = [
    [t('status.silence.matchers', 'Silences'), silence.matchers.map(matcherText).join(', ')],
    [
      t('status.silence.until', 'Until'),
      silence.endsAt === undefined ? t('status.silence.no-end', 'no end known') : formatMoment(silence.endsAt, now),
    ],
    [
      t('status.silence.by', 'Made by'),
      silence.startsAt === undefined
        ? silence.createdBy
        : t(
            'status.silence.by-at',
            '{{name}}, {{time}}',
            verbatim({ name: silence.createdBy, time: formatMoment(silence.startsAt, now) })
          ),
    ],
    [t('status.silence.comment', 'Comment'), silence.comment],
  ];
  return (
    <dl className={styles.list}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function matcherText({ name, value, isEqual, isRegex }: Silence['matchers'][number]): string {
  const operator = isEqual ? (isRegex ? '=~' : '=') : isRegex ? '!~' : '!=';
  return `${name}${operator}"${value}"`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(0.5), margin: 0 }),
  row: css({ display: 'grid', gridTemplateColumns: 'minmax(72px, auto) minmax(0, 1fr)', gap: theme.spacing(1) }),
  name: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
});
