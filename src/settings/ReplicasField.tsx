import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { ChoiceField } from '../ui/ChoiceField';
import { formatMoment } from '../ui/formatMoment';
import { rememberedReplicas } from '../ui/reading/rememberedReplicas';
import { verbatim } from '../ui/verbatim';
import type { SettingsValues } from './settingsValues';

interface Props {
  form: UseFormReturn<SettingsValues>;
  isManaged: boolean;
}

/** How many replicas this Grafana has, beside what was seen of them. */
export function ReplicasField({ form, isManaged }: Props) {
  return (
    <Stack direction="column" gap={1}>
      <Controller
        control={form.control}
        name="replicas"
        render={({ field: { value, onChange } }) => (
          <ChoiceField
            label={t('settings.replicas.label', 'Grafana replicas')}
            // A radio button has no empty value.
            value={value === '' ? 'auto' : value}
            onChange={(next) => onChange(next === 'auto' ? '' : next)}
            disabled={isManaged}
            options={[
              {
                value: 'auto' as const,
                label: t('settings.replicas.auto', 'Detect'),
                description: t(
                  'settings.replicas.auto-description',
                  'The plugin detects replicas from the state history and from deliveries.'
                ),
              },
              {
                value: '1' as const,
                label: t('settings.replicas.one', 'One'),
                description: t(
                  'settings.replicas.one-description',
                  'A silent heartbeat is late, and down once its interval is over.'
                ),
              },
              {
                value: '2+' as const,
                label: t('settings.replicas.several', 'Several'),
                description: t(
                  'settings.replicas.several-description',
                  'Another replica may send, so a heartbeat that is silent on one replica is unknown.'
                ),
              },
            ]}
          />
        )}
      />
      <SeenSoFar />
    </Stack>
  );
}

/** Read once: the page is loaded anew after saving. */
function SeenSoFar() {
  const [{ evidence, now }] = useState(() => ({ evidence: rememberedReplicas(), now: Date.now() }));
  return (
    <Text element="p" variant="bodySmall" color="secondary">
      {evidence
        ? t(
            'settings.replicas.seen',
            'Seen from this browser: at least {{replicas}} replicas, at {{time}}.',
            verbatim({ replicas: evidence.count, time: formatMoment(evidence.seenAt, now) })
          )
        : t(
            'settings.replicas.none-seen',
            'Seen from this browser in the last 24 hours: no sign of more than one replica.'
          )}
    </Text>
  );
}
