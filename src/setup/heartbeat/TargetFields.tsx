import { t } from '@grafana/i18n';
import { Button, Field, Input } from '@grafana/ui';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import type { Endpoint } from '../../connection/model';
import { heartbeatUrl } from '../../connection/endpoint/integrationPath';
import { readHeartbeatUrl } from '../../connection/endpoint/readHeartbeatUrl';
import { EndpointInput } from '../../ui/EndpointInput';
import { describeHeartbeatProblem } from './describeHeartbeatProblem';
import type { HeartbeatForm } from './heartbeatForm';

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  endpoint: Endpoint;
  /** The address comes from IRM's API and needs no comparing. */
  isFromIrm: boolean;
  disabled: boolean;
  /** A heartbeat contact point that exists keeps its name here. */
  nameIsFixed: boolean;
}

/** Where beats go, and what the contact point that sends them is called. */
export function TargetFields({ form, endpoint, isFromIrm, disabled, nameIsFixed }: Props) {
  const { control, register, formState } = form;
  const reading = readHeartbeatUrl(useWatch({ control, name: 'url' }), endpoint);
  const suggestion = !reading.ok && reading.reason !== 'browserAddress' ? reading.suggestion : undefined;
  return (
    <>
      <Field
        htmlFor="heartbeat-url"
        label={t('setup.heartbeat.url.label', 'Heartbeat endpoint')}
        description={
          isFromIrm
            ? t('setup.heartbeat.url.from-irm', 'As IRM names it for this integration.')
            : t(
                'setup.heartbeat.url.description',
                'The HTTP endpoint followed by heartbeat/. Compare it with the endpoint shown in IRM under Heartbeat settings.'
              )
        }
        invalid={Boolean(formState.errors.url)}
        error={formState.errors.url?.message}
        noMargin
      >
        <Controller
          control={control}
          name="url"
          rules={{
            validate: (text) => {
              const entered = readHeartbeatUrl(text, endpoint);
              return entered.ok || describeHeartbeatProblem(entered.reason);
            },
          }}
          render={({ field, fieldState }) => (
            <EndpointInput {...field} id="heartbeat-url" disabled={disabled} invalid={fieldState.invalid} />
          )}
        />
      </Field>
      {suggestion !== undefined && !disabled && (
        <div>
          <Button
            type="button"
            size="sm"
            variant="secondary"
            icon="check"
            onClick={() => form.setValue('url', suggestion, { shouldDirty: true, shouldValidate: true })}
          >
            {suggestion === heartbeatUrl(endpoint)
              ? t('setup.heartbeat.url.use-own', 'Use the heartbeat endpoint of this integration')
              : t('setup.heartbeat.url.use-suggestion', 'Use this address')}
          </Button>
        </div>
      )}
      <Field
        label={t('setup.heartbeat.name.label', 'Name of the heartbeat contact point')}
        invalid={Boolean(formState.errors.contactPointName)}
        error={formState.errors.contactPointName?.message}
        noMargin
      >
        <Input
          id="heartbeat-contact-point-name"
          disabled={disabled || nameIsFixed}
          {...register('contactPointName', {
            validate: (name) => name.trim() !== '' || t('setup.heartbeat.name.missing', 'Enter a name.'),
          })}
        />
      </Field>
    </>
  );
}
