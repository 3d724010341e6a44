import { t } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { nameOf } from '../connection/ownership/nameOf';
import { groupOf, type CoverageGroup } from '../connection/coverage/summary';
import type { RuleCoverage } from '../connection/coverage/coverageOf';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { routePath } from '../ui/pagePaths';
import { StillReading } from '../ui/StillReading';
import { useAddressFilter } from '../ui/useAddressFilter';
import { verbatim } from '../ui/verbatim';
import { awaitedText } from './awaitedText';
import { ADDRESS_FORM, filterCoverages, isFiltered, NO_FILTER, type CoverageFilter } from './coverageFilter';
import { CoverageFilters } from './CoverageFilters';
import { CoverageSummaryLine } from './CoverageSummaryLine';
import { CoverageTable } from './CoverageTable';
import { GroupFilter } from './GroupFilter';
import { useCoverage } from './useCoverage';

const NO_RULES: readonly RuleCoverage[] = [];

/** All rules, and in one sentence how many of them would page. A failed refresh leaves the last reading on screen. */
export function CoverageList() {
  const { coverages, awaited, connections, alerts, deliveries, readSoFar, error, isRetrying, retry } = useCoverage();
  const [filter, change] = useAddressFilter(ADDRESS_FORM);
  const set = useCallback((changes: Partial<CoverageFilter>) => change((now) => ({ ...now, ...changes })), [change]);
  const applied = useDeferredValue(filter);
  const { within, shown } = useMemo(() => filterCoverages(coverages ?? NO_RULES, applied), [coverages, applied]);
  const counts = useMemo(() => countsOf(within), [within]);
  const failure = error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isRetrying} />;
  if (failure && !coverages) {
    return failure;
  }
  if (!coverages) {
    return (
      <>
        <div role="status">
          {readSoFar > 0 && (
            <Text color="secondary">
              {t('coverage.reading', '{{count}} alert rules read so far', {
                count: readSoFar,
                defaultValue_one: '{{count}} alert rule read so far',
              })}
            </Text>
          )}
        </div>
        <StillReading lines={8} parts={awaited.map(awaitedText)} />
      </>
    );
  }
  if (coverages.length === 0) {
    return (
      <Text element="p" color="secondary">
        {t('coverage.empty', 'No alert rules yet')}
      </Text>
    );
  }
  const connection = connections.get(filter.connection);
  return (
    <Stack direction="column" gap={2}>
      {failure}
      <CoverageSummaryLine coverages={coverages} />
      {connections.size === 0 && (
        <Text element="p" color="secondary">
          {t('coverage.no-connection', 'No IRM integration is connected, so no rule reaches IRM.')}
        </Text>
      )}
      {filter.connection !== '' && (
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
          <Text>
            {t('coverage.filter.connection', 'Only rules that reach, or may reach, {{name}}', {
              ...verbatim({ name: connection ? nameOf(connection) : filter.connection }),
            })}
          </Text>
          <Button size="sm" variant="secondary" icon="times" onClick={() => set({ connection: '' })}>
            {t('coverage.filter.all-rules', 'Show all rules')}
          </Button>
          {connection && (
            <InternalLinkButton size="sm" variant="secondary" href={routePath({ connection: connection.id })}>
              {t('coverage.filter.route', 'Route alerts')}
            </InternalLinkButton>
          )}
        </Stack>
      )}
      <CoverageFilters coverages={coverages} filter={filter} onChange={set} />
      <GroupFilter counts={counts} selected={filter.groups} onChange={(groups) => set({ groups })} />
      {shown.length === 0 ? (
        <div>
          <p role="status">{t('coverage.filter.none', 'No alert rules match.')}</p>
          {isFiltered(filter) && (
            <Button variant="secondary" onClick={() => set(NO_FILTER)}>
              {t('coverage.filter.clear', 'Clear filters')}
            </Button>
          )}
        </div>
      ) : (
        <CoverageTable coverages={shown} alerts={alerts} deliveries={deliveries} mayRoute={connections.size > 0} />
      )}
    </Stack>
  );
}

function countsOf(coverages: readonly RuleCoverage[]): Map<CoverageGroup, number> {
  const counts = new Map<CoverageGroup, number>();
  for (const coverage of coverages) {
    const group = groupOf(coverage);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
