import { t } from '@grafana/i18n';
import { useTheme2 } from '@grafana/ui';
import type { CoverageGroup } from '../connection/coverage/summary';
import { FilterButtons } from '../ui/FilterButtons';
import { formatNumber } from '../ui/formatNumber';
import { GROUPS } from './coverageFilter';
import { groupText } from './describeReach';
import { colorOf } from './groupColors';

interface Props {
  counts: ReadonlyMap<CoverageGroup, number>;
  selected: readonly CoverageGroup[];
  onChange(groups: readonly CoverageGroup[]): void;
}

/** Whom rules reach, with the colours of the bar. */
export function GroupFilter({ counts, selected, onChange }: Props) {
  const theme = useTheme2();
  const groups = GROUPS.filter((group) => counts.has(group) || selected.includes(group));
  return (
    <FilterButtons
      label={t('coverage.filter.groups', 'Filter by whom rules reach')}
      options={groups.map((group) => ({
        value: group,
        label: groupText(group),
        count: formatNumber(counts.get(group) ?? 0),
        color: colorOf(group, theme),
      }))}
      selected={selected}
      onChange={onChange}
    />
  );
}
