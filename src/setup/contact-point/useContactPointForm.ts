import { useForm, useWatch } from 'react-hook-form';
import type { Endpoint } from '../../connection/model';
import type { GrafanaReading } from '../../connection/reading/reading';
import { forgetTouched } from '../step/forgetTouched';
import { SECRET_FIELDS } from './accessForm';
import { valuesFrom, type ContactPointValues } from './contactPointForm';

/** The form of the contact point; what exists fills it. `title` proposes the name of one that does not. */
export function useContactPointForm(endpoint: Endpoint, reading: GrafanaReading, title: string) {
  const form = useForm<ContactPointValues>({
    // What others changed meanwhile is taken over, except in fields that the person has touched.
    values: valuesFrom(endpoint, reading, title),
    resetOptions: { keepDirtyValues: true },
  });
  const values = useWatch({ control: form.control, compute: (all: ContactPointValues) => all });
  /** What was entered is stored. Secrets are never read back, so their fields are empty again. */
  const onStored = () => {
    forgetTouched(form);
    for (const field of SECRET_FIELDS) {
      form.resetField(field, { defaultValue: '' });
    }
  };
  return { form, values, onStored };
}
