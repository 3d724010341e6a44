import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { missingInShort } from '../../ui/describeMissingRights';
import { useServices } from '../../ui/data/services';
import { verbatim } from '../../ui/verbatim';
import { useMissingFor } from './actions/useMissingFor';
import type { ActionId } from './actions/types';
import type { Live } from './parts/useLive';

/** A heartbeat that works and that nobody adopted: what cannot be told of it, and what adopting adds. */
export function MadeByHand({ live, onAction }: { live: Live; onAction(action: ActionId): void }) {
  const { connection, data, health } = live;
  const { actor } = useServices();
  const missing = useMissingFor(connection, data.reading)('adopt');
  const { rule, isOurs, interval } = connection;
  if (isOurs || !rule || health.nextAction === 'adopt') {
    return null;
  }
  const path = rule.whereabouts?.folder.path;
  return (
    <Alert severity="info" title={t('status.by-hand.title', 'This connection was made by hand')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        {interval === undefined && (
          <Text element="p">
            {t(
              'status.by-hand.interval',
              'The alert rule does not say how long IRM waits, so it is not known when IRM pages.'
            )}
          </Text>
        )}
        <Text element="p">
          {t(
            'status.by-hand.text',
            'Adopting adds labels and annotations, and shows what differs from our advice before anything is changed.'
          )}
        </Text>
        {path !== undefined && (
          <Text element="p">{t('status.by-hand.folder', 'Folder of the rule: {{path}}', verbatim({ path }))}</Text>
        )}
        <Button
          size="sm"
          variant="secondary"
          disabled={missing.length > 0}
          tooltip={missing.length > 0 ? missingInShort(missing, actor) : undefined}
          onClick={() => onAction('adopt')}
        >
          {t('status.by-hand.adopt', 'Adopt the connection')}
        </Button>
      </Stack>
    </Alert>
  );
}
