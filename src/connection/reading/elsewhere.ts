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
import type { GrafanaReading, UnseenRule } from './reading';
import { routedByPolicy } from './routedByPolicy';

/** What was not found is searched for again at least this often, in milliseconds. */
export const SEARCH_AGAIN = 300_000;

/** At first sooner, as somebody may be making it right now; then each time after twice as long. */
const FIRST_AGAIN = 30_000;

type Hidden = Elsewhere['hidden'][number];

/**
 * Adds the heartbeat rules of other folders that send to these contact points. It asks for nothing as long as each of
 * them has a rule in the plugin's own folder. One that has none is searched for, and again every 5 minutes at least: by
 * its alerts, which a heartbeat always has, then among the rules, for a paused one. A rule that was found costs two
 * requests a refresh for its group and states, wherever it stands. What may not be seen is told as such, and never as
 * missing.
 */
export async function withElsewhere(
  port: GrafanaPort,
  base: GrafanaReading,
  names: readonly string[],
  before?: Elsewhere
): Promise<GrafanaReading> {
  const isHere = (uid: string) => base.rules.some((rule) => rule.uid === uid);
  const places = (before?.places ?? []).filter(
    ({ uid, receivers }) => !isHere(uid) && receivers.some((name) => names.includes(name))
  );
  const hidden = (before?.hidden ?? []).filter(({ receiver }) => names.includes(receiver));
  const isKnown = (uid: string) => isHere(uid) || [...places, ...hidden].some((one) => one.uid === uid);
  const told = base.alerts.filter(({ ruleUid, receivers }) => {
    return ruleUid !== '' && !isKnown(ruleUid) && receivers.some((name) => names.includes(name));
  });
  const served = [
    ...base.rules.map(({ receiver }) => receiver),
    ...[...places, ...told].flatMap(({ receivers }) => receivers),
  ];
  const missing = names.filter((name) => !served.includes(name));
  const followsPolicies = before?.policies !== undefined;
  const isDue = isSearchDue(missing, base.serverTime, before?.searched, followsPolicies);
  const search: Search = isDue ? await searchFor(port, missing, names) : { uids: new Map(), hidden, alerts: undefined };
  const byAlert = new Map(
    told.map(({ ruleUid, receivers }) => [ruleUid, receivers.filter((one) => names.includes(one))])
  );
  const found = await placesOf(port, new Map([...search.uids, ...byAlert]), isHere, places);
  const all = [...places, ...found.places];
  const unheard = places.filter(({ uid }) => !base.alerts.some(({ ruleUid }) => ruleUid === uid));
  const [read, heard] = await Promise.all([
    readPlaces(port, all),
    unheard.length > 0 ? port.alertsTo(unheard.flatMap(({ receivers }) => receivers)) : search.alerts,
  ]);
  const alerts = withAlerts(base.alerts, heard);
  const policies = await policiesFor(port, read, isDue ? undefined : before?.policies);
  const placed = read.map((one) => attached(one, names, alerts, policies));
  const nowHidden = [...search.hidden, ...found.hidden].filter((one) => !all.some(({ uid }) => uid === one.uid));
  const unseen: UnseenRule[] = [
    ...nowHidden.map(({ receiver, error }) => ({ receiver, error })),
    ...placed.flatMap((one) => one.unseen),
  ];
  const alertProblem = heard && !heard.ok ? heard.error : undefined;
  const statusProblem = read.flatMap(({ statuses }) => (statuses && !statuses.ok ? statuses.error : []))[0];
  const isLost = placed.some(({ isGone }) => isGone);
  return {
    ...base,
    rules: [...base.rules, ...placed.flatMap(({ rules }) => rules)],
    otherRules: [...base.otherRules, ...placed.flatMap(({ otherRules }) => otherRules)],
    ruleStatuses: [...base.ruleStatuses, ...read.flatMap(({ statuses }) => (statuses?.ok ? statuses.value.value : []))],
    alerts,
    problems: {
      ...(statusProblem && { ruleStatuses: statusProblem }),
      ...(alertProblem && all.length > 0 && { alerts: alertProblem }),
      ...base.problems,
    },
    ...(unseen.length > 0 && { unseen }),
    elsewhere: {
      places: placed.flatMap(({ place, isGone }) => (isGone ? [] : place)),
      hidden: nowHidden,
      // A rule that left its place is looked for at once.
      searched: isLost ? undefined : isDue ? searchedNow(missing, base.serverTime, before?.searched) : before?.searched,
      policies: policies?.ok ? policies.value : undefined,
    },
  };
}

function isSearchDue(
  missing: readonly string[],
  now: number,
  searched: Elsewhere['searched'],
  followsPolicies: boolean
): boolean {
  if (missing.length === 0 && !followsPolicies) {
    return false;
  }
  const isNew = missing.some((name) => searched?.names.includes(name) !== true);
  const again = searched && Math.min(FIRST_AGAIN * 2 ** (searched.times - 1), SEARCH_AGAIN);
  return isNew || searched === undefined || now - searched.at >= (again ?? 0);
}

function searchedNow(names: readonly string[], at: number, before: Elsewhere['searched']): Elsewhere['searched'] {
  const isSame = names.every((name) => before?.names.includes(name));
  return { at, names, times: isSame ? (before?.times ?? 0) + 1 : 1 };
}

type Alerts = Awaited<ReturnType<GrafanaPort['alertsTo']>>;

interface Search {
  uids: Map<string, string[]>;
  hidden: readonly Hidden[];
  alerts: Alerts | undefined;
}

function withAlerts(known: readonly AlertState[], more: Alerts | undefined): readonly AlertState[] {
  const others = more?.ok ? more.value.value : [];
  return [...known, ...others.filter(({ ruleUid }) => !known.some((one) => one.ruleUid === ruleUid))];
}

/** Uids of rules that send to these contact points, and those contact points of which nobody could tell. */
async function searchFor(port: GrafanaPort, missing: readonly string[], names: readonly string[]): Promise<Search> {
  const uids = new Map<string, string[]>();
  const alerts = missing.length > 0 ? await port.alertsTo(missing) : undefined;
  for (const { ruleUid, receivers } of alerts?.ok ? alerts.value.value : []) {
    if (ruleUid !== '') {
      uids.set(
        ruleUid,
        receivers.filter((name) => names.includes(name))
      );
    }
  }
  const silent = missing.filter((name) => ![...uids.values()].flat().includes(name));
  const located = silent.length > 0 ? await port.locateRules(silent) : undefined;
  for (const { uid, receiver } of located?.ok ? located.value : []) {
    uids.set(uid, [receiver]);
  }
  const error = located && !located.ok ? located.error : undefined;
  return { uids, hidden: error ? silent.map((receiver) => ({ uid: undefined, receiver, error })) : [], alerts };
}

async function placesOf(
  port: GrafanaPort,
  uids: ReadonlyMap<string, readonly string[]>,
  isHere: (uid: string) => boolean,
  known: readonly KnownPlace[]
): Promise<{ places: KnownPlace[]; hidden: Hidden[] }> {
  const wanted = [...uids].filter(([uid]) => !isHere(uid) && !known.some((place) => place.uid === uid));
  const answers = await Promise.all(
    wanted.map(async ([uid, receivers]) => [receivers, uid, await port.placeOfRule(uid)] as const)
  );
  const folders = new Map<string, Promise<FolderChoice>>(
    known.map(({ folder }) => [folder.uid, Promise.resolve(folder)])
  );
  const places: KnownPlace[] = [];
  const hidden: Hidden[] = [];
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

interface ReadPlace {
  place: KnownPlace;
  group: Awaited<GrafanaResult<FolderRules>>;
  /** Undefined where the states of the same group are read already. */
  statuses: Awaited<GrafanaResult<Timed<RuleStatus[]>>> | undefined;
  /** Whether another place reads the same group. */
  isRepeated: boolean;
}

async function readPlaces(port: GrafanaPort, places: readonly KnownPlace[]): Promise<ReadPlace[]> {
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

type Policies = Awaited<ReturnType<GrafanaPort['readPolicies']>>;

async function policiesFor(
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

function attached(
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
