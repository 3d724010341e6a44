import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import type { IrmIntegrations } from '../../ui/irm/useIrmIntegrations';

/** How far the list is read, and what of it is found. Told to screen readers when it is done, not with every page. */
export function ReadingProgress({ integrations, found }: { integrations: IrmIntegrations; found: number }) {
  const { items, total, isReading, error, isCutShort } = integrations;
  const read = items?.length ?? 0;
  const isDone = !isReading && !error;
  const progress =
    items === undefined
      ? t('setup.pick.reading-first', 'Reading the integrations of IRM...')
      : t('setup.pick.reading', '{{read, number}} of {{total, number}} read', { read, total });
  return (
    <Text element="p" color="secondary">
      {!isDone && (items !== undefined || !error) && <span>{progress}</span>}
      <span role="status">
        {isDone && items !== undefined && (
          <>
            {t('setup.pick.found', '{{count}} integrations', {
              count: found,
              defaultValue_one: '{{count}} integration',
              defaultValue_other: '{{count}} integrations',
            })}
            {isCutShort &&
              `. ${t(
                'setup.pick.cut-short',
                'Only {{read, number}} of {{total, number}} were read; others are found by their exact title.',
                { read, total }
              )}`}
          </>
        )}
      </span>
    </Text>
  );
}
