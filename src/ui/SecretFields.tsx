import { t } from '@grafana/i18n';
import { Alert, Field, Input, Stack, TextArea } from '@grafana/ui';
import type { NeededSecrets } from '../connection/plan/types';
import type { Secrets } from '../connection/webhook/access';
import { secretName } from './secretName';
import { verbatim } from './verbatim';

interface Props {
  needed: NeededSecrets | undefined;
  values: Secrets;
  onChange(values: Secrets): void;
  disabled: boolean;
}

/** Asks for secrets that are stored in another contact point. They go to Grafana and are kept nowhere else. */
export function SecretFields({ needed, values, onChange, disabled }: Props) {
  if (!needed) {
    return null;
  }
  return (
    <Stack direction="column" gap={2}>
      <Alert severity="info" bottomSpacing={0} title={t('ui.secrets.title', 'Heartbeats need the same credentials')}>
        {t(
          'ui.secrets.text',
          'The contact point "{{name}}" uses secrets that Grafana does not show again. The heartbeat contact point needs them too, so enter them again.',
          verbatim({ name: needed.from })
        )}
      </Alert>
      {needed.places.map((place) => {
        const id = `secret-${place}`;
        const value = values[place] ?? '';
        const enter = (text: string) => onChange({ ...values, [place]: text });
        return (
          <Field key={place} noMargin required label={sentence(secretName(place))} htmlFor={id}>
            {isLong(place) ? (
              <TextArea
                id={id}
                rows={4}
                value={value}
                disabled={disabled}
                onChange={(event) => enter(event.currentTarget.value)}
              />
            ) : (
              <Input
                id={id}
                type="password"
                autoComplete="new-password"
                value={value}
                disabled={disabled}
                onChange={(event) => enter(event.currentTarget.value)}
              />
            )}
          </Field>
        );
      })}
    </Stack>
  );
}

/** Certificates and keys have many lines, which a field of one line would swallow. */
const isLong = (place: string) => /certificate|clientKey/i.test(place);

const sentence = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
