import { comparedOnce } from './comparedOnce';
import { CONNECTION_LABEL, INTERVAL_ANNOTATION, ORIGIN_LABEL } from '../desired/objects';
import { endpointOfUrl, isHeartbeatUrlOf, sameEndpoint } from '../endpoint/identity';
import { isOursToChange, type HeartbeatRule, type Integration } from '../model';
import { sharesItsName, type Connection } from '../ownership/connections';
import { groupMates } from '../ownership/rules';
import { calculateTiming } from '../timing/calculateTiming';
import { isHeartbeatInterval } from '../timing/presets';
import { ACCESS_PARTS, has } from '../webhook/access';
import { refusedHeaders } from '../webhook/headers';
import { methodOf } from '../webhook/method';

/**
 * Whether a connection certainly has no drift, told without a plan, because a plan for each of a thousand takes a tenth
 * of a second. `false` says nothing: what is not plainly in order is left to the plan, which alone decides.
 */
export const isInOrder = comparedOnce((connection, objects): boolean => {
  const { id, alertContactPoint: alerts, heartbeatContactPoint: beats, rule, interval } = connection;
  return (
    alerts !== undefined &&
    beats !== undefined &&
    rule !== undefined &&
    interval !== undefined &&
    !objects.problems.rules &&
    isPlain(alerts) &&
    isPlain(beats) &&
    refusedHeaders(alerts.otherSettings, false).length === 0 &&
    refusedHeaders(beats.otherSettings, true).length === 0 &&
    reaches(alerts, connection) &&
    isHeartbeatUrlOf(connection.endpoint, beats.url) &&
    beats.disableResolveMessage &&
    !sharesItsName(beats, objects) &&
    ACCESS_PARTS.every((part) => !has(alerts.otherSettings, part) || has(beats.otherSettings, part)) &&
    isRuleInOrder(rule, id) &&
    rule.receiver === beats.name &&
    groupMates(rule, objects.rules, objects.otherRules).length === 0 &&
    isHeartbeatInterval(interval) &&
    calculateTiming(rule, interval, { evaluation: objects.evaluation }).verdict.level !== 'blocked'
  );
});

/** Nothing that a plan would mend, refuse or have to ask about. */
const isPlain = ({ name, maxAlerts, provenance, otherSettings }: Integration) =>
  name !== '' &&
  name === name.trim() &&
  Number.isSafeInteger(maxAlerts) &&
  maxAlerts >= 0 &&
  methodOf(otherSettings) === 'POST' &&
  isOursToChange(provenance);

function reaches({ url }: Integration, { endpoint }: Connection): boolean {
  const target = endpointOfUrl(url);
  return target !== undefined && target.works && !target.isHeartbeat && sameEndpoint(target.endpoint, endpoint);
}

const ANNOTATIONS = ['summary', 'description', INTERVAL_ANNOTATION, 'runbook_url'];

function isRuleInOrder(rule: HeartbeatRule, id: string): boolean {
  const { labels, annotations, scope } = rule;
  return (
    rule.title !== '' &&
    labels[CONNECTION_LABEL] === id &&
    labels['heartbeat'] !== undefined &&
    labels['severity'] !== undefined &&
    labels[ORIGIN_LABEL] !== undefined &&
    ANNOTATIONS.every((name) => annotations[name] !== undefined) &&
    (scope.kind === 'alerting' || (scope.kind === 'dataSource' && scope.dataSourceUid.trim() !== '')) &&
    rule.muteTimings.length === 0 &&
    rule.activeTimings.length === 0 &&
    !rule.isHalfSaved &&
    isOursToChange(rule.provenance)
  );
}
