import { FOLDER } from '../desired/objects';
import type { FolderChoice, HeartbeatRule } from '../model';
import type {
  AlertState,
  FolderRules,
  GrafanaError,
  GrafanaPort,
  GrafanaResult,
  RuleStatus,
  Timed,
} from '../port/grafanaPort';
import type { Elsewhere, KnownPlace } from './elsewhereTypes';
import { pathOfFolder } from './folderPath';
import type { UnseenRule } from './reading';
import { routedByPolicy } from './routedByPolicy';
import type { Senders } from './searchElsewhere';

/** Where rules stand whose place is not known yet; those of the plugin's own folder are left out. */
export async function findPlaces(
  port: GrafanaPort,
  senders: Senders,
  known: readonly KnownPlace[]
): Promise<{ places: KnownPlace[]; hidden: Array<Elsewhere['hidden'][number]> }> {
  const answers = await Promise.all(
    [...senders].map(async ([uid, receivers]) => [receivers, uid, await port.placeOfRule(uid)] as const)
  );
  const folders = new Map<string, Promise<FolderChoice>>(
    known.map(({ folder }) => [folder.uid, Promise.resolve(folder)])
  );
  const places: KnownPlace[] = [];
  const hidden: Array<Elsewhere['hidden'][number]> = [];
  for (const [receivers, uid, answer] of answers) {
    if (!answer.ok) {
      hidden.push(...receivers.map((receiver) => ({ uid, receiver, error: answer.error })));
    } else if (answer.value && answer.value.folderUid !== FOLDER.uid) {
      const { folderUid } = answer.value;
      const folder = folders.get(folderUid) ?? pathOfFolder(port, folderUid);
      folders.set(folderUid, folder);
      places.push({ ...answer.value, receivers, folder: await folder });
    }
  }
  return { places, hidden };
}

/** A place, and what was read there. */
export interface ReadPlace {
  place: KnownPlace;
  group: Awaited<GrafanaResult<FolderRules>>;
  /** Undefined where the states of the same group are read already. */
  statuses: Awaited<GrafanaResult<Timed<RuleStatus[]>>> | undefined;
  /** Whether another place reads the same group. */
  isRepeated: boolean;
}

export async function readPlaces(port: GrafanaPort, places: readonly KnownPlace[]): Promise<ReadPlace[]> {
  const groups = new Map<string, GrafanaResult<FolderRules>>();
  return Promise.all(
    places.map(async (place) => {
      const key = JSON.stringify([place.folderUid, place.group]);
      const before = groups.get(key);
      const reading = before ?? port.readRuleGroup(place.folderUid, place.group);
      groups.set(key, reading);
      const [group, statuses] = await Promise.all([
        reading,
        before ? undefined : port.ruleStatuses(place.folderUid, place.group),
      ]);
      return { place, group, statuses, isRepeated: before !== undefined };
    })
  );
}

export type Policies = Awaited<ReturnType<GrafanaPort['readPolicies']>>;

/** The notification policies, where a rule follows them. */
export async function policiesFor(
  port: GrafanaPort,
  read: readonly ReadPlace[],
  known: Elsewhere['policies']
): Promise<Policies | undefined> {
  const isNeeded = read.some(({ place, group }) => group.ok && ruleAt(place, group.value)?.receiver === '');
  return !isNeeded ? undefined : known ? { ok: true, value: known } : port.readPolicies();
}

const ruleAt = ({ uid }: KnownPlace, { rules }: FolderRules) => rules.find((rule) => rule.uid === uid);

interface Attached {
  place: KnownPlace;
  rules: HeartbeatRule[];
  otherRules: FolderRules['otherRules'];
  unseen: UnseenRule[];
  isGone: boolean;
}

/** The rule of a place with the others of its group, or what keeps it from being seen. */
export function attached(
  { place, group, isRepeated }: ReadPlace,
  names: readonly string[],
  alerts: readonly AlertState[],
  policies?: Policies
): Attached {
  const hiddenBy = (error: GrafanaError): UnseenRule[] => place.receivers.map((receiver) => ({ receiver, error }));
  if (!group.ok) {
    return { place, rules: [], otherRules: [], unseen: hiddenBy(group.error), isGone: false };
  }
  const rule = ruleAt(place, group.value);
  const none = { place, rules: [], otherRules: [], unseen: [], isGone: false };
  if (!rule) {
    return { ...none, isGone: true };
  }
  if (rule.receiver === '' && policies && !policies.ok) {
    // Where its alerts go is known, how often they leave is not.
    return { ...none, unseen: hiddenBy(policies.error) };
  }
  const led = rule.receiver === '' ? place.receivers.find((name) => names.includes(name)) : undefined;
  const timed = led !== undefined && policies?.ok ? routedByPolicy(rule, place, led, policies.value) : undefined;
  // What the policies do not show, a rule that names a tree of its own for example, its alert may prove.
  const isProven = alerts.some(({ ruleUid, receivers }) => ruleUid === place.uid && receivers.includes(led ?? ''));
  const found: HeartbeatRule = {
    ...(timed ?? rule),
    whereabouts: { folder: place.folder, ...(led !== undefined && (timed || isProven) && { routedTo: led }) },
  };
  const mates = isRepeated ? [] : group.value.rules.filter((one) => one.uid !== place.uid);
  return { ...none, rules: [found, ...mates], otherRules: isRepeated ? [] : group.value.otherRules };
}
