import { t } from '@grafana/i18n';
import { Field, Input, Stack } from '@grafana/ui';
import { parseDuration } from '../../connection/timing/duration';
import { useServices } from '../data/services';
import { ChoiceField } from '../ChoiceField';
import { presetName } from './presetName';
import { timingFieldName } from './timingFieldName';
import { TIMING_FIELDS, withPreset, withValue, type TimingForm } from './timingForm';

interface Props {
  value: TimingForm;
  onChange(value: TimingForm): void;
  disabled: boolean;
}

/** A preset, or every value by hand. Typing a value turns the preset into "custom". */
export function TimingFields({ value, onChange, disabled }: Props) {
  const { evaluation } = useServices().capabilities;
  return (
    <>
      <ChoiceField
        label={t('ui.timing-fields.preset', 'Timing')}
        value={value.preset}
        disabled={disabled}
        onChange={(preset) => onChange(withPreset(value, preset, evaluation))}
        options={[
          {
            value: 'documented',
            label: presetName('documented'),
            description: t('ui.timing-fields.documented-description', 'Group interval 1 s, as in the documentation.'),
          },
          {
            value: 'gentle',
            label: presetName('gentle'),
            description: t(
              'ui.timing-fields.gentle-description',
              'Group interval 10 s: a tenth of the retries while IRM cannot be reached.'
            ),
          },
          { value: 'custom', label: t('ui.timing-fields.custom', 'Custom') },
        ]}
      />
      <Stack direction="row" wrap="wrap" gap={2}>
        {TIMING_FIELDS.map((field) => {
          const isReadable = parseDuration(value.timing[field]) !== undefined;
          return (
            <Field
              key={field}
              label={timingFieldName(field)}
              invalid={!isReadable}
              error={isReadable ? undefined : t('ui.timing-fields.invalid', 'Enter a duration such as 30s or 1m30s.')}
              noMargin
            >
              <Input
                id={`heartbeat-${field}`}
                width={16}
                disabled={disabled}
                value={value.timing[field]}
                onChange={(event) => onChange(withValue(value, field, event.currentTarget.value))}
              />
            </Field>
          );
        })}
      </Stack>
    </>
  );
}
