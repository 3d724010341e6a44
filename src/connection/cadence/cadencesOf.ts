import type { HeartbeatTiming } from '../model';
import { differingLabels, distinctSets } from './labelSets';
import { labelsOfAlert, labelsOfRule } from './matching';
import { policiesFor, resolveDefault, settle, type Found, type Resolved, type TimingSource } from './policyWalk';
import type { CadenceRule, LabelMatcher, LabelSet, NotificationPolicy, NotificationTiming, RuleAlerts } from './types';

/**
 * Why a way is not certain: the rule has no alert that would tell its labels; only some of its alerts take the way; it
 * has more alerts than were read; or a policy's regular expression cannot be evaluated here.
 */
export type Doubt = 'noAlerts' | 'someAlerts' | 'moreAlerts' | 'pattern';

/** How notifications of a rule leave by one way: direct routing, or the matchers on the way to a policy. */
export type Cadence = Calculated &
  ({ kind: 'direct' } | { kind: 'policy'; path: ReadonlyArray<readonly LabelMatcher[]> });

interface Calculated {
  /** Name of the contact point. */
  receiver: string;
  timing: HeartbeatTiming;
  sources: Record<keyof NotificationTiming, TimingSource>;
  isCertain: boolean;
  doubt: Doubt | undefined;
  /** With the doubt `someAlerts`: the alerts that take this way, by those labels in which the rule's alerts differ. */
  labelSets: readonly LabelSet[];
}

/** A tree of policies other than the default one, whose policies the provisioning API does not show. */
export interface OtherTree {
  kind: 'policyTree';
  name: string;
  isCertain: false;
}

/**
 * The ways that notifications of a rule take and their timing. A rule with direct routing has one, and takes what it
 * does not say from the default policy; any other has one for each policy that its alerts match, each label set on its
 * own. Without alerts, or beyond those that were read, the labels that the rule itself sets decide as far as they can.
 */
export function cadencesOf(
  rule: CadenceRule,
  alerts: RuleAlerts,
  defaultPolicy: NotificationPolicy
): Array<Cadence | OtherTree> {
  if (rule.direct) {
    const { receiver } = rule.direct;
    const settled = settle(rule.direct, resolveDefault(defaultPolicy).settled, 'rule');
    return [{ kind: 'direct', ...calculated(rule, { receiver, settled, path: [] }), ...CERTAIN }];
  }
  if (rule.policyTree !== undefined) {
    return [{ kind: 'policyTree', name: rule.policyTree, isCertain: false }];
  }
  return waysByPolicy(rule, alerts, defaultPolicy);
}

const CERTAIN = { isCertain: true, doubt: undefined, labelSets: [] };

/** One way, with what each label set and the rule's own labels say of it. */
interface Tally {
  resolved: Resolved;
  /** Indices of the label sets that take it, or may. */
  takenBy: number[];
  isSureOfAll: boolean;
  /** Whether every alert takes it that the rule may ever have. */
  isSureOfRule: boolean;
}

function waysByPolicy(rule: CadenceRule, alerts: RuleAlerts, defaultPolicy: NotificationPolicy): Cadence[] {
  const sets = distinctSets(alerts.labelSets);
  const isBeyondRead = sets.length === 0 || !alerts.areAll;
  const ways = new Map<string, Tally>();
  const tally = ({ resolved }: Found): Tally => {
    const key = JSON.stringify(resolved);
    const known = ways.get(key) ?? { resolved, takenBy: [], isSureOfAll: true, isSureOfRule: false };
    ways.set(key, known);
    return known;
  };
  sets.forEach((set, index) => {
    for (const found of merged(policiesFor(defaultPolicy, labelsOfAlert(set)))) {
      const way = tally(found);
      way.takenBy.push(index);
      way.isSureOfAll &&= found.isCertain;
    }
  });
  if (isBeyondRead) {
    for (const found of merged(policiesFor(defaultPolicy, labelsOfRule(rule)))) {
      tally(found).isSureOfRule = found.isCertain;
    }
  }

  const shownSets = differingLabels(sets);
  return [...ways.values()].map((way) => {
    const doubt = doubtOf(way, sets.length, isBeyondRead);
    return {
      kind: 'policy',
      path: way.resolved.path,
      ...calculated(rule, way.resolved),
      isCertain: doubt === undefined,
      doubt,
      labelSets: doubt === 'someAlerts' ? shownSets.filter((_, index) => way.takenBy.includes(index)) : [],
    };
  });
}

/** Equal ways of one label set, certain when one of them is. */
function merged(found: readonly Found[]): Found[] {
  const byWay = new Map<string, Found>();
  for (const { resolved, isCertain } of found) {
    const key = JSON.stringify(resolved);
    byWay.set(key, { resolved, isCertain: isCertain || byWay.get(key)?.isCertain === true });
  }
  return [...byWay.values()];
}

function doubtOf(way: Tally, alertCount: number, isBeyondRead: boolean): Doubt | undefined {
  if (alertCount === 0) {
    return way.isSureOfRule ? undefined : 'noAlerts';
  }
  if (way.takenBy.length > 0 && way.takenBy.length < alertCount) {
    return 'someAlerts';
  }
  if (way.takenBy.length === 0 || (isBeyondRead && !way.isSureOfRule)) {
    return 'moreAlerts';
  }
  return way.isSureOfAll ? undefined : 'pattern';
}

function calculated({ evaluationInterval, pendingPeriod }: CadenceRule, { receiver, settled }: Resolved) {
  const { groupWait, groupInterval, repeatInterval } = settled;
  return {
    receiver,
    timing: {
      evaluationInterval,
      pendingPeriod,
      groupWait: groupWait.value,
      groupInterval: groupInterval.value,
      repeatInterval: repeatInterval.value,
    },
    sources: {
      groupWait: groupWait.source,
      groupInterval: groupInterval.source,
      repeatInterval: repeatInterval.source,
    },
  };
}
