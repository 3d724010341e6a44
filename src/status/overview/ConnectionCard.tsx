import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Text, TextLink, useStyles2 } from '@grafana/ui';
import { type OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import type { StatusMemory } from '../../connection/health/memory';
import { verbatim } from '../../ui/verbatim';
import { describeHealth } from '../../ui/health/describeHealth';
import { formatAge } from '../../ui/formatAge';
import { formatMoment } from '../../ui/formatMoment';
import { HealthBadge } from '../../ui/health/HealthBadge';
import { connectionPath } from '../summary/paths';
import { cardFacts } from './cardFacts';
import type { Fact } from './fact';
import { NextStep } from './NextStep';

interface Props {
  row: OverviewRow;
  memory: StatusMemory;
  /** The server's time, epoch milliseconds. */
  now: number;
  /** What IRM tells of it. */
  inIrm: readonly Fact[];
}

/** One connection: its state, why, and the figures to judge it by. */
export function ConnectionCard({ row, memory, now, inIrm }: Props) {
  const styles = useStyles2(getStyles);
  const { connection, health, isAdoptable } = row;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <HealthBadge state={health.state} />
        <h3 className={styles.name}>
          <TextLink href={connectionPath(connection.id)} inline={false}>
            {nameOf(connection)}
          </TextLink>
        </h3>
        {isAdoptable && <Badge color="blue" icon="info-circle" text={t('status.card.adoptable', 'Made by hand')} />}
        {health.since !== undefined && (
          <Text variant="bodySmall" color="secondary">
            {t(
              'status.card.since',
              'since {{time}}, for {{span}}',
              verbatim({ time: formatMoment(health.since, now), span: formatAge(now - health.since) })
            )}
          </Text>
        )}
      </div>
      {health.state !== 'up' && (
        <div className={styles.reason}>
          <p className={styles.sentence}>{describeHealth(health)}</p>
          <NextStep row={row} />
        </div>
      )}
      <dl className={styles.facts}>
        {[...cardFacts(row, memory, now), ...inIrm].map(({ id, label, value, detail, isBad = false }) => (
          <div key={id} className={styles.fact}>
            <dt className={styles.label}>{label}</dt>
            <dd className={isBad ? styles.bad : styles.value}>{value}</dd>
            {detail && <dd className={styles.detail}>{detail}</dd>}
          </div>
        ))}
      </dl>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'grid',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5), alignItems: 'center' }),
  name: css({
    margin: 0,
    minWidth: 0,
    fontSize: theme.typography.h5.fontSize,
    lineHeight: theme.typography.h5.lineHeight,
  }),
  reason: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2), alignItems: 'baseline' }),
  sentence: css({ margin: 0 }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: theme.spacing(1.5, 2),
    margin: 0,
  }),
  fact: css({ minWidth: 0 }),
  label: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  value: css({ margin: 0, fontVariantNumeric: 'tabular-nums' }),
  bad: css({ margin: 0, fontVariantNumeric: 'tabular-nums', color: theme.colors.error.text }),
  detail: css({
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
