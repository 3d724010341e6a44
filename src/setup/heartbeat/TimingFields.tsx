import { t } from '@grafana/i18n';
import { Field, Input, Stack } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { parseDuration } from '../../connection/timing';
import { ChoiceField } from '../../ui/ChoiceField';
import { timingOfPreset, timingTexts, TIMING_FIELDS, type HeartbeatForm } from './heartbeatForm';

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  disabled: boolean;
}

/** A preset, or every value by hand. Typing a value turns the preset into "custom". */
export function TimingFields({ form, disabled }: Props) {
  const { control, formState, getValues, register, setValue } = form;
  const errors = formState.errors.timing;
  return (
    <>
      <Controller
        control={control}
        name="preset"
        render={({ field }) => (
          <ChoiceField
            label={t('setup.heartbeat.preset.label', 'Timing')}
            value={field.value}
            disabled={disabled}
            onChange={(preset) => {
              field.onChange(preset);
              if (preset !== 'custom') {
                setValue('timing', timingTexts(timingOfPreset(preset, getValues('interval'))), {
                  shouldDirty: true,
                  shouldValidate: true,
                });
              }
            }}
            options={[
              {
                value: 'documented',
                label: t('setup.heartbeat.preset.documented', 'As documented'),
                description: t(
                  'setup.heartbeat.preset.documented-description',
                  'Group interval 1 s, as the manual says.'
                ),
              },
              {
                value: 'gentle',
                label: t('setup.heartbeat.preset.gentle', 'Gentle on failure'),
                description: t(
                  'setup.heartbeat.preset.gentle-description',
                  'Group interval 10 s: a tenth of the retries while IRM cannot be reached.'
                ),
              },
              { value: 'custom', label: t('setup.heartbeat.preset.custom', 'Custom') },
            ]}
          />
        )}
      />
      <Stack direction="row" wrap="wrap" gap={2}>
        {TIMING_FIELDS.map((name) => (
          <Field
            key={name}
            label={timingLabel(name)}
            invalid={Boolean(errors?.[name])}
            error={errors?.[name]?.message}
            noMargin
          >
            <Input
              id={`heartbeat-${name}`}
              width={16}
              disabled={disabled}
              {...register(`timing.${name}`, {
                validate: (text) =>
                  parseDuration(text) !== undefined ||
                  t('setup.heartbeat.duration.invalid', 'Enter a duration such as 30s or 1m30s.'),
                onChange: () => setValue('preset', 'custom'),
              })}
            />
          </Field>
        ))}
      </Stack>
    </>
  );
}

function timingLabel(name: (typeof TIMING_FIELDS)[number]): string {
  const labels = {
    evaluationInterval: t('setup.heartbeat.timing.evaluation-interval', 'Evaluation interval'),
    pendingPeriod: t('setup.heartbeat.timing.pending-period', 'Pending period'),
    groupWait: t('setup.heartbeat.timing.group-wait', 'Group wait'),
    groupInterval: t('setup.heartbeat.timing.group-interval', 'Group interval'),
    repeatInterval: t('setup.heartbeat.timing.repeat-interval', 'Repeat interval'),
  };
  return labels[name];
}
