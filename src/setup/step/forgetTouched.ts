import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * What the form holds is saved: from now on every field follows what others save. `reset` alone goes on to count the
 * fields as touched that `keepDirtyValues` keeps (react-hook-form 7.92).
 */
export function forgetTouched<Values extends FieldValues>(form: UseFormReturn<Values>): void {
  const values = form.getValues();
  for (const name of Object.keys(values) as Array<FieldPath<Values>>) {
    form.resetField(name, { defaultValue: values[name] });
  }
}
