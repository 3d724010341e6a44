import { t } from '@grafana/i18n';
import { Checkbox, Field, FieldValidationMessage, Input, Stack, TextArea } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { charactersOf, GREATEST_DESCRIPTION } from '../step/draft';
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
      <Field
        noMargin
        required
        label={t('setup.integration.title', 'Title')}
        description={t('setup.integration.title-help', 'Also the start of the contact point name later on.')}
        invalid={errors.title !== undefined}
        error={errors.title?.message}
      >
        <Input
          id="integration-title"
          {...register('title')}
          aria-invalid={errors.title !== undefined}
          placeholder={t('setup.integration.title-example', 'Production Grafana')}
          maxLength={200}
          autoComplete="off"
        />
      </Field>
      <Field
        noMargin
        label={t('setup.integration.description', 'Description')}
        description={t('setup.integration.description-count', '{{used}} of {{most}} characters', {
          used: charactersOf(values.description),
          most: GREATEST_DESCRIPTION,
        })}
        invalid={errors.description !== undefined}
        error={errors.description?.message}
      >
        <TextArea
          id="integration-description"
          {...register('description')}
          aria-invalid={errors.description !== undefined}
          rows={2}
          placeholder={t('setup.integration.description-example', 'Alerts of our own Grafana, sent by IRM Connect')}
        />
      </Field>
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
                'Grouping and autoresolution as Grafana needs them. Without them alert groups stay open for ever.'
              )}
            />
          </div>
        )}
      </Stack>
    </>
  );
}
