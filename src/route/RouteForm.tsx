import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { useDeferredValue, useMemo, type FormEvent } from 'react';
import { BusyButton } from '../ui/BusyButton';
import type { Connection } from '../connection/ownership/connections';
import { missingRoutingRights } from '../connection/plan/routingRights';
import { contactPointNames, type GrafanaReading } from '../connection/reading/reading';
import { targetsOf } from '../connection/ownership/targetsOf';
import { receiversOf } from '../connection/routing/receiversOf';
import { grafanaPaths } from '../grafana/links';
import { useRights } from '../ui/data/useRights';
import { ExternalAlertmanagers } from '../ui/ExternalAlertmanagers';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { WriteErrorAlert } from '../ui/WriteErrorAlert';
import { MissingRights } from '../ui/MissingRights';
import { PageSkeleton } from '../ui/PageSkeleton';
import { useAlertmanagersReading } from '../ui/reading/useAlertmanagers';
import { ChoiceFields } from './ChoiceFields';
import type { RouteValues } from './choice';
import { Preview } from './Preview';
import { RouteOutcome } from './RouteOutcome';
import { useApplyRouting } from './useApplyRouting';
import { useRoutePlan } from './useRoutePlan';
import { useRouted, useRuleRouting, useTree } from './useRoutingData';

interface Props {
  reading: GrafanaReading;
  connection: Connection;
  values: RouteValues;
  onChange(change: Partial<RouteValues>): void;
}

/** Choose, look at what it comes to, and do it. */
export function RouteForm({ reading, connection, values, onChange }: Props) {
  const targets = useMemo(() => targetsOf(connection), [connection]);
  const receivers = useMemo(() => receiversOf(reading, undefined), [reading]);
  const isRule = values.kind === 'rule';
  const tree = useTree(reading);
  const routed = useRouted(reading, tree.data);
  const rule = useRuleRouting(isRule ? values.rule : '');
  // Counting takes half a second over 500 policies and thousands of rules; typing does not wait for it.
  const settled = useDeferredValue(values);
  const { alertmanagers, isAwaited } = useAlertmanagersReading(true);
  const plan = useRoutePlan(settled, {
    ...{ tree: tree.data, rule: rule.data },
    ...{ routed: routed.data, rules: routed.rules, openness: routed.openness },
    targets,
    receivers,
    isPastContactPoints: isAwaited ? undefined : alertmanagers?.choice === 'external',
  });
  const run = useApplyRouting();
  const { granted, doors } = useRights();
  const missing = missingRoutingRights(granted, doors, isRule);
  const needed = isRule ? rule : tree;
  const canApply =
    settled === values && plan.isChange && plan.obstacles.length === 0 && missing.length === 0 && !run.isRunning;
  const change = (more: Partial<RouteValues>) => {
    run.forget();
    onChange(more);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (canApply) {
      run.apply(plan, values.kind === 'nothing' || (isRule && values.ruleFollows));
    }
  };
  return (
    <form onSubmit={apply}>
      <Stack direction="column" gap={3}>
        <MissingRights missing={missing} />
        <ChoiceFields
          values={values}
          onChange={change}
          tree={tree.data}
          rules={routed.rules}
          targets={targets}
          receivers={receivers}
          contactPoints={contactPointNames(reading)}
          isDisabled={run.isRunning || missing.length > 0}
        />
        <Text element="h2" variant="h4">
          {t('route.preview.title', 'What changes')}
        </Text>
        <ExternalAlertmanagers />
        {needed.error && (
          <ReadErrorAlert
            error={needed.error.error}
            onRetry={() => void needed.refetch()}
            isRetrying={needed.isFetching}
          />
        )}
        {!needed.data && needed.isFetching && <PageSkeleton lines={4} />}
        {(needed.data || (isRule && values.rule === '')) && (
          <Preview
            plan={plan}
            kind={values.kind}
            countError={routed.error?.error}
            isCounting={routed.isFetching}
            onCountAgain={() => void routed.refetch()}
          />
        )}
        {run.error && (
          <WriteErrorAlert error={run.error} onRetry={() => void run.lookAgain()} isRetrying={run.isReadingAgain} />
        )}
        {run.done && <RouteOutcome done={run.done} onUndo={run.undo} />}
        <Stack direction="row" gap={2} wrap="wrap" alignItems="center">
          <BusyButton isBusy={run.isRunning} type="submit" disabled={!canApply && !run.isRunning}>
            {run.isRunning ? t('route.form.applying', 'In progress...') : t('route.form.apply', 'Apply')}
          </BusyButton>
          <TextLink inline={false} href={grafanaPaths.notificationPolicies()}>
            {t('route.form.policies', 'Notification policies in Grafana')}
          </TextLink>
        </Stack>
      </Stack>
    </form>
  );
}
