import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import type { Overview } from '../../connection/health/overview';
import { describeCounts } from '../summary/describeCounts';
import { OneConnection } from './OneConnection';

/** How many heartbeats are in which state, and the worst of them unless all is well. */
export function AllConnections({ overview }: { overview: Overview }) {
  const [worst] = overview.rows;
  if (!worst) {
    return <Text>{t('status.compact.none', 'No integration of IRM is connected yet.')}</Text>;
  }
  return (
    <>
      <Text weight="medium">
        {t('status.compact.summary', 'Heartbeats to IRM: {{counts}}', { counts: describeCounts(overview.counts) })}
      </Text>
      {worst.health.state !== 'up' && <OneConnection overview={overview} id={worst.connection.id} />}
    </>
  );
}
