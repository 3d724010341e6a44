import { Stack, Text, TextLink } from '@grafana/ui';
import type { OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import { describeHealth } from '../../ui/health/describeHealth';
import { HealthBadge, NotRoutedBadge } from '../../ui/health/HealthBadge';
import { useToday } from '../../ui/time/ServerClock';
import { connectionPath } from '../summary/paths';

/** State, name and reason of one connection. */
export default function ConnectionLine({ row: { connection, health, routing } }: { row: OverviewRow }) {
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <HealthBadge state={health.state} />
        <NotRoutedBadge routing={routing} />
        <TextLink href={connectionPath(connection.id)}>{nameOf(connection)}</TextLink>
      </Stack>
      <Text variant="bodySmall" color="secondary">
        {describeHealth(health, useToday())}
      </Text>
    </Stack>
  );
}
