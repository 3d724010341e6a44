import { t } from '@grafana/i18n';
import { Collapse, Field, Stack, TextArea } from '@grafana/ui';
import { useState } from 'react';
import { shownProblem, type AccessFieldsProps } from './accessInput';
import { SignInFields } from './SignInFields';
import { TlsFields } from './TlsFields';

/** What messages carry to get past a gateway in front of IRM; folded, because few need it. */
export function AccessFields(props: AccessFieldsProps) {
  const { form, isDisabled, problems } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Collapse
      label={t('setup.access.title', 'Authentication and TLS (optional)')}
      isOpen={isOpen || Object.keys(problems).length > 0}
      onToggle={setOpen}
    >
      <Stack direction="column" gap={2}>
        <SignInFields {...props} />
        <Field
          noMargin
          label={t('setup.access.headers', 'Extra headers')}
          description={t(
            'setup.access.headers-help',
            'One a line, as Name: value. Grafana shows them to everyone who may see the contact point.'
          )}
          {...shownProblem(props, 'headers')}
        >
          <TextArea {...form.register('headers')} id="contact-point-headers" rows={2} disabled={isDisabled} />
        </Field>
        <TlsFields {...props} />
      </Stack>
    </Collapse>
  );
}
