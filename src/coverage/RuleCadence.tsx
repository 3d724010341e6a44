import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { cadencesOf } from '../connection/coverage/cadencesOf';
import { compilePolicies } from '../connection/policies/compilePolicies';
import type { AlertRule } from '../connection/policies/types';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { BackToRules } from './BackToRules';
import { CadenceCard } from './CadenceCard';
import { HeartbeatIntervalField } from './HeartbeatIntervalField';
import { OtherTreeNotice } from './OtherTreeNotice';
import { RuleReach } from './RuleReach';
import { useRuleRouting } from './useRuleRouting';

interface Props {
  rule: AlertRule;
  onBack(): void;
}

/** Whom the alerts of one rule reach, and how they leave: a card for each way that they may take. */
export function RuleCadence({ rule, onBack }: Props) {
  const [interval, setHeartbeatInterval] = useState(rule.heartbeatInterval);
  const { alerts, policies, isTreeHidden, error, isReading, retry } = useRuleRouting(rule);
  const ways = useMemo(
    // A tree that the rule names was put in the place of the default one.
    () => alerts && policies && cadencesOf({ ...rule, policyTree: undefined }, alerts, compilePolicies(policies)),
    [rule, alerts, policies]
  );
  return (
    <>
      <BackToRules onClick={onBack} />
      {rule.isPaused && (
        <Alert severity="info" title={t('cadence.rule.paused', 'This rule is paused and sends no notifications')} />
      )}
      <RuleReach rule={rule} />
      <HeartbeatIntervalField value={interval} onChange={setHeartbeatInterval} />
      {isTreeHidden && <OtherTreeNotice name={rule.policyTree ?? ''} />}
      {error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
      {!ways && !isTreeHidden && isReading && <PageSkeleton lines={4} />}
      {ways && ways.length > 1 && (
        <Text element="p">{t('cadence.rule.several', 'Notifications of this rule can take several routes.')}</Text>
      )}
      {ways && alerts && !alerts.areAll && (
        <Text element="p" color="secondary">
          {t('cadence.rule.more-alerts', 'Based on the first {{count}} alerts of this rule. It has more.', {
            count: alerts.labelSets.length,
            defaultValue_one: 'Based on the first alert of this rule. It has more.',
          })}
        </Text>
      )}
      {ways?.map((way, index) =>
        way.kind === 'policyTree' ? null : <CadenceCard key={index} cadence={way} interval={interval} />
      )}
    </>
  );
}
