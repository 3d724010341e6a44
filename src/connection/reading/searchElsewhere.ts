import type { AlertState, GrafanaPort } from '../port/grafanaPort';
import type { Elsewhere } from './elsewhereTypes';

/** What was not found is searched for again at least this often, in milliseconds. */
export const SEARCH_AGAIN = 300_000;

/** At first sooner, as somebody may be making it right now; then each time after twice as long. */
const FIRST_AGAIN = 30_000;

/** Whether rules of these contact points are searched for at this moment, by the server's clock. */
export function isSearchDue(missing: readonly string[], now: number, before: Elsewhere | undefined): boolean {
  const followsPolicies = before?.policies !== undefined;
  if (missing.length === 0 && !followsPolicies) {
    return false;
  }
  const searched = before?.searched;
  const isNew = missing.some((name) => searched?.names.includes(name) !== true);
  const again = searched && Math.min(FIRST_AGAIN * 2 ** (searched.times - 1), SEARCH_AGAIN);
  return isNew || searched === undefined || now - searched.at >= (again ?? 0);
}

export function searchedNow(
  names: readonly string[],
  at: number,
  before: Elsewhere['searched']
): Elsewhere['searched'] {
  const isSame = names.every((name) => before?.names.includes(name));
  return { at, names, times: isSame ? (before?.times ?? 0) + 1 : 1 };
}

export type Alerts = Awaited<ReturnType<GrafanaPort['alertsTo']>>;

/** Uids of rules, each with those of the wanted contact points to which it sends. */
export type Senders = ReadonlyMap<string, readonly string[]>;

export interface Search {
  senders: Senders;
  hidden: Elsewhere['hidden'];
  alerts: Alerts | undefined;
}

/** Rules that send to the missing contact points, and those contact points of which nobody could tell. */
export async function searchFor(
  port: GrafanaPort,
  missing: readonly string[],
  names: readonly string[]
): Promise<Search> {
  const alerts = missing.length > 0 ? await port.alertsTo(missing) : undefined;
  const alerting = sendersOf(alerts?.ok ? alerts.value.value : [], names);
  const heardOf = [...alerting.values()].flat();
  const silent = missing.filter((name) => !heardOf.includes(name));
  const located = silent.length > 0 ? await port.locateRules(silent) : undefined;
  const error = located && !located.ok ? located.error : undefined;
  return {
    senders: new Map([
      ...alerting,
      ...(located?.ok ? located.value : []).map(({ uid, receiver }) => [uid, [receiver]] as const),
    ]),
    hidden: error ? silent.map((receiver) => ({ uid: undefined, receiver, error })) : [],
    alerts,
  };
}

/** The rules of these alerts. */
export const sendersOf = (alerts: readonly AlertState[], names: readonly string[]): Senders =>
  new Map(
    alerts
      .filter(({ ruleUid }) => ruleUid !== '')
      .map(({ ruleUid, receivers }) => [ruleUid, receivers.filter((name) => names.includes(name))])
  );
