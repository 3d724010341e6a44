import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { TextLink, useStyles2 } from '@grafana/ui';
import type { Outage } from '../../../connection/irm/outages';
import { describeOutage, describeRemark } from './outageTexts';

const SHOWN_AT_ONCE = 5;
const MOST_SHOWN = 100;

/** Outages, newest first, each with the way to its alert group in IRM. */
export function OutageList({ outages, now }: { outages: readonly Outage[]; now: number }) {
  const styles = useStyles2(getStyles);
  const newestFirst = [...outages].reverse();
  const more = newestFirst.slice(SHOWN_AT_ONCE, MOST_SHOWN);
  return (
    <div className={styles.lists}>
      <ul className={styles.list} aria-label={t('status.outages.list', 'Lost heartbeats')}>
        {newestFirst.slice(0, SHOWN_AT_ONCE).map((outage) => (
          <Entry key={outage.from} outage={outage} now={now} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>
            {t('status.outages.more', 'Show {{count}} earlier ones', {
              count: more.length,
              defaultValue_one: 'Show one earlier one',
            })}
          </summary>
          <ul className={styles.list} aria-label={t('status.outages.earlier', 'Earlier lost heartbeats')}>
            {more.map((outage) => (
              <Entry key={outage.from} outage={outage} now={now} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Entry({ outage, now }: { outage: Outage; now: number }) {
  const styles = useStyles2(getStyles);
  const link = outage.groups.find((group) => group.link !== undefined)?.link;
  const remark = describeRemark(outage);
  return (
    <li>
      <span className={styles.time}>{describeOutage(outage, now)}</span>
      {remark && <span className={styles.remark}> · {remark}</span>}
      {link !== undefined && (
        <>
          {' '}
          <TextLink href={link} external inline variant="bodySmall">
            {t('status.outages.group', 'Alert group')}
          </TextLink>
        </>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lists: css({ display: 'grid', gap: theme.spacing(1) }),
  list: css({
    listStyle: 'none',
    margin: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
    'details &': { paddingTop: theme.spacing(1) },
  }),
  time: css({ fontVariantNumeric: 'tabular-nums' }),
  remark: css({ color: theme.colors.text.secondary }),
});
