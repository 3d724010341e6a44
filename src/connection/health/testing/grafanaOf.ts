import { desiredConnection, otherEndpoint } from '../../testing/fixtures';
import type { GrafanaReading } from '../../reading/reading';
import { readingOf, type Scene } from './scene';

/** Several scenes as one Grafana, each connection with an endpoint, names and a rule of its own. */
export function grafanaOf(scenes: Record<string, Scene>): GrafanaReading {
  const readings = Object.entries(scenes).map(([name, scene]) => {
    const endpoint = { ...otherEndpoint, token: `Token${name}` };
    const heartbeat = desiredConnection({ endpoint }).heartbeat;
    const desired = desiredConnection({
      endpoint,
      contactPoint: { name, maxAlerts: 0, sendResolved: true },
      heartbeat: heartbeat && { ...heartbeat, contactPointName: `${name} heartbeat` },
    });
    const rule = scene.rule === null ? null : { ...scene.rule, uid: name };
    return readingOf({
      ...scene,
      desired,
      rule,
      status: { ...scene.status, uid: name },
      alert: { ...scene.alert, ruleUid: name },
    });
  });
  const all = <T>(read: (reading: GrafanaReading) => readonly T[]) => readings.flatMap(read);
  return {
    ...readingOf(),
    integrations: all(({ integrations }) => integrations),
    rules: all(({ rules }) => rules),
    ruleStatuses: all(({ ruleStatuses }) => ruleStatuses),
    deliveries: all(({ deliveries }) => deliveries),
    alerts: all(({ alerts }) => alerts),
  };
}
