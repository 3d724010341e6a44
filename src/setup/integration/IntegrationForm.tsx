import { zodResolver } from '@hookform/resolvers/zod';
import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { useEffect, useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { GREATEST_DESCRIPTION } from '../step/draft';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { typeOptions } from '../step/typeOptions';
import { CarryOverFields } from './CarryOverFields';
import { integrationSchema, type IntegrationValues } from './integrationForm';
import { IrmClicks } from './IrmClicks';
import { WebhookTemplates } from '../step/WebhookTemplates';

/** Which integration it is to be, with all its texts to carry over to IRM. */
export function IntegrationForm({ draft, setDraft, goTo }: StepProps) {
  const resolver = useMemo(() => zodResolver(integrationSchema()), []);
  const { control, register, handleSubmit, formState } = useForm<IntegrationValues>({
    resolver,
    mode: 'onChange',
    defaultValues: draft,
  });
  const values = useWatch({ control, compute: (all: IntegrationValues) => all });
  useEffect(() => {
    setDraft({ ...values, description: [...values.description].slice(0, GREATEST_DESCRIPTION).join('') });
  }, [values, setDraft]);
  const isNew = values.origin === 'new';
  const next = handleSubmit(() => {
    setDraft({ integrationIsThere: true, way: 'paste' });
    goTo('endpoint');
  });

  return (
    <form onSubmit={(event) => void next(event)} noValidate>
      <Stack direction="column" gap={3}>
        <Controller
          name="origin"
          control={control}
          render={({ field: { ref: _, ...field } }) => (
            <ChoiceField
              {...field}
              label={t('setup.integration.origin', 'Integration in IRM')}
              options={[
                { value: 'new', label: t('setup.integration.new', 'A new one') },
                { value: 'existing', label: t('setup.integration.existing', 'One that exists already') },
              ]}
            />
          )}
        />
        <Controller
          name="type"
          control={control}
          render={({ field: { ref: _, ...field } }) => (
            <ChoiceField {...field} label={t('setup.integration.type', 'Type')} options={typeOptions()} />
          )}
        />
        {values.type === 'webhook' && <WebhookTemplates />}
        {isNew && <CarryOverFields register={register} values={values} errors={formState.errors} />}
        <IrmClicks isNew={isNew} type={values.type} />
        <StepFooter>
          <Button type="submit" icon="arrow-right">
            {isNew
              ? t('setup.integration.next-new', 'I have created it')
              : t('setup.integration.next-existing', 'I have opened it')}
          </Button>
        </StepFooter>
      </Stack>
    </form>
  );
}
