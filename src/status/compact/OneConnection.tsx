import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import type { Overview } from '../../connection/health/overview';
import { ConnectionLine } from './ConnectionLine';

/** One connection out of all. */
export function OneConnection({ overview, id }: { overview: Overview; id: string }) {
  const row = overview.rows.find(({ connection }) => connection.id === id);
  return row ? (
    <ConnectionLine row={row} />
  ) : (
    <Text color="secondary">{t('status.compact.gone', 'There is no such connection any longer.')}</Text>
  );
}
