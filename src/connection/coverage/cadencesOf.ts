import type { HeartbeatTiming } from '../model';
import { labelsOfAlert, labelsOfRule } from '../policies/matching';
import { settle, type CompiledPolicy, type Resolved, type TimingSource } from '../policies/compilePolicies';
import { policiesFor, type Found } from '../policies/policyWalk';
import type {
  AlertRule,
  DirectRouting,
  LabelMatcher,
  LabelSet,
  NotificationTiming,
  RuleAlerts,
} from '../policies/types';

/**
 * Why a way is not certain: the rule has no alert that would tell its labels; only some of its alerts take the way; it
 * has more alerts than were read; all alerts of now take it, but others need not; or a policy's regular expression
 * cannot be evaluated here.
 */
export type Doubt = 'noAlerts' | 'someAlerts' | 'moreAlerts' | 'alertsOfNow' | 'pattern';

/** How notifications of a rule leave by one way: direct routing, or the matchers on the way to a policy. */
export type Cadence = Calculated & WayKind & Doubted;

export type WayKind = { kind: 'direct' } | { kind: 'policy'; path: ReadonlyArray<readonly LabelMatcher[]> };

/** Where a way leads, and when notifications leave on it. */
export interface Calculated {
  /** Name of the contact point. */
  receiver: string;
  timing: HeartbeatTiming;
  sources: Record<keyof NotificationTiming, TimingSource>;
  /** Names of time intervals that hold notifications back. */
  muteTimings: readonly string[];
  /** Names of time intervals outside of which nothing is sent; none means always. */
  activeTimings: readonly string[];
}

interface Doubted {
  /** Whether every alert takes it that the rule may ever have. */
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
  rule: AlertRule,
  alerts: RuleAlerts,
  defaultPolicy: CompiledPolicy
): Array<Cadence | OtherTree> {
  if (rule.direct) {
    return [{ ...directWay(rule, rule.direct, defaultPolicy), isCertain: true, doubt: undefined, labelSets: [] }];
  }
  if (rule.policyTree !== undefined) {
    return [{ kind: 'policyTree', name: rule.policyTree, isCertain: false }];
  }
  return waysByPolicy(rule, alerts, defaultPolicy);
}

/** The one way of a rule that chooses its contact point. */
export function directWay(rule: AlertRule, direct: DirectRouting, defaultPolicy: CompiledPolicy) {
  const { receiver, muteTimings = [], activeTimings = [] } = direct;
  const settled = settle(direct, defaultPolicy.resolved.settled, 'rule');
  return { kind: 'direct' as const, ...calculated(rule, { receiver, settled, muteTimings, activeTimings }) };
}

/** The way of a rule's alerts that a policy takes. */
export const policyWay = (rule: AlertRule, resolved: Resolved) => ({
  kind: 'policy' as const,
  path: resolved.path,
  ...calculated(rule, resolved),
});

/** One way, with what each label set and the rule's own labels say of it. */
interface Tally {
  resolved: Resolved;
  /** Indices of the label sets that take it, or may. */
  takenBy: number[];
  isSureOfAll: boolean;
  /** Whether every alert takes it that the rule may ever have. */
  isSureOfRule: boolean;
}

function waysByPolicy(rule: AlertRule, alerts: RuleAlerts, defaultPolicy: CompiledPolicy): Cadence[] {
  const sets = distinctSets(alerts.labelSets);
  const isBeyondRead = sets.length === 0 || !alerts.areAll;
  const ways = new Map<string, Tally>();
  const tally = ({ resolved }: Found): Tally => {
    const known = ways.get(resolved.key) ?? { resolved, takenBy: [], isSureOfAll: true, isSureOfRule: false };
    ways.set(resolved.key, known);
    return known;
  };
  sets.forEach((set, index) => {
    for (const found of policiesFor(defaultPolicy, labelsOfAlert(set))) {
      const way = tally(found);
      way.takenBy.push(index);
      way.isSureOfAll &&= found.isCertain;
    }
  });
  for (const found of policiesFor(defaultPolicy, labelsOfRule(rule))) {
    if (isBeyondRead || ways.has(found.resolved.key)) {
      tally(found).isSureOfRule = found.isCertain;
    }
  }

  const shownSets = differingLabels(sets);
  return [...ways.values()].map((way) => {
    const doubt = doubtOf(way, sets.length, isBeyondRead);
    return {
      ...policyWay(rule, way.resolved),
      isCertain: doubt === undefined,
      doubt,
      labelSets: doubt === 'someAlerts' ? shownSets.filter((_, index) => way.takenBy.includes(index)) : [],
    };
  });
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
  return !way.isSureOfAll ? 'pattern' : way.isSureOfRule ? undefined : 'alertsOfNow';
}

function calculated(
  { evaluationInterval, pendingPeriod }: AlertRule,
  { receiver, settled, muteTimings, activeTimings }: Omit<Resolved, 'path' | 'key'>
): Calculated {
  const { groupWait, groupInterval, repeatInterval } = settled;
  return {
    receiver,
    muteTimings,
    activeTimings,
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

/** Each label set once, in the order of their first appearance. */
function distinctSets(sets: readonly LabelSet[]): LabelSet[] {
  const byText = new Map(sets.map((set) => [JSON.stringify(Object.entries(set).sort()), set]));
  return [...byText.values()];
}

/** The same sets without the labels that all of them share. */
function differingLabels(sets: readonly LabelSet[]): LabelSet[] {
  const [first = {}] = sets;
  const isShared = (name: string) => sets.every((set) => set[name] === first[name]);
  return sets.map((set) => Object.fromEntries(Object.entries(set).filter(([name]) => !isShared(name))));
}
