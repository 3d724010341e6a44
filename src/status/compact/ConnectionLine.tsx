import { Stack, Text, TextLink } from '@grafana/ui';
import { lazy } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import { beatingText, isPlainlyBeating } from '../../ui/health/stateText';
import { HealthBadge, NotRoutedBadge } from '../../ui/health/HealthBadge';
import { connectionPath } from '../../ui/pagePaths';
import { Loaded } from '../../ui/Loaded';

const Reason = lazy(() => import('./Reason'));

/** State, name and reason of one connection. */
export function ConnectionLine({ row: { connection, health, routing } }: { row: OverviewRow }) {
  const isBeating = isPlainlyBeating(health);
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <HealthBadge state={health.state} />
        <NotRoutedBadge routing={routing} />
        <TextLink href={connectionPath(connection.id)}>{nameOf(connection)}</TextLink>
      </Stack>
      <Text variant="bodySmall" color="secondary">
        {isBeating ? (
          beatingText()
        ) : (
          <Loaded>
            <Reason health={health} />
          </Loaded>
        )}
      </Text>
    </Stack>
  );
}
