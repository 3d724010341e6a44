import { useEffect, useState } from 'react';
import { planResume } from '../../../connection/actions/pause';
import type { ApplyOutcome } from '../../../connection/apply/types';
import type { DrillMark } from '../../../connection/desired/drillMark';
import { drillFrom, phaseOf, type Drill, type DrillPhase } from '../../../connection/drill/drill';
import { isPausedBy, pausedByPlan, seenInGrafana, seenInIrm } from '../../../connection/drill/observe';
import type { IrmError } from '../../../connection/irm/irmPort';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { useReadGroupsAgain } from '../../../ui/irm/useReadGroupsAgain';
import { REFRESH_MS } from '../../../ui/reading/pace';
import { useReading } from '../../../ui/reading/useReading';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useAtTime } from '../../../ui/time/ServerClock';
import type { Live } from '../parts/useLive';
import { wentOverIn, type BegunDrill } from './begunDrill';
import { useDrillGroups } from './useDrillGroups';

/** Milliseconds between two looks at Grafana while the first beat is waited for, and between two tries to resume. */
const WATCH_MS = 2_000;
const RETRY_MS = 15_000;

/** A drill that this page runs or watches. */
export interface RunningDrill {
  drill: Drill;
  phase: DrillPhase;
  /** Why IRM's newest answer is missing. */
  irmError: IrmError | undefined;
  isResuming: boolean;
  /** How the last try to resume failed; undefined when it did not, or the heartbeat runs by now. */
  failure: ApplyOutcome | undefined;
  /** The pause or the resume went over what somebody else saved in the same moment. */
  wentOver: GrafanaError | undefined;
}

/**
 * Runs a drill to its end: watches Grafana and IRM, and resumes the heartbeat once IRM's alert came or the time for it
 * is over, whether IRM can be asked or not. What is known lives on this page alone; the mark on the rule does not.
 *
 * @param begun the drill that this page has just begun
 */
export function useDrill({ connection, data, health }: Live, begun: BegunDrill | undefined) {
  const interval = connection.interval ?? DEFAULT_HEARTBEAT_INTERVAL;
  const watched = (mark: DrillMark) => pausedByPlan(drillFrom(mark, interval), Date.now() + data.clockOffset);
  const [drill, setDrill] = useState(() => begun && watched(begun.mark));
  const [retryAt, setRetryAt] = useState(0);
  const phase = useAtTime((now) => drill && phaseOf(drill, now));
  const isUnderWay = phase !== undefined && phase.kind !== 'ended';
  useReading({ refreshMs: phase?.kind === 'restarting' ? WATCH_MS : REFRESH_MS, evenHidden: isUnderWay });

  const { reading } = data;
  const { found } = useIntegration(connection.endpoint);
  const integrationId = found?.kind === 'found' ? found.integration.id : undefined;
  const irm = useDrillGroups(drill, phase, integrationId);
  const readGroupsAgain = useReadGroupsAgain();
  const hasNewsOfIrm = phase?.kind === 'restarting' || phase?.kind === 'ended' ? phase.kind : undefined;
  useEffect(() => {
    // What the rest of the page shows of IRM is up to five minutes old.
    if (hasNewsOfIrm && integrationId !== undefined) {
      readGroupsAgain(integrationId);
    }
  }, [hasNewsOfIrm, integrationId, readGroupsAgain]);
  const seen = drill && withNews(drill);
  if (seen !== drill) {
    setDrill(seen);
  }

  function withNews(before: Drill): Drill {
    const grafana = { now: reading.serverTime, rule: connection.rule, lastBeat: health.lastBeat };
    const known = reading.problems.rules ? before : seenInGrafana(before, grafana);
    return irm.groups ? seenInIrm(known, irm.groups, irm.askedAt + data.clockOffset) : known;
  }

  const run = useApplyPlan(() => setRetryAt(Date.now() + data.clockOffset + RETRY_MS), { isByItself: true });
  const isPausedByUs = drill !== undefined && connection.rule !== undefined && isPausedBy(drill, connection.rule);
  const wantsResume = (phase?.kind === 'raised' || phase?.kind === 'unheard') && isPausedByUs;
  const mayTry = useAtTime((now) => now >= retryAt);
  const isTimeToResume = wantsResume && !run.isRunning && mayTry;
  const resume = () => run.apply(planResume(connection, reading).plan);
  useEffect(() => {
    if (isTimeToResume) {
      resume();
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made on what is known at that moment; a newer reading begins nothing again
  }, [isTimeToResume]);

  const running: RunningDrill | undefined = drill &&
    phase && {
      ...{ drill, phase, irmError: irm.error, isResuming: run.isRunning },
      failure: isPausedByUs && !run.isRunning && run.outcome?.result !== 'applied' ? run.outcome : undefined,
      wentOver:
        wentOverIn(run.outcome?.error) ?? (drill.startedAt === begun?.mark.startedAt ? begun.wentOver : undefined),
    };
  return {
    running,
    /** The heartbeat was paused with this mark by whoever began the drill. */
    watch: (mark: DrillMark) => setDrill(watched(mark)),
    resume,
    close: () => setDrill(undefined),
  };
}

export type DrillControl = ReturnType<typeof useDrill>;
