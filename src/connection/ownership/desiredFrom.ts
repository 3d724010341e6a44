import { PROPOSED_MAX_ALERTS } from '../desired/objects';
import { suggestContactPointName, suggestHeartbeatName } from '../desired/names';
import { heartbeatUrl } from '../endpoint/integrationPath';
import { isLocked, type DesiredConnection, type DesiredHeartbeat, type HeartbeatRule } from '../model';
import { USUAL_LIMITS, type EvaluationLimits } from '../timing/evaluation';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../timing/presets';
import type { Connection } from './connections';

/**
 * What a person would have to ask for to get this connection as it stands, with proposals for what is missing.
 * The base of adoption, repair and changes. An expression that the plugin does not know becomes "Alerting only".
 */
export function desiredFrom(connection: Connection, evaluation: EvaluationLimits = USUAL_LIMITS): DesiredConnection {
  const { alertContactPoint, endpoint, heartbeatContactPoint, rule } = connection;
  const first = alertContactPoint ?? heartbeatContactPoint ?? rule;
  const name = alertContactPoint?.name ?? suggestContactPointName('', namesOf(connection));
  return {
    endpoint,
    contactPoint: {
      name,
      maxAlerts: alertContactPoint?.maxAlerts ?? PROPOSED_MAX_ALERTS,
      sendResolved: !(alertContactPoint?.disableResolveMessage ?? false),
    },
    editability: first && isLocked(first) ? 'locked' : 'editable',
    heartbeat: heartbeatContactPoint || rule ? heartbeatFrom(connection, name, evaluation) : undefined,
  };
}

function heartbeatFrom(connection: Connection, alertName: string, evaluation: EvaluationLimits): DesiredHeartbeat {
  const { endpoint, heartbeatContactPoint, rule } = connection;
  const interval = connection.interval ?? DEFAULT_HEARTBEAT_INTERVAL;
  return {
    url: heartbeatContactPoint?.url ?? heartbeatUrl(endpoint),
    contactPointName: heartbeatContactPoint?.name ?? suggestHeartbeatName(alertName, namesOf(connection)),
    interval,
    scope: rule && rule.scope.kind !== 'other' ? rule.scope : { kind: 'alerting' },
    timing: rule ? timingOf(rule) : proposeTiming(interval, evaluation),
  };
}

function timingOf({ evaluationInterval, pendingPeriod, groupWait, groupInterval, repeatInterval }: HeartbeatRule) {
  return { evaluationInterval, pendingPeriod, groupWait, groupInterval, repeatInterval };
}

const namesOf = ({ otherAlertContactPoints, otherHeartbeatContactPoints, heartbeatContactPoint }: Connection) =>
  [heartbeatContactPoint, ...otherAlertContactPoints, ...otherHeartbeatContactPoints].flatMap((one) => one?.name ?? []);
