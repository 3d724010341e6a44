import { t } from '@grafana/i18n';
import { Field, Input, Stack, Switch, Text } from '@grafana/ui';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { PROPOSED_MAX_ALERTS } from '../../connection/desired/objects';
import type { Obstacle } from '../../connection/plan/types';
import { ChoiceField } from '../../ui/ChoiceField';
import { describeObstacle } from '../../ui/describeObstacle';
import type { ContactPointValues } from './contactPointForm';

interface Props {
  form: UseFormReturn<ContactPointValues>;
  isDisabled: boolean;
  /** The contact point was made by somebody else, who keeps the way it is kept. */
  isForeign: boolean;
  isLocked: boolean;
  maxAlertsObstacle: Obstacle | undefined;
}

/** The webhook settings that people ask for, and who may edit the object afterwards. */
export function AdvancedFields(props: Props) {
  const { form, isDisabled, isForeign, isLocked, maxAlertsObstacle } = props;
  const { control, register } = form;
  const maxAlerts = useWatch({ control, name: 'maxAlerts' });
  const isLarge = maxAlertsObstacle === undefined && (maxAlerts === 0 || maxAlerts > PROPOSED_MAX_ALERTS);
  return (
    <Stack direction="column" gap={3}>
      <Field
        noMargin
        label={t('setup.contact-point.max-alerts', 'Max alerts')}
        description={t('setup.contact-point.max-alerts-help', 'Per notification. 0 = no limit.')}
        invalid={maxAlertsObstacle !== undefined}
        error={maxAlertsObstacle && describeObstacle(maxAlertsObstacle)}
      >
        <Input
          id="contact-point-max-alerts"
          type="number"
          min={0}
          step={1}
          width={16}
          {...register('maxAlerts', { valueAsNumber: true })}
          aria-invalid={maxAlertsObstacle !== undefined}
          disabled={isDisabled}
        />
      </Field>
      {isLarge && (
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'setup.contact-point.max-alerts-large',
            'IRM advises to stay at {{most}} or below: a message with more can be too large for IRM or a gateway in front of it, and is then refused as a whole.',
            { most: PROPOSED_MAX_ALERTS }
          )}
        </Text>
      )}
      <Field
        noMargin
        htmlFor="contact-point-send-resolved"
        label={t('setup.contact-point.send-resolved', 'Send resolved messages')}
        description={t(
          'setup.contact-point.send-resolved-help',
          'Without them alert groups in IRM stay open until somebody resolves them.'
        )}
      >
        <Controller
          name="sendResolved"
          control={control}
          render={({ field: { ref: _, ...field } }) => (
            <Switch {...field} id="contact-point-send-resolved" disabled={isDisabled} />
          )}
        />
      </Field>
      <Controller
        name="editability"
        control={control}
        render={({ field: { ref: _, ...field } }) => (
          <ChoiceField
            {...field}
            label={t('setup.contact-point.editability', 'Editing')}
            disabled={isDisabled || isForeign || isLocked}
            options={[
              {
                value: 'editable',
                label: t('setup.contact-point.editable', 'Allow edits in the UI'),
                description: t(
                  'setup.contact-point.editable-help',
                  'Anyone who may change contact points can change it.'
                ),
              },
              {
                value: 'locked',
                label: t('setup.contact-point.locked', 'Lock (provisioned)'),
                description: t(
                  'setup.contact-point.locked-help',
                  'Shown as provisioned and only changed through the API or this plugin. This cannot be undone: Grafana never unlocks an object.'
                ),
              },
            ]}
          />
        )}
      />
    </Stack>
  );
}
