import type { AlertState, GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { Elsewhere } from './elsewhereTypes';
import { attached, findPlaces, policiesFor, readPlaces, type ReadPlace } from './places';
import type { GrafanaReading, UnseenRule } from './reading';
import { isSearchDue, searchedNow, searchFor, sendersOf, type Alerts, type Search } from './searchElsewhere';

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
  const { places, hidden, told, missing } = knownBefore(base, names, before);
  const isDue = isSearchDue(missing, base.serverTime, before);
  const search: Search = isDue
    ? await searchFor(port, missing, names)
    : { senders: new Map(), hidden, alerts: undefined };
  const isNew = ([uid]: readonly [string, unknown]) => !isHere(base, uid) && !places.some((one) => one.uid === uid);
  const found = await findPlaces(port, new Map([...search.senders, ...told].filter(isNew)), places);
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
  const isLost = placed.some(({ isGone }) => isGone);
  return {
    ...base,
    rules: [...base.rules, ...placed.flatMap(({ rules }) => rules)],
    otherRules: [...base.otherRules, ...placed.flatMap(({ otherRules }) => otherRules)],
    ruleStatuses: [...base.ruleStatuses, ...read.flatMap(({ statuses }) => (statuses?.ok ? statuses.value.value : []))],
    alerts,
    problems: { ...problemsOf(read, heard), ...base.problems },
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

const isHere = ({ rules }: GrafanaReading, uid: string) => rules.some((rule) => rule.uid === uid);

/** What earlier readings and this one's alerts tell of rules elsewhere, and the contact points that have none by that. */
function knownBefore(base: GrafanaReading, names: readonly string[], before?: Elsewhere) {
  const isWanted = (name: string) => names.includes(name);
  const places = (before?.places ?? []).filter(({ uid, receivers }) => !isHere(base, uid) && receivers.some(isWanted));
  const hidden = (before?.hidden ?? []).filter(({ receiver }) => isWanted(receiver));
  const isKnown = (uid: string) => isHere(base, uid) || [...places, ...hidden].some((one) => one.uid === uid);
  const told = base.alerts.filter(
    ({ ruleUid, receivers }) => ruleUid !== '' && !isKnown(ruleUid) && receivers.some(isWanted)
  );
  const served = [
    ...base.rules.map(({ receiver }) => receiver),
    ...[...places, ...told].flatMap(({ receivers }) => receivers),
  ];
  const missing = names.filter((name) => !served.includes(name));
  return { places, hidden, told: sendersOf(told, names), missing };
}

function withAlerts(known: readonly AlertState[], more: Alerts | undefined): readonly AlertState[] {
  const others = more?.ok ? more.value.value : [];
  return [...known, ...others.filter(({ ruleUid }) => !known.some((one) => one.ruleUid === ruleUid))];
}

/** Why states or alerts of rules elsewhere are not all there. */
function problemsOf(read: readonly ReadPlace[], heard: Alerts | undefined): GrafanaReading['problems'] {
  const statusProblem = read.flatMap(({ statuses }): GrafanaError[] =>
    statuses && !statuses.ok ? [statuses.error] : []
  )[0];
  return {
    ...(statusProblem && { ruleStatuses: statusProblem }),
    ...(heard && !heard.ok && read.length > 0 && { alerts: heard.error }),
  };
}
