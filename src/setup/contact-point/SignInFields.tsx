import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { Controller, useWatch } from 'react-hook-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { secretInput, shownProblem, type AccessFieldsProps } from './accessInput';

/** How messages sign in to a gateway in front of IRM. */
export function SignInFields(props: AccessFieldsProps) {
  const { form, isDisabled } = props;
  const { control, register } = form;
  const signIn = useWatch({ control, name: 'signIn' });
  return (
    <>
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
                description: t('setup.access.header-help', 'A scheme and its credentials, for example a bearer token.'),
              },
            ]}
          />
        )}
      />
      {signIn === 'basic' && (
        <>
          <Field noMargin required label={t('setup.access.username', 'User name')} {...shownProblem(props, 'username')}>
            <Input {...register('username')} id="contact-point-username" disabled={isDisabled} autoComplete="off" />
          </Field>
          <Field noMargin required label={t('setup.access.password', 'Password')} {...shownProblem(props, 'password')}>
            <Input {...secretInput(props, 'password')} type="password" autoComplete="new-password" />
          </Field>
        </>
      )}
      {signIn === 'header' && (
        <>
          <Field noMargin label={t('setup.access.scheme', 'Scheme')}>
            <Input {...register('scheme')} id="contact-point-scheme" width={24} disabled={isDisabled} />
          </Field>
          <Field
            noMargin
            required
            label={t('setup.access.credentials', 'Credentials')}
            {...shownProblem(props, 'credentials')}
          >
            <Input {...secretInput(props, 'credentials')} type="password" autoComplete="new-password" />
          </Field>
        </>
      )}
    </>
  );
}
