import { alertUid, CONNECTION_LABEL, heartbeatUid, INTERVAL_ANNOTATION, ruleGroupOf } from '../desired/objects';
import { connectionId, endpointOfUrl } from '../endpoint/identity';
import type { Endpoint, HeartbeatRule, ObservedObjects, WebhookContactPoint } from '../model';

/** All objects in Grafana that belong to one IRM endpoint, whoever made them. */
export interface Connection {
  id: string;
  endpoint: Endpoint;
  alertContactPoint?: WebhookContactPoint;
  /** Further contact points that send alerts to the same endpoint. */
  otherAlertContactPoints: WebhookContactPoint[];
  heartbeatContactPoint?: WebhookContactPoint;
  otherHeartbeatContactPoints: WebhookContactPoint[];
  rule?: HeartbeatRule;
  /** Whether any of the objects carries our uid, group or label. */
  madeByPlugin: boolean;
  /** IRM's heartbeat interval in seconds as noted on the rule. */
  interval: number | undefined;
  /** The first thing that is missing, which is where the wizard goes on. */
  stage: 'contactPoint' | 'heartbeat' | 'rule' | 'complete';
}

interface Gathered {
  endpoint: Endpoint;
  alerts: WebhookContactPoint[];
  heartbeats: WebhookContactPoint[];
}

/**
 * Groups what Grafana holds by IRM endpoint. A heartbeat belongs to the integration whose token it carries, whatever
 * type stands in its path, because IRM does not look at that (04-heartbeat-internal-api.json, "signal with another
 * type in the path"). An object with our uid stays with its connection when somebody bent its URL, unless it then
 * serves another integration. Only rules in the plugin's folder are known.
 */
export function connectionsOf(observed: ObservedObjects): Connection[] {
  const gathered = new Map<string, Gathered>();
  const later: Array<{ contactPoint: WebhookContactPoint; endpoint: Endpoint | undefined }> = [];
  for (const contactPoint of observed.contactPoints) {
    const target = endpointOfUrl(contactPoint.url);
    if (target && !target.isHeartbeat && contactPoint.uid !== heartbeatUid(connectionId(target.endpoint))) {
      gatherFor(gathered, target.endpoint).alerts.push(contactPoint);
    } else {
      later.push({ contactPoint, endpoint: target?.endpoint });
    }
  }
  for (const { contactPoint, endpoint } of later) {
    assign(gathered, contactPoint, endpoint);
  }
  return [...gathered].map(([id, found]) => toConnection(id, found, observed));
}

function assign(gathered: Map<string, Gathered>, contactPoint: WebhookContactPoint, endpoint: Endpoint | undefined) {
  for (const [id, found] of gathered) {
    if (contactPoint.uid === heartbeatUid(id)) {
      found.heartbeats.push(contactPoint);
      return;
    }
    if (contactPoint.uid === alertUid(id) && (!endpoint || connectionId(endpoint) === id)) {
      found.alerts.push(contactPoint);
      return;
    }
  }
  if (endpoint) {
    const { base, token } = endpoint;
    const sameToken = [...gathered.values()].find((one) => one.endpoint.token === token && one.endpoint.base === base);
    (sameToken ?? gatherFor(gathered, endpoint)).heartbeats.push(contactPoint);
  }
}

/** The connection of one endpoint, undefined when nothing in Grafana points there. */
export function connectionOf(endpoint: Endpoint, observed: ObservedObjects): Connection | undefined {
  const id = connectionId(endpoint);
  return connectionsOf(observed).find((connection) => connection.id === id);
}

function gatherFor(gathered: Map<string, Gathered>, endpoint: Endpoint): Gathered {
  const id = connectionId(endpoint);
  const found = gathered.get(id) ?? { endpoint, alerts: [], heartbeats: [] };
  gathered.set(id, found);
  return found;
}

function toConnection(id: string, found: Gathered, observed: ObservedObjects): Connection {
  const [alertContactPoint, ...otherAlertContactPoints] = [...found.alerts].sort(
    byRank((one) => rankOf(one, alertUid(id), endpointUrlsOf(found.endpoint).alert))
  );
  const heartbeatRank = (one: WebhookContactPoint) =>
    rankOf(one, heartbeatUid(id), endpointUrlsOf(found.endpoint).beat);
  const heartbeats = [...found.heartbeats].sort(byRank(heartbeatRank));
  // Beats sent through a contact point made by hand that has other integrations would reach those too.
  const heartbeatContactPoint = heartbeats.find((one) => one.uid === heartbeatUid(id) || !sharesItsName(one, observed));
  const rule = ruleOf(id, heartbeatContactPoint, observed);
  return {
    id,
    endpoint: found.endpoint,
    ...(alertContactPoint && { alertContactPoint }),
    otherAlertContactPoints,
    ...(heartbeatContactPoint && { heartbeatContactPoint }),
    otherHeartbeatContactPoints: heartbeats.filter((one) => one !== heartbeatContactPoint),
    ...(rule && { rule }),
    madeByPlugin:
      alertContactPoint?.uid === alertUid(id) ||
      heartbeatContactPoint?.uid === heartbeatUid(id) ||
      (rule !== undefined && isRuleOf(rule, id)),
    interval: intervalOf(rule),
    stage: !alertContactPoint ? 'contactPoint' : !heartbeatContactPoint ? 'heartbeat' : !rule ? 'rule' : 'complete',
  };
}

const endpointUrlsOf = ({ base, token }: Endpoint) => {
  const aims = (url: string, isHeartbeat: boolean) => {
    const target = endpointOfUrl(url);
    return target?.isHeartbeat === isHeartbeat && target.endpoint.base === base && target.endpoint.token === token;
  };
  return { alert: (url: string) => aims(url, false), beat: (url: string) => aims(url, true) };
};

/** Ours with the right URL, then others with the right URL, then ours with a bent one. */
function rankOf({ uid, url }: WebhookContactPoint, ourUid: string, aimsRight: (url: string) => boolean): number {
  return aimsRight(url) ? (uid === ourUid ? 0 : 1) : 2;
}

const byRank = (rank: (one: WebhookContactPoint) => number) => (a: WebhookContactPoint, b: WebhookContactPoint) =>
  rank(a) - rank(b);

/** Whether another webhook integration forms one contact point with this one and so gets the same messages. */
export function sharesItsName({ uid, name }: WebhookContactPoint, observed: ObservedObjects): boolean {
  return observed.contactPoints.some((other) => other.name === name && other.uid !== uid);
}

/** Whether a rule carries a connection's group or label. */
export function isRuleOf(rule: HeartbeatRule, id: string): boolean {
  return rule.group === ruleGroupOf(id) || rule.labels[CONNECTION_LABEL] === id;
}

/** The rules that stand in one group with this one, without it. */
export function groupMates(rule: Pick<HeartbeatRule, 'uid' | 'folderUid' | 'group'>, rules: readonly HeartbeatRule[]) {
  return rules.filter(
    (other) => other.folderUid === rule.folderUid && other.group === rule.group && other.uid !== rule.uid
  );
}

/**
 * The rule of a connection, ours before others. One made by hand is only taken when it is alone in its group,
 * because groups are written as a whole.
 */
export function ruleOf(
  id: string,
  heartbeat: WebhookContactPoint | undefined,
  { rules }: ObservedObjects
): HeartbeatRule | undefined {
  return (
    rules.find((rule) => rule.group === ruleGroupOf(id) && rule.labels[CONNECTION_LABEL] === id) ??
    rules.find((rule) => rule.group === ruleGroupOf(id)) ??
    rules.find((rule) => rule.labels[CONNECTION_LABEL] === id) ??
    rules.find(
      (rule) =>
        heartbeat !== undefined &&
        rule.receiver === heartbeat.name &&
        rule.labels[CONNECTION_LABEL] === undefined &&
        groupMates(rule, rules).length === 0
    )
  );
}

function intervalOf(rule: HeartbeatRule | undefined): number | undefined {
  const text = rule?.annotations[INTERVAL_ANNOTATION] ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
