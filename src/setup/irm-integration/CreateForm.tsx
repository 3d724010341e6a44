import { valibotResolver } from '@hookform/resolvers/valibot';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { useEffect, useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { Creation } from '../../connection/irm/createIntegration';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { BusyButton } from '../../ui/BusyButton';
import { IrmLink } from '../../ui/IrmLink';
import { charactersOf, GREATEST_DESCRIPTION } from '../step/draft';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { ChainField } from './ChainField';
import { CreateFields } from './CreateFields';
import { createSchema, showOnFields, wishOf, type CreateValues } from './createForm';
import { CreateTrouble } from './CreateTrouble';
import { useCreateIntegration } from './useCreateIntegration';

interface Props extends Pick<StepProps, 'draft' | 'setDraft' | 'reading'> {
  onThere(creation: Exclude<Creation, { kind: 'error' }>): void;
  onUse(integration: IrmIntegration): void;
}

/** A new integration, created in IRM with one press. What was typed stays, whatever IRM says. */
export function CreateForm({ draft, setDraft, reading, onThere, onUse }: Props) {
  const resolver = useMemo(() => valibotResolver(createSchema()), []);
  const form = useForm<CreateValues>({ resolver, mode: 'onChange', defaultValues: draft });
  const { control, handleSubmit, setError, formState } = form;
  const values = useWatch({ control, compute: (all: CreateValues) => all });
  useEffect(() => {
    if (charactersOf(values.description) <= GREATEST_DESCRIPTION) {
      setDraft(values);
    }
  }, [values, setDraft]);
  const { create, isCreating, failed } = useCreateIntegration((creation) => {
    if (creation.kind === 'error') {
      showOnFields(creation.error, setError);
    } else {
      onThere(creation);
    }
  });
  const submit = handleSubmit((submitted) => create(wishOf(submitted)));

  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('setup.create.form', 'New integration')} noValidate>
      <Stack direction="column" gap={3}>
        <CreateFields form={form} values={values} />
        <Controller
          name="escalationChainId"
          control={control}
          render={({ field: { value, onChange } }) => (
            <ChainField
              id="irm-escalation-chain"
              value={value}
              onChange={onChange}
              teamId={values.teamId}
              error={formState.errors.escalationChainId?.message}
              way={<IrmLink />}
            />
          )}
        />
        {failed && !isCreating && <CreateTrouble failed={failed} reading={reading} onUse={onUse} />}
        <StepFooter>
          <BusyButton isBusy={isCreating} type="submit" icon="plus">
            {isCreating ? t('setup.create.running', 'Creating...') : t('setup.create.submit', 'Create integration')}
          </BusyButton>
        </StepFooter>
      </Stack>
    </form>
  );
}
