import { alertUid, heartbeatUid, INTERVAL_ANNOTATION, isOurUid } from '../desired/objects';
import { connectionId, endpointOfUrl } from '../endpoint/identity';
import type { Endpoint, HeartbeatRule, Integration } from '../model';
import { companionsOf, type GrafanaObjects } from '../reading/reading';
import { arrivalOf } from '../endpoint/arrival';
import type { Gathered } from './gathered';
import { assignRules, isMarked } from './rules';

/** All objects in Grafana that belong to one IRM endpoint, whoever made them. */
export interface Connection {
  id: string;
  endpoint: Endpoint;
  /** The integration that sends alerts, normally the only one of its contact point. */
  alertContactPoint?: Integration;
  /** Further integrations that send alerts to the same endpoint. */
  otherAlertContactPoints: Integration[];
  heartbeatContactPoint?: Integration;
  otherHeartbeatContactPoints: Integration[];
  rule?: HeartbeatRule;
  /** Further rules that belong here, as after a repair beside a rule that somebody rerouted. */
  otherRules: HeartbeatRule[];
  /** Whether the plugin made or adopted any of the objects: one carries our uid, group or label. */
  isOurs: boolean;
  /** IRM's heartbeat interval in seconds as noted on the rule. */
  interval: number | undefined;
  /** The first thing that is missing, which is where the wizard goes on. */
  stage: 'contactPoint' | 'heartbeat' | 'rule' | 'complete';
}

/** Types whose `url` is where messages go; `oncall` is what the OnCall plugin made. */
const ADDRESSED_TYPES = ['webhook', 'oncall'];

/** Whether messages of an integration of this type go to the address that it stores. */
export const hasAddress = ({ type }: Pick<Integration, 'type'>): boolean => ADDRESSED_TYPES.includes(type);

/** What decides who owns what. */
type Owning = Pick<GrafanaObjects, 'integrations' | 'rules'>;

const known = new WeakMap<GrafanaObjects['integrations'], WeakMap<GrafanaObjects['rules'], Map<string, Connection>>>();

/**
 * Who owns what: every object of a reading belongs to one connection at most.
 *
 * The address decides first: an integration belongs to the endpoint that it sends to, whatever uid it carries, because
 * that is where its messages go. A heartbeat belongs to the integration whose token it carries, whatever type stands in
 * its path, because IRM does not look at that (04-heartbeat-internal-api.json, "signal with another type in the path").
 * Only an integration of ours whose URL is no address of IRM any longer is known by its uid. For rules see
 * `assignRules`. Grouped once for the same contact points and rules, so that a refresh that found nothing new in them
 * (`sharedWith`) has the same connections.
 */
export function connectionsOf(objects: Owning): Connection[] {
  return [...connectionsById(objects).values()];
}

/** The connection of one endpoint, undefined when nothing in Grafana points there. */
export const connectionOf = (endpoint: Endpoint, objects: Owning): Connection | undefined =>
  connectionsById(objects).get(connectionId(endpoint));

/** The connection of this id, undefined when there is none. */
export const connectionWithId = (id: string, objects: Owning): Connection | undefined =>
  connectionsById(objects).get(id);

function connectionsById(objects: Owning): Map<string, Connection> {
  const { integrations, rules } = objects;
  const byRules = known.get(integrations) ?? new WeakMap<GrafanaObjects['rules'], Map<string, Connection>>();
  known.set(integrations, byRules);
  const before = byRules.get(rules);
  if (before) {
    return before;
  }
  const gathered = gather(integrations);
  assignRules(gathered, rules);
  const connections = new Map([...gathered].map(([id, found]) => [id, toConnection(id, found, objects)]));
  byRules.set(rules, connections);
  return connections;
}

function gather(integrations: readonly Integration[]): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const byToken = new Map<string, string>();
  const aimed = integrations
    .filter(hasAddress)
    .map((integration) => ({ integration, target: endpointOfUrl(integration.url) }));
  const foundFor = (endpoint: Endpoint): Gathered => {
    const id = connectionId(endpoint);
    const found = gathered.get(id) ?? { endpoint, alerts: [], heartbeats: [], rules: [] };
    gathered.set(id, found);
    byToken.set(tokenKey(endpoint), byToken.get(tokenKey(endpoint)) ?? id);
    return found;
  };
  for (const { integration, target } of aimed) {
    if (target && !target.isHeartbeat) {
      addTo(foundFor(target.endpoint), integration, false);
    }
  }
  for (const { integration, target } of aimed) {
    if (target?.isHeartbeat) {
      const exact = gathered.get(connectionId(target.endpoint));
      const sameToken = gathered.get(byToken.get(tokenKey(target.endpoint)) ?? '');
      addTo(exact ?? sameToken ?? foundFor(target.endpoint), integration, true);
    }
  }
  for (const { integration, target } of aimed) {
    const owner = target ? undefined : gathered.get(/^irmc-([0-9a-f]{10})/.exec(integration.uid)?.[1] ?? '');
    if (owner && isOurUid(integration.uid)) {
      addTo(owner, integration, false);
    }
  }
  return gathered;
}

const tokenKey = ({ base, token }: Endpoint) => `${base}\n${token}`;

/** What one of ours is for stands in its uid, also when its address is the other one of the same endpoint. */
function addTo({ alerts, heartbeats }: Gathered, integration: Integration, isHeartbeat: boolean) {
  const isForBeats = isOurUid(integration.uid) ? integration.uid.endsWith('-hb') : isHeartbeat;
  (isForBeats ? heartbeats : alerts).push(integration);
}

function toConnection(id: string, found: Gathered, objects: Owning): Connection {
  const { endpoint } = found;
  const [alertContactPoint, ...otherAlertContactPoints] = ranked(found.alerts, alertUid(id), endpoint, false);
  const heartbeats = ranked(found.heartbeats, heartbeatUid(id), endpoint, true);
  // Beats sent through a contact point made by hand that has other integrations would reach those too.
  const heartbeatContactPoint = heartbeats.find((one) => isOurUid(one.uid) || !sharesItsName(one, objects));
  const [rule, ...otherRules] = found.rules;
  return {
    id,
    endpoint,
    ...(alertContactPoint && { alertContactPoint }),
    otherAlertContactPoints,
    ...(heartbeatContactPoint && { heartbeatContactPoint }),
    otherHeartbeatContactPoints: heartbeats.filter((one) => one !== heartbeatContactPoint),
    ...(rule && { rule }),
    otherRules,
    isOurs: [...found.alerts, ...heartbeats].some(({ uid }) => isOurUid(uid)) || found.rules.some(isMarked),
    interval: intervalOf(rule),
    stage: !alertContactPoint ? 'contactPoint' : !heartbeatContactPoint ? 'heartbeat' : !rule ? 'rule' : 'complete',
  };
}

/** Ours that IRM takes from, then others that it takes from, then ours that it refuses or whose URL is bent. */
function ranked(
  integrations: readonly Integration[],
  ourUid: string,
  { base, token }: Endpoint,
  isHeartbeat: boolean
): Integration[] {
  if (integrations.length < 2) {
    return [...integrations];
  }
  const rank = (integration: Integration) => {
    const { uid } = integration;
    const target = arrivalOf(integration);
    const arrives =
      target?.isHeartbeat === isHeartbeat && target.endpoint.base === base && target.endpoint.token === token;
    const byMaker = uid === ourUid ? 0 : isOurUid(uid) ? 1 : 2;
    return arrives ? byMaker : byMaker + 3;
  };
  return integrations
    .map((integration) => ({ integration, rank: rank(integration) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ integration }) => integration);
}

/** Whether other integrations, of whatever type, form one contact point with this one and so get the same messages. */
export const sharesItsName = (
  integration: Pick<Integration, 'uid' | 'name'>,
  objects: Pick<GrafanaObjects, 'integrations'>
): boolean => companionsOf(integration, objects).length > 0;

function intervalOf(rule: HeartbeatRule | undefined): number | undefined {
  const text = rule?.annotations[INTERVAL_ANNOTATION] ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
