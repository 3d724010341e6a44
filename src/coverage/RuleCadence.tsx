import { t, Trans } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';
import { useState } from 'react';
import { cadencesOf } from '../connection/coverage/cadencesOf';
import { compilePolicies } from '../connection/coverage/compilePolicies';
import type { AlertRule } from '../connection/coverage/types';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { BackToRules } from './BackToRules';
import { CadenceCard } from './CadenceCard';
import { HeartbeatIntervalField } from './HeartbeatIntervalField';
import { OtherTreeNotice } from './OtherTreeNotice';
import { useRouting } from './useRouting';

interface Props {
  rule: AlertRule;
  onBack(): void;
}

/** How notifications of one rule leave: a card for each way that they may take. */
export function RuleCadence({ rule, onBack }: Props) {
  const [interval, setHeartbeatInterval] = useState(rule.heartbeatInterval);
  const { alerts, policies, error, isReading, retry } = useRouting(rule);
  const ways = alerts && policies ? cadencesOf(rule, alerts, compilePolicies(policies)) : undefined;
  return (
    <>
      <BackToRules onClick={onBack} />
      {rule.isPaused && (
        <Alert severity="info" title={t('cadence.rule.paused', 'This rule is paused and sends no notifications')} />
      )}
      <HeartbeatIntervalField value={interval} onChange={setHeartbeatInterval} />
      {error && <GrafanaErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
      {!ways && isReading && <PageSkeleton lines={4} />}
      {ways && ways.length > 1 && (
        <Text element="p">
          <Trans i18nKey="cadence.rule.several">Notifications of this rule can take several routes.</Trans>
        </Text>
      )}
      {ways && alerts && !alerts.areAll && (
        <Text element="p" color="secondary">
          {t('cadence.rule.more-alerts', 'Based on the first {{read}} alerts of this rule. It has more.', {
            read: alerts.labelSets.length,
          })}
        </Text>
      )}
      {ways?.map((way, index) =>
        way.kind === 'policyTree' ? (
          <OtherTreeNotice key={index} name={way.name} />
        ) : (
          <CadenceCard key={index} cadence={way} interval={interval} />
        )
      )}
    </>
  );
}
