import { t } from '@grafana/i18n';
import { Collapse, Field, Input, Stack, Switch, TextArea } from '@grafana/ui';
import { useState } from 'react';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { TLS_FIELDS, type AccessProblem, type AccessValues } from './accessForm';
import type { ContactPointValues } from './contactPointForm';

interface Props {
  form: UseFormReturn<ContactPointValues>;
  isDisabled: boolean;
  /** Secrets that Grafana holds, so that an empty field keeps them. */
  stored: ReadonlyArray<keyof AccessValues>;
  problems: Partial<Record<keyof AccessValues, AccessProblem>>;
}

/** What messages carry to get past a gateway in front of IRM; folded, because few need it. */
export function AccessFields({ form, isDisabled, stored, problems }: Props) {
  const { control, register } = form;
  const signIn = useWatch({ control, name: 'signIn' });
  const [isOpen, setOpen] = useState(false);
  const secret = (name: keyof AccessValues) => ({
    ...register(name),
    id: `contact-point-${name}`,
    disabled: isDisabled,
    placeholder: stored.includes(name)
      ? t('setup.access.stored', 'Stored in Grafana; leave empty to keep it')
      : undefined,
  });
  const trouble = (name: keyof AccessValues) => {
    const problem = problems[name];
    return { invalid: problem !== undefined, error: problem && PROBLEMS[problem]() };
  };
  return (
    <Collapse
      label={t('setup.access.title', 'Authentication and TLS (optional)')}
      isOpen={isOpen || Object.keys(problems).length > 0}
      onToggle={setOpen}
    >
      <Stack direction="column" gap={2}>
        <Controller
          name="signIn"
          control={control}
          render={({ field: { ref: _, ...field } }) => (
            <ChoiceField
              {...field}
              label={t('setup.access.sign-in', 'A gateway in front of IRM asks for')}
              disabled={isDisabled}
              options={[
                {
                  value: 'none',
                  label: t('setup.access.none', 'Nothing'),
                  description: t('setup.access.none-help', 'IRM itself only needs the token in its address.'),
                },
                {
                  value: 'basic',
                  label: t('setup.access.basic', 'User name and password'),
                  description: t('setup.access.basic-help', 'HTTP basic authentication.'),
                },
                {
                  value: 'header',
                  label: t('setup.access.header', 'An Authorization header'),
                  description: t(
                    'setup.access.header-help',
                    'A scheme and its credentials, for example a bearer token.'
                  ),
                },
              ]}
            />
          )}
        />
        {signIn === 'basic' && (
          <>
            <Field noMargin required label={t('setup.access.username', 'User name')} {...trouble('username')}>
              <Input {...register('username')} id="contact-point-username" disabled={isDisabled} autoComplete="off" />
            </Field>
            <Field noMargin required label={t('setup.access.password', 'Password')} {...trouble('password')}>
              <Input {...secret('password')} type="password" autoComplete="new-password" />
            </Field>
          </>
        )}
        {signIn === 'header' && (
          <>
            <Field noMargin label={t('setup.access.scheme', 'Scheme')}>
              <Input {...register('scheme')} id="contact-point-scheme" width={24} disabled={isDisabled} />
            </Field>
            <Field noMargin required label={t('setup.access.credentials', 'Credentials')} {...trouble('credentials')}>
              <Input {...secret('credentials')} type="password" autoComplete="new-password" />
            </Field>
          </>
        )}
        <Field
          noMargin
          label={t('setup.access.headers', 'Extra headers')}
          description={t(
            'setup.access.headers-help',
            'One a line, as Name: value. Grafana shows them to everyone who may see the contact point.'
          )}
          {...trouble('headers')}
        >
          <TextArea {...register('headers')} id="contact-point-headers" rows={2} disabled={isDisabled} />
        </Field>
        <Field
          noMargin
          htmlFor="contact-point-skip-verify"
          label={t('setup.access.skip-verify', 'Do not check the certificate')}
          description={t(
            'setup.access.skip-verify-help',
            'Anyone on the way could then read the alerts and the token. Better enter the CA certificate.'
          )}
        >
          <Controller
            name="skipVerify"
            control={control}
            render={({ field: { ref: _, ...field } }) => (
              <Switch {...field} id="contact-point-skip-verify" disabled={isDisabled} />
            )}
          />
        </Field>
        {TLS_FIELDS.map((field) => (
          <Field key={field} noMargin label={TLS_LABELS[field]()}>
            <TextArea {...secret(field)} rows={2} spellCheck={false} />
          </Field>
        ))}
      </Stack>
    </Collapse>
  );
}

const TLS_LABELS: Record<(typeof TLS_FIELDS)[number], () => string> = {
  caCertificate: () => t('setup.access.ca', 'CA certificate (PEM)'),
  clientCertificate: () => t('setup.access.client-certificate', 'Client certificate (PEM)'),
  clientKey: () => t('setup.access.client-key', 'Client key (PEM)'),
};

const PROBLEMS: Record<AccessProblem, () => string> = {
  usernameMissing: () => t('setup.access.problem.username', 'Enter the user name.'),
  passwordMissing: () => t('setup.access.problem.password', 'Enter the password.'),
  credentialsMissing: () => t('setup.access.problem.credentials', 'Enter the credentials.'),
  headerForm: () => t('setup.access.problem.header-form', 'Write each header on a line of its own, as Name: value.'),
  headerNotAllowed: () =>
    t(
      'setup.access.problem.header-not-allowed',
      'Grafana does not let this header be set here. For Authorization use the choice above.'
    ),
};
