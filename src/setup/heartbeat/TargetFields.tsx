import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Endpoint } from '../../connection/model';
import { readHeartbeatUrl } from '../../connection/endpoint/readHeartbeatUrl';
import { EndpointInput } from '../../ui/EndpointInput';
import { describeHeartbeatProblem } from './describeHeartbeatProblem';
import type { HeartbeatForm } from './heartbeatForm';

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  endpoint: Endpoint;
  disabled: boolean;
  /** A heartbeat contact point that exists keeps its name here. */
  nameIsFixed: boolean;
}

/** Where beats go, and what the contact point that sends them is called. */
export function TargetFields({ form, endpoint, disabled, nameIsFixed }: Props) {
  const { control, register, formState } = form;
  return (
    <>
      <Field
        htmlFor="heartbeat-url"
        label={t('setup.heartbeat.url.label', 'Heartbeat endpoint')}
        description={t(
          'setup.heartbeat.url.description',
          'The HTTP endpoint followed by heartbeat/. Compare it with the endpoint shown in IRM under Heartbeat settings.'
        )}
        invalid={Boolean(formState.errors.url)}
        error={formState.errors.url?.message}
        noMargin
      >
        <Controller
          control={control}
          name="url"
          rules={{
            validate: (text) => {
              const reading = readHeartbeatUrl(text, endpoint);
              return reading.ok || describeHeartbeatProblem(reading.reason);
            },
          }}
          render={({ field, fieldState }) => (
            <EndpointInput {...field} id="heartbeat-url" disabled={disabled} invalid={fieldState.invalid} />
          )}
        />
      </Field>
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
