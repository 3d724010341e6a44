import { t } from '@grafana/i18n';
import { Badge, Button, Stack, Text } from '@grafana/ui';
import { formatAge } from '../../ui/formatAge';
import type { SharedReading } from '../../ui/reading/useReading';
import { useAtTime } from '../../ui/time/ServerClock';
import { verbatim } from '../../ui/verbatim';

/** Older than this, in milliseconds, data is marked: the slowest page reads every 30 s. */
const STALE_MS = 45_000;

interface Props extends Pick<SharedReading, 'isRefreshing' | 'refresh'> {
  /** When it was read, by the server's clock. */
  readAt: number;
  /** Whether the last refresh failed. */
  hasFailed: boolean;
}

/** How old what is shown is, and a button to read it again. */
export function Freshness({ readAt, hasFailed, isRefreshing, refresh }: Props) {
  const isOld = useAtTime((now) => now - readAt > STALE_MS);
  const seconds = useAtTime((now) => Math.max(0, Math.floor((now - readAt) / 1000)));
  const text = t('status.freshness.updated', 'Updated {{age}} ago', verbatim({ age: formatAge(seconds * 1000) }));
  return (
    <Stack direction="row" gap={1} alignItems="center">
      {hasFailed || isOld ? (
        <Badge color="orange" icon="exclamation-triangle" text={text} />
      ) : (
        <Text variant="bodySmall" color="secondary">
          {text}
        </Text>
      )}
      <Button
        variant="secondary"
        fill="outline"
        size="sm"
        icon={isRefreshing ? 'spinner' : 'sync'}
        // The one under way is what a second click asks for; each would send its requests, and none is taken back.
        onClick={() => void (isRefreshing || refresh())}
      >
        {t('status.freshness.refresh', 'Refresh')}
      </Button>
    </Stack>
  );
}
