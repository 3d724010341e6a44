import { CONNECTION_LABEL, INTERVAL_ANNOTATION, ORIGIN, ORIGIN_LABEL } from '../desired/objects';
import { groupedBy } from '../grouped';
import type { HeartbeatRule, OtherRule } from '../model';
import { rulesTo, type GrafanaObjects } from '../reading/reading';
import type { Gathered } from './gathered';

const placeOf = ({ folderUid, group }: Pick<HeartbeatRule, 'folderUid' | 'group'>) => `${folderUid}\n${group}`;
const ofGroup = groupedBy<HeartbeatRule | OtherRule>(placeOf);

/** Whether the plugin made or adopted a rule: it carries our label, or stands in a group that only we name so. */
export const isMarked = (rule: Pick<HeartbeatRule, 'group' | 'labels'>): boolean =>
  rule.labels[CONNECTION_LABEL] !== undefined || groupId(rule) !== '';

/** Whether somebody put a rule of their own into the group of one that carries our label; it stays theirs. */
export const isGuest = (rule: HeartbeatRule, rules: readonly HeartbeatRule[]): boolean =>
  rule.labels[CONNECTION_LABEL] === undefined &&
  groupId(rule) !== '' &&
  ofGroup(rules, placeOf(rule)).some((other) => 'labels' in other && other.labels[CONNECTION_LABEL] !== undefined);

/**
 * The rules that were read, send to the contact point of this name, and are heartbeats of the plugin's, be it the wrong
 * contact point. Those that others made in the plugin's folder, or in the group of a heartbeat, are none.
 */
export const heartbeatsTo = (name: string, objects: Pick<GrafanaObjects, 'rules'>): HeartbeatRule[] =>
  rulesTo(name, objects).filter(
    (rule) =>
      (isMarked(rule) && !isGuest(rule, objects.rules)) ||
      rule.annotations[INTERVAL_ANNOTATION] !== undefined ||
      rule.labels[ORIGIN_LABEL] === ORIGIN
  );

/** Whether a rule came from another connection, whose endpoint was replaced by this one: its group tells. */
export const isRotated = (rule: Pick<HeartbeatRule, 'group'>, id: string): boolean =>
  groupId(rule) !== '' && groupId(rule) !== id;

/** The rules that stand in one group with this one, without it. */
export function groupMates(
  rule: Pick<HeartbeatRule, 'uid' | 'folderUid' | 'group'>,
  ...lists: ReadonlyArray<ReadonlyArray<HeartbeatRule | OtherRule>>
): Array<HeartbeatRule | OtherRule> {
  return lists.flatMap((rules) => ofGroup(rules, placeOf(rule))).filter((other) => other.uid !== rule.uid);
}

/**
 * Gives every heartbeat rule to one connection at most, in this order: the connection to whose heartbeat it sends, the
 * one that its label names, the one that its group is called after. Label and group count only for connections that
 * exist, and the group only where the label is silent and no labelled rule stands in it.
 *
 * Address and label can disagree. After a rotation that broke off, or one that was made while somebody put the old
 * address back, the address is right; where the addressed connection has a rule of its own, somebody rerouted this
 * one, and it stays with the connection that its label names, whose repair sends it back.
 *
 * The first rule of a connection is the one that is managed: marked ones before others.
 */
export function assignRules(gathered: ReadonlyMap<string, Gathered>, rules: readonly HeartbeatRule[]): void {
  const beatsTo = ownersOfHeartbeats(gathered);
  const disputed: Array<{ rule: HeartbeatRule; addressed: Gathered; labelled: Gathered }> = [];
  for (const rule of rules) {
    const addressedId = beatsTo.get(receiverOf(rule));
    const addressed = addressedId === undefined ? undefined : gathered.get(addressedId);
    const label = rule.labels[CONNECTION_LABEL];
    const labelled = label === undefined ? undefined : gathered.get(label);
    if (addressed && labelled && addressed !== labelled) {
      disputed.push({ rule, addressed, labelled });
      continue;
    }
    const owner =
      addressed ?? labelled ?? (label === undefined && !isGuest(rule, rules) ? gathered.get(groupId(rule)) : undefined);
    if (owner && (owner !== addressed || labelled || !isGuest(rule, rules))) {
      owner.rules.push(rule);
    }
  }
  for (const { rule, addressed, labelled } of disputed) {
    (addressed.rules.length === 0 ? addressed : labelled).rules.push(rule);
  }
  for (const [id, found] of gathered) {
    found.rules.sort((a, b) => rank(a, id) - rank(b, id));
  }
}

/** The contact point to which a rule sends, by itself or through the notification policies; '' where that is not known. */
export const receiverOf = ({ receiver, whereabouts }: Pick<HeartbeatRule, 'receiver' | 'whereabouts'>): string =>
  receiver || (whereabouts?.routedTo ?? '');

/** By name of the contact point; a name whose integrations beat for several connections tells nothing. */
function ownersOfHeartbeats(gathered: ReadonlyMap<string, Gathered>): ReadonlyMap<string, string | undefined> {
  const owners = new Map<string, string | undefined>();
  for (const [id, { heartbeats }] of gathered) {
    for (const { name } of heartbeats) {
      owners.set(name, owners.has(name) && owners.get(name) !== id ? undefined : id);
    }
  }
  return owners;
}

const groupId = ({ group }: Pick<HeartbeatRule, 'group'>) => /^irmc-([0-9a-f]{10})(-\d+)?$/.exec(group)?.[1] ?? '';

function rank(rule: HeartbeatRule, id: string): number {
  const isLabelled = rule.labels[CONNECTION_LABEL] === id;
  const isInGroup = groupId(rule) === id;
  return isLabelled && isInGroup ? 0 : isLabelled ? 1 : isInGroup ? 2 : groupId(rule) !== '' ? 3 : 4;
}
