import { t } from '@grafana/i18n';
import type { IrmPlace } from '../grafana/irmAddresses';
import type { IrmCheck } from '../irm/irmCheck';
import { describeIrmAnswer } from '../ui/irm/describeIrmError';
import { describeIrmFailure } from './describeIrmFailure';
import { describeIrmFindings, type Finding } from './describeIrmFindings';

export interface IrmCheckDescription {
  severity: 'success' | 'warning' | 'error';
  title: string;
  /** What to do about it; '' when the findings say it all. */
  text: string;
  /** What IRM, or something in its place, answered; '' when it did not, or all is well. */
  answer: string;
  findings: Finding[];
}

/** What came out of the check of IRM's API with the settings of `place`. */
export function describeIrmCheck(check: IrmCheck, place: IrmPlace): IrmCheckDescription {
  if (!check.ok) {
    const { error } = check;
    return { severity: 'error', ...describeIrmFailure(error, place), answer: describeIrmAnswer(error), findings: [] };
  }
  const { owner: _, resolve, ...others } = check.findings;
  // That a service account may not resolve is nobody's mistake.
  const needed = place.credential === 'serviceAccount' ? Object.values(others) : [...Object.values(others), resolve];
  const isComplete = needed.every(({ kind }) => kind === 'told');
  return {
    severity: isComplete ? 'success' : 'warning',
    title: isComplete
      ? t('settings.irm.check.ok', "IRM's API works")
      : t('settings.irm.check.partly', 'IRM accepts the token, but not everything works with it'),
    text: '',
    answer: '',
    findings: describeIrmFindings(check.findings, place),
  };
}
