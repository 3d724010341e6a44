import { t } from '@grafana/i18n';
import { Checkbox, FieldValidationMessage, Stack } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { DescriptionField, TitleField } from '../step/IntegrationTexts';
import { typeOptions } from '../step/typeOptions';
import { TeamField } from './TeamField';
import type { CreateValues } from './createForm';

interface Props {
  form: UseFormReturn<CreateValues>;
  values: CreateValues;
}

/** What a new integration is called, whose it is and how it reads messages. */
export function CreateFields({ form, values }: Props) {
  const { control, register } = form;
  const { errors } = form.formState;
  return (
    <>
      <TitleField field={register('title')} error={errors.title?.message} />
      <DescriptionField field={register('description')} error={errors.description?.message} text={values.description} />
      <Controller
        name="teamId"
        control={control}
        render={({ field: { value, onChange } }) => (
          <TeamField value={value} onChange={onChange} error={errors.teamId?.message} />
        )}
      />
      <Stack direction="column" gap={1}>
        <Controller
          name="type"
          control={control}
          render={({ field: { ref: _, ...field } }) => (
            <ChoiceField {...field} label={t('setup.integration.type', 'Type')} options={typeOptions()} />
          )}
        />
        {errors.type && <FieldValidationMessage>{errors.type.message}</FieldValidationMessage>}
        {values.type === 'webhook' && (
          // As wide as it is: a stack would tear the label off the box.
          <div>
            <Checkbox
              {...register('setsTemplates')}
              label={t('setup.create.templates', 'Set the two templates')}
              description={t(
                'setup.create.templates-help',
                'Grouping and autoresolution as Grafana needs them. Without them alert groups stay open forever.'
              )}
            />
          </div>
        )}
      </Stack>
    </>
  );
}
