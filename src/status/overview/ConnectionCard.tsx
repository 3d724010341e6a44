import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Text, TextLink, useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { equal } from '../../connection/equal';
import { nameOf } from '../../connection/ownership/nameOf';
import { HealthBadge } from '../../ui/health/HealthBadge';
import { useReasonWords } from '../../ui/health/useReasonWords';
import { connectionPath } from '../../ui/pagePaths';
import { RelativeTime, Since } from '../../ui/time/Times';
import { useToday } from '../../ui/time/ServerClock';
import {
  describeTrouble,
  irmFacts,
  lastAlertFact,
  needsWords,
  routingFact,
  type Fact,
  type RowProps,
} from './connectionFacts';
import { FactList } from './FactList';
import { NextHeartbeat } from './NextHeartbeat';
import { isUnfinished, NextStep } from './NextStep';

/** One connection where there is only a handful: its state, why, and the figures to judge it by. */
export const ConnectionCard = memo(function ConnectionCard({ row, inIrm, teams }: RowProps) {
  const styles = useStyles2(getStyles);
  const { connection, health, isAdoptable } = row;
  const words = useReasonWords(needsWords(row));
  const trouble = describeTrouble(row, useToday(), words);
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
            <Since at={health.since} />
          </Text>
        )}
      </div>
      {(trouble !== '' || isUnfinished(row)) && (
        <div className={styles.reason}>
          {trouble !== '' && <p className={styles.sentence}>{trouble}</p>}
          <NextStep row={row} />
        </div>
      )}
      <FactList
        facts={[...heartbeatFacts(row), routingFact(row), lastAlertFact(row, words), ...irmFacts(inIrm, teams)]}
      />
    </li>
  );
}, equal);

function heartbeatFacts({ health }: RowProps['row']): Fact[] {
  if (health.state === 'none') {
    return [];
  }
  const { lastBeat } = health;
  return [
    {
      id: 'lastBeat',
      label: t('status.fact.last-beat', 'Last heartbeat'),
      value: lastBeat === undefined ? t('status.fact.none-seen', 'None seen') : <RelativeTime at={lastBeat} />,
    },
    {
      id: 'nextBeat',
      label: t('status.fact.next-beat', 'Next heartbeat'),
      value: <NextHeartbeat health={health} />,
    },
  ];
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
});
