import { t } from '@grafana/i18n';
import { memo } from 'react';
import type { HealthState } from '../../connection/health/types';
import type { Overview } from '../../connection/health/overview';
import { FilterButtons } from '../../ui/FilterButtons';
import { stateText } from '../../ui/health/stateText';
import { STATES_WORST_FIRST } from '../summary/describeCounts';

interface Props {
  counts: Overview['counts'];
  selected: readonly HealthState[];
  onChange(states: readonly HealthState[]): void;
}

/** The states that occur. One state alone is no choice. */
export const StateFilter = memo(function StateFilter({ counts, selected, onChange }: Props) {
  const states = STATES_WORST_FIRST.filter((state) => counts[state] > 0 || selected.includes(state));
  if (states.length < 2 && selected.length === 0) {
    return null;
  }
  return (
    <FilterButtons
      label={t('status.filter.states', 'Filter by state')}
      options={states.map((state) => ({ value: state, label: stateText(state), count: counts[state] }))}
      selected={selected}
      onChange={onChange}
    />
  );
});
