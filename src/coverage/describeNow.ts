import { t } from '@grafana/i18n';
import type { RuleCoverage } from '../connection/coverage/coverageOf';
import { verbatim } from '../ui/verbatim';

/** Where Grafana sends the alerts that a rule has now, for a rule of which that is not certain. */
export function describeNow({ reach }: RuleCoverage, receivers: ReadonlySet<string> | undefined): string | undefined {
  if (reach !== 'depends' || !receivers || receivers.size === 0) {
    return undefined;
  }
  return t('coverage.row.now', 'Current alerts: {{names}}', verbatim({ names: [...receivers].sort().join(', ') }));
}
