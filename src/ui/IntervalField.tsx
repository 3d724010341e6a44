import { t } from '@grafana/i18n';
import { Field, type ComboboxOption } from '@grafana/ui';
import { useMemo } from 'react';
import { HEARTBEAT_INTERVALS } from '../connection/timing/presets';
import { Dropdown } from './Dropdown';
import { formatInterval } from './formatInterval';

interface Props {
  value: number;
  disabled: boolean;
  /** What to say below the label, in place of where to set it in IRM. */
  description?: string;
  onChange(interval: number): void;
}

/** IRM's heartbeat interval. IRM's API does not tell it, so it has to be asked for. */
export function IntervalField({ value, disabled, description, onChange }: Props) {
  const options = useMemo<Array<ComboboxOption<number>>>(
    () => HEARTBEAT_INTERVALS.map((interval) => ({ value: interval, label: formatInterval(interval) })),
    []
  );
  return (
    <Field
      label={t('ui.interval-field.label', 'Heartbeat interval in IRM')}
      description={
        description ??
        t(
          'ui.interval-field.description',
          'Set the same in IRM: integration > ⋮ > Heartbeat settings. IRM alerts when no heartbeat arrives for this long.'
        )
      }
      noMargin
    >
      <Dropdown
        id="heartbeat-interval"
        options={options}
        value={value}
        disabled={disabled}
        width={24}
        onChange={onChange}
      />
    </Field>
  );
}
