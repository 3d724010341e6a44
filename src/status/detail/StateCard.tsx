import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { lazy } from 'react';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { maskUrl } from '../../connection/endpoint/mask';
import { isLateOrDown } from '../../connection/health/types';
import { describeRouting } from './parts/describeRouting';
import { HealthBadge, NotRoutedBadge } from '../../ui/health/HealthBadge';
import { beatingText, isPlainlyBeating } from '../../ui/health/stateText';
import { useReasonWords } from '../../ui/health/useReasonWords';
import { Loaded } from '../../ui/Loaded';
import { useToday } from '../../ui/time/ServerClock';
import type { ActionId } from './actions/types';
import { NextStep } from './actions/NextStep';
import type { Live } from './parts/useLive';
import { StateFacts } from './StateFacts';

const Briefing = lazy(() => import('./briefing/Briefing'));

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

const STATE_ID = 'connection-state';

/** Puts the focus where the page begins to tell, for when what had it is gone. */
export const focusState = () => document.getElementById(STATE_ID)?.focus();

/** State and reason as the first thing on the page; then since when, and what to do. */
export function StateCard({ live, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const { health, connection, data, routing } = live;
  const isNotRouted = routing.kind === 'notRouted' && connection.alertContactPoint !== undefined;
  const today = useToday();
  const isBeating = isPlainlyBeating(health);
  const words = useReasonWords(!isBeating);
  return (
    <div className={styles.card}>
      <div role="status" id={STATE_ID} tabIndex={-1} className={styles.verdict}>
        <HealthBadge state={health.state} />
        <Text element="p" variant="h5">
          {isBeating ? beatingText() : (words?.describeHealth(health, today) ?? '')}
        </Text>
      </div>
      {isNotRouted && (
        <div className={styles.verdict}>
          <NotRoutedBadge routing={routing} />
          <Text element="p" variant="h5">
            {describeRouting(routing)}.
          </Text>
        </div>
      )}
      {words && health.reason.code === 'deliveryFails' && health.reason.cause !== 'other' && (
        <Text element="p">{words.describeDeliveryFailure(health.reason.cause, 'beat').text}</Text>
      )}
      <StateFacts live={live} />
      <div className={styles.actions}>
        {/* What to do about the network stands above, in more words. */}
        {health.nextAction !== 'checkNetwork' && (
          <NextStep
            action={health.nextAction}
            connection={connection}
            objects={data.reading}
            onAction={onAction}
            isMain
          />
        )}
        {isNotRouted && (
          <NextStep
            action="routeAlerts"
            connection={connection}
            objects={data.reading}
            onAction={onAction}
            isMain={health.nextAction === 'none'}
          />
        )}
        {isLateOrDown(health.state) && (
          <Loaded>
            <Briefing live={live} />
          </Loaded>
        )}
      </div>
      <Text element="p" variant="bodySmall" color="secondary">
        {maskUrl(endpointUrl(connection.endpoint))}
      </Text>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'grid',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  verdict: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5) }),
  actions: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
    '&:empty': { display: 'none' },
  }),
});
