import { freeName, suggestHeartbeatName } from '../desired/names';
import { isHeartbeatUrlOf } from '../endpoint/identity';
import { heartbeatUrl } from '../endpoint/integrationPath';
import { readHeartbeatUrl } from '../endpoint/readHeartbeatUrl';
import type { DesiredConnection, DesiredHeartbeat, Endpoint } from '../model';
import type { Connection } from '../ownership/connections';
import { desiredFrom } from '../ownership/desiredFrom';
import { contactPointNames, isContactPointName, type GrafanaObjects } from '../reading/reading';
import { calculateTiming } from '../timing/calculateTiming';
import { HEARTBEAT_INTERVALS, isHeartbeatInterval, proposeTiming } from '../timing/presets';

/**
 * What to ask for so that a connection holds again: as it stands, with only that replaced which cannot be. A timing
 * that a person chose stays as long as it holds; a heartbeat address of another integration gives way to the
 * connection's own. An interval that IRM does not offer becomes the next shorter one: more beats than needed
 * do no harm. A contact point that is gone gets its old name back where that can be told.
 */
export function repairedDesired(connection: Connection, objects: GrafanaObjects): DesiredConnection {
  const desired = desiredFrom(connection, objects.evaluation);
  const { heartbeat } = desired;
  const contactPoint = connection.alertContactPoint
    ? desired.contactPoint
    : { ...desired.contactPoint, name: nameForAlerts(connection, contactPointNames(objects)) };
  return {
    ...desired,
    contactPoint,
    heartbeat: heartbeat && repairedHeartbeat(heartbeat, connection, objects, contactPoint.name),
  };
}

function repairedHeartbeat(
  heartbeat: DesiredHeartbeat,
  { endpoint, heartbeatContactPoint, rule }: Connection,
  objects: GrafanaObjects,
  alertName: string
): DesiredHeartbeat {
  const { evaluation } = objects;
  const interval = offeredInterval(heartbeat.interval);
  const isBlocked = calculateTiming(heartbeat.timing, interval, { evaluation }).verdict.level === 'blocked';
  const lostName =
    rule && rule.receiver !== '' && !isContactPointName(rule.receiver, objects) ? rule.receiver : undefined;
  return {
    ...heartbeat,
    interval,
    contactPointName:
      heartbeatContactPoint?.name ??
      lostName ??
      suggestHeartbeatName(alertName, [...contactPointNames(objects), alertName]),
    timing: isBlocked ? proposeTiming(interval, evaluation) : heartbeat.timing,
    url: isHeartbeatUrlOf(endpoint, heartbeat.url) ? heartbeat.url : repairedUrl(heartbeat.url, endpoint),
  };
}

function repairedUrl(url: string, endpoint: Endpoint): string {
  const reading = readHeartbeatUrl(url, endpoint);
  return reading.ok ? reading.url : heartbeatUrl(endpoint);
}

/** The name of the heartbeat contact point without its last word, which is how the plugin names the pair. */
function nameForAlerts({ heartbeatContactPoint }: Connection, names: readonly string[]): string {
  const name = heartbeatContactPoint?.name.replace(/\s*heartbeat$/i, '').trim();
  return freeName(name ? name : 'Grafana IRM', names);
}

/** The longest interval that IRM offers and that is not longer than the given one. Seconds. */
function offeredInterval(interval: number): number {
  return isHeartbeatInterval(interval)
    ? interval
    : HEARTBEAT_INTERVALS.reduce((best: number, offered) => (offered <= interval ? offered : best), 60);
}
