import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { type Overview } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import { describeHealth } from '../../ui/health/describeHealth';
import { HealthBadge } from '../../ui/health/HealthBadge';
import { connectionPath } from '../summary/paths';

/** State, name and reason of one connection. */
export function OneConnection({ overview, id }: { overview: Overview; id: string }) {
  const row = overview.rows.find(({ connection }) => connection.id === id);
  if (!row) {
    return <Text color="secondary">{t('status.compact.gone', 'There is no such connection any longer.')}</Text>;
  }
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <HealthBadge state={row.health.state} />
        <TextLink href={connectionPath(id)}>{nameOf(row.connection)}</TextLink>
      </Stack>
      <Text variant="bodySmall" color="secondary">
        {describeHealth(row.health)}
      </Text>
    </Stack>
  );
}
