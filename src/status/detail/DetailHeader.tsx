import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { maskUrl } from '../../connection/endpoint/mask';
import { formatSeconds } from '../../ui/formatSeconds';
import { useServerTime } from '../../ui/useServerTime';
import { verbatim } from '../../ui/verbatim';
import { describeHealth } from '../../ui/health/describeHealth';
import { formatMoment } from '../../ui/formatMoment';
import { HealthBadge } from '../../ui/health/HealthBadge';
import type { ActionId } from './actions/types';
import { NextStep } from './parts/NextStep';
import type { Live } from './parts/useLive';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** State, reason and what to do, as the first thing on the page; then when. */
export function DetailHeader({ live, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const { health, connection, data } = live;
  const now = useServerTime(data.clockOffset);
  return (
    <div className={styles.card}>
      <div role="status" className={styles.verdict}>
        <HealthBadge state={health.state} />
        <Text element="p" variant="h5">
          {describeHealth(health)}
        </Text>
      </div>
      <NextStep action={health.nextAction} connection={connection} objects={data.reading} onAction={onAction} isMain />
      <Stack direction="row" gap={3} wrap="wrap">
        {factsOf(live, now).map(([name, value]) => (
          <div key={name}>
            <Text element="p" variant="bodySmall" color="secondary">
              {name}
            </Text>
            <Text element="p" tabular>
              {value}
            </Text>
          </div>
        ))}
      </Stack>
      <Text element="p" variant="bodySmall" color="secondary">
        {maskUrl(endpointUrl(connection.endpoint))}
      </Text>
    </div>
  );
}

function factsOf({ health, connection }: Live, now: number): Array<[string, string]> {
  const { since, lastBeat, nextExpected, deadline } = health;
  const { interval } = connection;
  const at = (time: number) => formatMoment(time, now);
  const span = (ms: number) => formatSeconds(Math.max(0, Math.round(ms / 1000)));
  const facts: Array<[string, string] | undefined> = [
    since === undefined ? undefined : [t('status.header.since', 'Since'), at(since)],
    lastBeat === undefined
      ? undefined
      : [
          t('status.header.last', 'Last beat'),
          t(
            'status.header.ago',
            '{{time}}, {{span}} ago',
            verbatim({ time: at(lastBeat), span: span(now - lastBeat) })
          ),
        ],
    nextExpected === undefined
      ? undefined
      : [
          t('status.header.next', 'Next beat'),
          now <= nextExpected
            ? t('status.header.in', 'within {{span}}', verbatim({ span: span(nextExpected - now) }))
            : t('status.header.overdue', 'overdue by {{span}}', verbatim({ span: span(now - nextExpected) })),
        ],
    deadline === undefined
      ? undefined
      : [
          t('status.header.deadline', 'IRM waits until'),
          now > deadline
            ? t('status.header.past', '{{time}}, which is past', verbatim({ time: at(deadline) }))
            : at(deadline),
        ],
    interval === undefined ? undefined : [t('status.header.interval', 'Heartbeat interval'), formatSeconds(interval)],
  ];
  return facts.flatMap((fact) => (fact ? [fact] : []));
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'grid',
    gap: theme.spacing(2),
    maxWidth: 860,
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  verdict: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5) }),
});
