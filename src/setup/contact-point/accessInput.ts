import { t } from '@grafana/i18n';
import type { UseFormReturn } from 'react-hook-form';
import type { AccessProblems, AccessValues } from './accessForm';
import type { ContactPointValues } from './contactPointForm';
import { describeAccessProblem } from './describeAccessProblem';

/** What all fields of access are drawn from. */
export interface AccessFieldsProps {
  form: UseFormReturn<ContactPointValues>;
  isDisabled: boolean;
  /** Secrets that Grafana holds, so that an empty field keeps them. */
  stored: ReadonlyArray<keyof AccessValues>;
  problems: AccessProblems;
}

/** What the input of a secret is given. */
export function secretInput({ form, isDisabled, stored }: AccessFieldsProps, name: keyof AccessValues) {
  return {
    ...form.register(name),
    id: `contact-point-${name}`,
    disabled: isDisabled,
    placeholder: stored.includes(name)
      ? t('setup.access.stored', 'Stored in Grafana; leave empty to keep it')
      : undefined,
  };
}

/** What a field is given to show what is wrong with it. */
export function shownProblem({ problems }: AccessFieldsProps, name: keyof AccessValues) {
  const problem = problems[name];
  return { invalid: problem !== undefined, error: problem && describeAccessProblem(problem) };
}
