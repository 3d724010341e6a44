import { t } from '@grafana/i18n';
import { Field, type ComboboxOption } from '@grafana/ui';
import { useMemo } from 'react';
import { HEARTBEAT_INTERVALS } from '../connection/timing/presets';
import { Dropdown } from '../ui/Dropdown';
import { formatInterval } from '../ui/formatInterval';

const NONE = 0;

interface Props {
  /** Seconds; undefined when the rule is no heartbeat. */
  value: number | undefined;
  onChange(interval: number | undefined): void;
}

/** The heartbeat interval to judge the rule by, if it is a heartbeat. */
export function HeartbeatIntervalField({ value, onChange }: Props) {
  const options = useMemo<Array<ComboboxOption<number>>>(
    () => [
      { value: NONE, label: t('cadence.interval.none', 'Not a heartbeat') },
      ...HEARTBEAT_INTERVALS.map((interval) => ({ value: interval, label: formatInterval(interval) })),
    ],
    []
  );
  return (
    <Field
      label={t('cadence.interval.label', 'Heartbeat interval in IRM')}
      description={t(
        'cadence.interval.description',
        'If this rule is a heartbeat, check whether it is sent often enough.'
      )}
      noMargin
    >
      <Dropdown
        id="cadence-interval"
        options={options}
        value={value ?? NONE}
        width={24}
        onChange={(interval) => onChange(interval === NONE ? undefined : interval)}
      />
    </Field>
  );
}
