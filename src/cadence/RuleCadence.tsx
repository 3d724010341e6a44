import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cadencesOf } from '../connection/cadence/cadencesOf';
import type { CadenceRule, NotificationPolicy } from '../connection/cadence/types';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { useServices } from '../ui/data/services';
import { CadenceCard } from './CadenceCard';
import { placeOf } from './describeRoute';
import { HeartbeatIntervalField } from './HeartbeatIntervalField';
import { valueOrThrow, type QueryFailure } from './queryFailure';

interface Props {
  rule: CadenceRule;
  onBack(): void;
}

/** How notifications of one rule leave: a card for each way that they may take. */
export function RuleCadence({ rule, onBack }: Props) {
  const { grafana } = useServices();
  const [interval, setHeartbeatInterval] = useState<number>();
  const policies = useQuery<NotificationPolicy, QueryFailure>({
    queryKey: ['cadence-policies'],
    queryFn: async () => valueOrThrow(await grafana.readPolicies()),
  });
  const ways = policies.data ? cadencesOf(rule, policies.data) : [];
  return (
    <>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Button variant="secondary" size="sm" icon="arrow-left" onClick={onBack}>
          <Trans i18nKey="cadence.rule.back">Choose another rule</Trans>
        </Button>
        <Text element="h2" variant="h3">
          {rule.title}
        </Text>
        <Text color="secondary">{placeOf(rule)}</Text>
      </Stack>
      {rule.isPaused && (
        <Alert severity="info" title={t('cadence.rule.paused', 'This rule is paused and notifies nobody')} />
      )}
      <HeartbeatIntervalField value={interval} onChange={setHeartbeatInterval} />
      {policies.error && (
        <GrafanaErrorAlert
          error={policies.error.error}
          onRetry={() => void policies.refetch()}
          isRetrying={policies.isFetching}
        />
      )}
      {policies.isPending && <PageSkeleton lines={4} />}
      {ways.length > 1 && (
        <Text element="p">
          <Trans i18nKey="cadence.rule.several">Notifications of this rule may take several ways.</Trans>
        </Text>
      )}
      {ways.map((way, index) => (
        <CadenceCard key={index} cadence={way} interval={interval} />
      ))}
    </>
  );
}
