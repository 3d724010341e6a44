import { cx } from '@emotion/css';
import { t } from '@grafana/i18n';
import { IconButton, TextLink, useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { equal } from '../../connection/equal';
import { nameOf } from '../../connection/ownership/nameOf';
import { HealthBadge } from '../../ui/health/HealthBadge';
import { useReasonWords } from '../../ui/health/useReasonWords';
import { connectionPath, coveragePath } from '../../ui/pagePaths';
import { RelativeTime } from '../../ui/time/Times';
import { useToday } from '../../ui/time/ServerClock';
import { verbatim } from '../../ui/verbatim';
import { getColumnStyles } from './columns';
import { ConnectionDetails } from './ConnectionDetails';
import { describeRouting, describeTrouble, needsWords, type RowProps } from './connectionFacts';
import { NextHeartbeat } from './NextHeartbeat';
import { isUnfinished, NextStep } from './NextStep';
import { ROW_ATTRIBUTE } from './useFocusOnRow';

interface Props extends RowProps {
  /** Its place in the whole list, beginning with 1. */
  place: number;
  /** How many replicas of Grafana are known of. */
  replicas: number;
  isOpen: boolean;
  onToggle(id: string): void;
}

const NONE = '–';

/** One connection as a line of the list; what else is known of it unfolds below. */
export const ConnectionRow = memo(function ConnectionRow({
  row,
  inIrm,
  teams,
  place,
  replicas,
  isOpen,
  onToggle,
}: Props) {
  const styles = useStyles2(getColumnStyles);
  const { connection, health, routing } = row;
  const { id } = connection;
  const name = nameOf(connection);
  const today = useToday();
  const words = useReasonWords(needsWords(row));
  // That no alert is routed stands in its own column.
  const reason = health.state === 'up' ? '' : describeTrouble(row, today, words);
  const more = `connection-${id}`;
  const label = isOpen
    ? t('connections.row.fold', 'Hide details of {{name}}', verbatim({ name }))
    : t('connections.row.unfold', 'Show details of {{name}}', verbatim({ name }));
  return (
    <>
      {/* The heading is row 1. */}
      <div role="row" {...{ [ROW_ATTRIBUTE]: id }} aria-rowindex={place + 1} className={cx(styles.row, styles.line)}>
        <div role="cell" className={styles.open}>
          <IconButton
            name={isOpen ? 'angle-down' : 'angle-right'}
            aria-label={label}
            aria-expanded={isOpen}
            aria-controls={isOpen ? more : undefined}
            onClick={() => onToggle(id)}
          />
        </div>
        <div role="cell" className={styles.state}>
          <HealthBadge state={health.state} />
        </div>
        <div role="rowheader" className={styles.name}>
          <TextLink href={connectionPath(id)} color="primary" inline={false}>
            {name}
          </TextLink>
        </div>
        <div role="cell" className={styles.last}>
          {health.lastBeat === undefined ? NONE : <RelativeTime at={health.lastBeat} />}
        </div>
        <div role="cell" className={styles.next}>
          <NextHeartbeat health={health} />
        </div>
        <div role="cell" className={cx(styles.alerts, routing.kind === 'notRouted' && styles.warning)}>
          {routing.kind === 'routed' ? (
            <TextLink href={coveragePath(id)} color="primary" inline={false} variant="bodySmall">
              {describeRouting(row)}
            </TextLink>
          ) : (
            describeRouting(row)
          )}
        </div>
        <div role="cell" className={styles.why}>
          <span title={reason}>{reason}</span>
          {isUnfinished(row) && <NextStep row={row} variant="bodySmall" />}
        </div>
      </div>
      {isOpen && <ConnectionDetails id={more} {...{ row, inIrm, teams, replicas }} />}
    </>
  );
}, equal);
