import { t } from '@grafana/i18n';
import { Badge, IconButton, Stack, Text } from '@grafana/ui';
import { useServerTime } from '../../ui/useServerTime';
import { verbatim } from '../../ui/verbatim';
import { formatAge } from '../../ui/formatAge';
import { REFRESH_MS, type SharedReading } from '../../ui/reading/useReading';

/** Older than this, in milliseconds, data is marked: three refreshes did not come through. */
const STALE_MS = 3 * REFRESH_MS;

interface Props extends Pick<SharedReading, 'isRefreshing' | 'refresh'> {
  /** When it was read, by the browser's clock. */
  readAt: number;
  /** Whether the last refresh failed. */
  hasFailed: boolean;
}

/** How old what is shown is, and a button to read it again. */
export function Freshness({ readAt, hasFailed, isRefreshing, refresh }: Props) {
  const age = useServerTime(0) - readAt;
  const isStale = hasFailed || age > STALE_MS;
  const text = verbatim({ age: formatAge(age) });
  return (
    <Stack direction="row" gap={1} alignItems="center">
      {isStale ? (
        <Badge
          color="orange"
          icon="exclamation-triangle"
          text={t('status.freshness.stale', 'As of {{age}} ago', text)}
        />
      ) : (
        <Text variant="bodySmall" color="secondary">
          {t('status.freshness.fresh', 'Read {{age}} ago', text)}
        </Text>
      )}
      <IconButton
        name={isRefreshing ? 'spinner' : 'sync'}
        aria-label={t('status.freshness.refresh', 'Read again')}
        onClick={() => void refresh()}
      />
    </Stack>
  );
}
