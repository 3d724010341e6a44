import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ApplyOutcome } from '../../../connection/apply/types';
import { TEST_LABEL } from '../../../connection/desired/objects';
import { replicasKnown } from '../../../connection/health/memory';
import type { IrmError } from '../../../connection/irm/irmPort';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { lookAtRealAlert, seenInGrafana, seenInIrm, seenRule } from '../../../connection/real-alert/observe';
import { planEndOfRealAlerts } from '../../../connection/real-alert/plans';
import { phaseOf, realAlertFrom, type RealAlert, type RealAlertPhase } from '../../../connection/real-alert/realAlert';
import { useServices } from '../../../ui/data/services';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { useReadGroupsAgain } from '../../../ui/irm/useReadGroupsAgain';
import { useReading } from '../../../ui/reading/useReading';
import { useAtTime } from '../../../ui/time/ServerClock';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useMissingRights } from '../../../ui/useMissingRights';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import { useAlertGroup } from './useAlertGroup';

/** Milliseconds between two looks at Grafana, and between two tries to delete the rule. */
const WATCH_MS = 2_500;
const RETRY_MS = 15_000;

export interface RunningAlert {
  alert: RealAlert;
  phase: RealAlertPhase;
  /** Whether IRM can be asked for the alert. */
  asksIrm: boolean;
  irmError: IrmError | undefined;
  /** Why parts of Grafana cannot be seen at the moment. */
  problems: readonly GrafanaError[];
  isEnding: boolean;
  /** How the last try to delete the rule failed; undefined when it did not. */
  failure: ApplyOutcome | undefined;
  /** Permissions that are missing to delete the rule. */
  missing: readonly string[];
  stop(): void;
}

/**
 * Follows a real alert to its end: watches Grafana and IRM, and deletes the rule once the alert came or the time for it
 * is over. What was seen lives on this page alone; the mark on the rule does not, so that any page goes on from there.
 */
export function useRealAlert({ connection, data }: Live, { mark, testId }: BegunAlert): RunningAlert {
  const { grafana, irm } = useServices();
  const { reading } = data;
  const [alert, setAlert] = useState(() => {
    const contactPoints = [connection.alertContactPoint, ...connection.otherAlertContactPoints].flatMap(
      (one) => one ?? []
    );
    return realAlertFrom({
      ...{ mark, testId, evaluation: reading.evaluation, replicas: replicasKnown(data.memory) },
      targets: [...new Set(contactPoints.map(({ name }) => name))],
      sendsResolved: contactPoints.every(({ disableResolveMessage }) => !disableResolveMessage),
    });
  });
  const found = reading.realAlertRules?.find(({ labels }) => labels[TEST_LABEL] === testId);
  const [lastFound, setLastFound] = useState(found);
  if (found && found !== lastFound) {
    setLastFound(found);
  }
  const rule = found ?? lastFound;

  const integration = useIntegration(connection.endpoint);
  const asksIrm = irm !== undefined && (!integration.found || integration.found.kind === 'found');
  const integrationId = integration.found?.kind === 'found' ? integration.found.integration.id : undefined;
  const phase = useAtTime((now) => phaseOf(alert, now, asksIrm));
  const isUnderWay = alert.endedAt === undefined;
  useReading({ evenHidden: isUnderWay });

  const watch = useQuery({
    queryKey: ['real-alert', testId],
    queryFn: () => lookAtRealAlert(grafana, { mark, testId }),
    enabled: isUnderWay,
    refetchInterval: WATCH_MS,
    refetchIntervalInBackground: true,
    structuralSharing: false,
  });
  const inIrm = useAlertGroup({ alert, phase, integrationId });

  const seen = withNews(alert);
  if (seen !== alert) {
    setAlert(seen);
  }

  function withNews(before: RealAlert): RealAlert {
    const known = watch.data ? seenInGrafana(before, watch.data) : before;
    const shown = reading.problems.rules ? known : seenRule(known, found !== undefined, reading.serverTime);
    return inIrm.seen ? seenInIrm(shown, inIrm.seen, inIrm.askedAt + data.clockOffset) : shown;
  }

  const readGroupsAgain = useReadGroupsAgain();
  const isOver = phase.kind === 'ended';
  useEffect(() => {
    // What the rest of the page shows of IRM is up to five minutes old.
    if (isOver && integrationId !== undefined) {
      readGroupsAgain(integrationId);
    }
  }, [isOver, integrationId, readGroupsAgain]);

  const [retryAt, setRetryAt] = useState(0);
  const run = useApplyPlan(() => setRetryAt(Date.now() + data.clockOffset + RETRY_MS), { isByItself: true });
  const end = planEndOfRealAlerts(rule ? [rule] : [], reading);
  const missing = useMissingRights(end);
  const mayTry = useAtTime((now) => now >= retryAt);
  const isTimeToEnd = phase.kind === 'ending' && rule !== undefined && missing.length === 0 && !run.isRunning && mayTry;
  useEffect(() => {
    if (isTimeToEnd) {
      run.apply(end);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made on what is known at that moment; a newer reading begins nothing again
  }, [isTimeToEnd]);

  return {
    ...{ alert, phase, asksIrm, missing },
    irmError: isOver ? undefined : (inIrm.error ?? integration.error),
    problems: isUnderWay ? (watch.data?.problems ?? []) : [],
    isEnding: run.isRunning,
    failure: isUnderWay && !run.isRunning && run.outcome?.result !== 'applied' ? run.outcome : undefined,
    stop: () => setAlert((before) => ({ ...before, isStopped: true })),
  };
}
