import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useMemo } from 'react';
import { coverageOf, reachInTrouble, type RuleCoverage } from '../connection/coverage/coverageOf';
import { groupOf } from '../connection/coverage/summary';
import type { AlertRule } from '../connection/policies/types';
import { grafanaPaths } from '../grafana/links';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { routePath } from '../ui/pagePaths';
import { describeReachDoubt, groupText } from './describeReach';
import { GroupBadge } from './GroupBadge';
import { useCoverageRouting } from './useCoverageRouting';
import { WayList } from './WayList';

/** Whom one rule reaches, before how its notifications get there. */
export function RuleReach({ rule }: { rule: AlertRule }) {
  const { routing, connections, error, isRetrying, retry } = useCoverageRouting(useMemo(() => [rule], [rule]));
  const coverage = routing && coverageOf(rule, routing);
  const trouble = routing && reachInTrouble(rule, routing);
  const isForIrm = coverage === undefined || coverage.reach === 'irm' || coverage.isHeartbeat;
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      {error && !coverage && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isRetrying} />}
      {coverage && (
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
          <GroupBadge group={groupOf(coverage)} />
          <Text>{reachSentence(coverage)}</Text>
        </Stack>
      )}
      {coverage && (coverage.ways.length > 1 || coverage.reach === 'nobody') && <WayList ways={coverage.ways} />}
      {trouble && !coverage?.isHeartbeat && (
        <Text element="p" color="secondary">
          {t(
            'coverage.rule.trouble',
            'While its query fails or returns no data, its alerts are named DatasourceError or DatasourceNoData and routed in another way: {{reach}}. A rule can be set to handle both otherwise.',
            { reach: groupText(trouble.reach) }
          )}
        </Text>
      )}
      <Stack direction="row" gap={1} wrap="wrap">
        <InternalLinkButton size="sm" variant="secondary" href={grafanaPaths.rule(rule.uid)}>
          {t('coverage.rule.open', 'Open alert rule')}
        </InternalLinkButton>
        {!isForIrm && connections.size > 0 && (
          <InternalLinkButton size="sm" href={routePath({ rule: rule.uid })}>
            {t('coverage.row.route', 'Route to IRM')}
          </InternalLinkButton>
        )}
      </Stack>
    </Stack>
  );
}

function reachSentence({ reach, doubt, isHeld, isHeartbeat, may }: RuleCoverage): string {
  if (isHeartbeat) {
    return t('coverage.rule.heartbeat', 'It tells IRM that this Grafana is alive, and pages nobody itself.');
  }
  switch (reach) {
    case 'irm':
      return isHeld
        ? t('coverage.rule.held', 'Its alerts reach IRM, but not at all times: timings hold notifications back.')
        : t('coverage.rule.irm', 'All alerts of this rule reach IRM.');
    case 'elsewhere':
      return t('coverage.rule.elsewhere', 'Its alerts are sent to other contact points, and never to IRM.');
    case 'nobody':
      return t('coverage.rule.nobody', 'Nobody is notified of its alerts.');
    case 'depends':
      return doubt === 'labels'
        ? may.irm
          ? t('coverage.rule.depends', 'Whether its alerts reach IRM depends on labels that only they have.')
          : t(
              'coverage.rule.depends-otherwise',
              'Its alerts never reach IRM. Whom else they reach depends on their labels.'
            )
        : `${describeReachDoubt(doubt ?? 'labels')}.`;
  }
}
