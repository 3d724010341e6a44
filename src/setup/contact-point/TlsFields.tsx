import { t } from '@grafana/i18n';
import { Field, Switch, TextArea } from '@grafana/ui';
import { Controller } from 'react-hook-form';
import { TLS_FIELDS } from './accessForm';
import { secretInput, type AccessFieldsProps } from './accessInput';

/** Whose certificate Grafana takes, and which it shows itself. */
export function TlsFields(props: AccessFieldsProps) {
  return (
    <>
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
          control={props.form.control}
          render={({ field: { ref: _, ...field } }) => (
            <Switch {...field} id="contact-point-skip-verify" disabled={props.isDisabled} />
          )}
        />
      </Field>
      {TLS_FIELDS.map((field) => (
        <Field key={field} noMargin label={LABELS[field]()}>
          <TextArea {...secretInput(props, field)} rows={2} spellCheck={false} />
        </Field>
      ))}
    </>
  );
}

const LABELS: Record<(typeof TLS_FIELDS)[number], () => string> = {
  caCertificate: () => t('setup.access.ca', 'CA certificate (PEM)'),
  clientCertificate: () => t('setup.access.client-certificate', 'Client certificate (PEM)'),
  clientKey: () => t('setup.access.client-key', 'Client key (PEM)'),
};
