import { t } from '@grafana/i18n';
import { partText } from '../ui/health/partText';
import type { AwaitedPart } from '../ui/reading/firstReading';

/** What coverage waits for: all of it, as one missing answer would make its sentence a wrong one. */
export type AwaitedCoverage = AwaitedPart | 'allRules' | 'policies' | 'timeIntervals' | 'alertmanagers';

/** In the middle of a sentence. */
export function awaitedText(part: AwaitedCoverage): string {
  switch (part) {
    case 'allRules':
      return t('coverage.part.rules', 'alert rules');
    case 'policies':
      return t('coverage.part.policies', 'notification policies');
    case 'timeIntervals':
      return t('coverage.part.time-intervals', 'time intervals');
    case 'alertmanagers':
      return t('coverage.part.alertmanagers', 'choice of Alertmanagers');
    default:
      return partText(part);
  }
}
