import { alertIntegrationOf, heartbeatIntegrationOf, heartbeatRuleOf } from '../desired/build';
import { heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection } from '../model';
import type { GrafanaReading } from '../reading/reading';
import { USUAL_LIMITS } from '../timing/evaluation';
import { desiredConnection, endpoint, integration } from './fixtures';

/** The connection of this number, as a person would have asked for it. */
export function desiredOf(number: number): DesiredConnection {
  const own = { ...endpoint, token: `${String(number).padStart(8, '0')}LUL6EatRGTbhTAKmY` };
  const { heartbeat } = desiredConnection();
  return desiredConnection({
    endpoint: own,
    contactPoint: { name: `IRM team ${number}`, maxAlerts: 100, sendResolved: true },
    heartbeat: heartbeat && {
      ...heartbeat,
      url: heartbeatUrl(own),
      contactPointName: `IRM team ${number} heartbeat`,
    },
  });
}

/** A large Grafana: so many connections that are well, and so many contact points of others, all read at `time`. */
export function largeGrafana(connections: number, others: number, time: number): GrafanaReading {
  const all = Array.from({ length: connections }, (_, number) => desiredOf(number));
  const integrations = all.flatMap((one) => [alertIntegrationOf(one), heartbeatIntegrationOf(one) ?? []].flat());
  const rules = all.flatMap((one, number) => {
    const rule = heartbeatRuleOf(one);
    return rule ? { ...rule, uid: `rule-${number}`, version: 1, stored: {}, updatedAt: time - 86_400_000 } : [];
  });
  const foreign = Array.from({ length: others }, (_, number) =>
    integration({ uid: `other-${number}`, name: `Other ${number}`, url: `https://hooks.example.net/${number}` })
  );
  const never = { type: 'webhook', lastError: undefined, cause: undefined, sendResolved: false };
  return {
    integrations: [...integrations, ...foreign],
    folder: { state: 'present', title: 'IRM heartbeats' },
    rules,
    otherRules: [],
    evaluation: USUAL_LIMITS,
    ruleStatuses: rules.map(({ uid, group, title }) => ({
      uid,
      group,
      title,
      state: 'firing',
      health: 'ok',
      lastError: undefined,
      activeAt: time - 3_600_000,
      lastEvaluation: time - 5_000,
      isPaused: false,
    })),
    deliveries: [...integrations, ...foreign].map(({ name, uid }, number) => ({
      name,
      integrations: [{ ...never, lastAttempt: uid.endsWith('-hb') ? time - 1_000 * (number % 100) : undefined }],
    })),
    alerts: rules.map(({ uid, receiver }) => ({
      ruleUid: uid,
      state: 'active',
      silencedBy: [],
      inhibitedBy: [],
      receivers: [receiver],
      startsAt: time - 3_600_000,
      updatedAt: time - 5_000,
    })),
    problems: {},
    serverTime: time,
  };
}
