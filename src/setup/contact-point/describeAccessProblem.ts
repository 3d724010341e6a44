import { t } from '@grafana/i18n';
import type { AccessProblem } from './accessForm';

/** What is wrong with a field of access, in a sentence. */
export function describeAccessProblem(problem: AccessProblem): string {
  switch (problem) {
    case 'usernameMissing':
      return t('setup.access.problem.username', 'Enter the user name.');
    case 'passwordMissing':
      return t('setup.access.problem.password', 'Enter the password.');
    case 'credentialsMissing':
      return t('setup.access.problem.credentials', 'Enter the credentials.');
    case 'headerForm':
      return t('setup.access.problem.header-form', 'Write each header on a line of its own, as Name: value.');
    case 'headerNotAllowed':
      return t(
        'setup.access.problem.header-not-allowed',
        'Grafana does not let this header be set here. For Authorization use the choice above.'
      );
  }
}
