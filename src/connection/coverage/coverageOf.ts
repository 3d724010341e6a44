import { directWay, policyWay, type Calculated, type WayKind } from './cadencesOf';
import { compilePolicies, type CompiledPolicy } from '../policies/compilePolicies';
import { isHeartbeatRule } from './isHeartbeat';
import { labelsOfRule, labelsOfTrouble, TROUBLE_NAMES, type KnownLabels } from '../policies/matching';
import { heldByAny, type Openness, type OpennessOf } from './openness';
import { outcomesOf, policiesFor, type Found } from '../policies/policyWalk';
import type { Receiver, Receivers, UnknownWhy } from '../policies/receiver';
import type { AlertRule, NotificationPolicy } from '../policies/types';

/**
 * Whom the alerts of a rule reach, whatever labels they get: IRM; somebody else and never IRM; nobody. `depends` is
 * everything that is not certain.
 */
export type Reach = 'irm' | 'elsewhere' | 'nobody' | 'depends';

/**
 * Why a reach is not certain: labels that only alerts have, or a regular expression that only Grafana evaluates; a tree
 * of policies that was not read; a contact point of which it cannot be told.
 */
export type ReachDoubt = 'labels' | 'policyTree' | UnknownWhy;

/** Whether alerts of a rule may reach this at all. */
type Possible = Record<Receiver['kind'], boolean>;

export type CoverageWay = Calculated &
  WayKind & {
    target: Receiver;
    openness: Openness;
    /** Whether every alert takes it that the rule may ever have. */
    isCertain: boolean;
  };

export interface Reached {
  reach: Reach;
  /** Set with `depends` alone. */
  doubt: ReachDoubt | undefined;
  may: Possible;
  /** With `irm`: it is not reached at all times, because mute or active timings hold notifications back. */
  isHeld: boolean;
}

/** Where the notifications of a rule go. */
export interface RuleCoverage extends Reached {
  rule: AlertRule;
  /** A heartbeat, which reaches IRM without paging anybody. */
  isHeartbeat: boolean;
  /** In the order of the policies; none where a tree was not read. */
  ways: readonly CoverageWay[];
  /** Ids of the connections that its alerts reach, or may reach. */
  connections: readonly string[];
}

/** A default policy with all below it, and what it answered to rules so far. */
interface Tree {
  root: CompiledPolicy;
  /** Labels that its matchers ask for: rules that do not differ in these take the same ways. */
  names: readonly string[];
  answers: Map<string, Answer>;
}

interface Answer {
  found: readonly Found[];
  reached: Reached;
}

/** What decides where notifications go, made ready for any number of rules. */
export interface Routing {
  defaultTree: Tree;
  /** Trees of policies that rules name (Grafana 13), as far as they were read. */
  trees: ReadonlyMap<string, Tree>;
  receivers: Receivers;
  openness: OpennessOf;
}

/** Compiles policies and contact points once; see `coverageOf`. */
export function compileRouting(
  defaultPolicy: NotificationPolicy,
  receivers: Receivers,
  trees: ReadonlyMap<string, NotificationPolicy> = new Map(),
  openness: OpennessOf = heldByAny
): Routing {
  return {
    defaultTree: treeOf(defaultPolicy),
    trees: new Map([...trees].map(([name, tree]) => [name, treeOf(tree)])),
    receivers,
    openness,
  };
}

const treeOf = (policy: NotificationPolicy): Tree => ({
  root: compilePolicies(policy),
  names: [...new Set(namesIn(policy))],
  answers: new Map(),
});

const namesIn = ({ matchers, routes }: NotificationPolicy): string[] => [
  ...matchers.map(({ name }) => name),
  ...routes.flatMap(namesIn),
];

/**
 * Where the notifications of a rule go: by the contact point that it chooses, the tree that it names, or the default
 * policies. What is said for certain holds for every label that its alerts may get beside those of the rule.
 */
export function coverageOf(rule: AlertRule, routing: Routing): RuleCoverage {
  const { ways, reached } = routed(rule, labelsOfRule(rule), routing);
  const connections = ways.flatMap(({ target, openness }) =>
    openness !== 'shut' && 'connections' in target ? target.connections : []
  );
  const isHeartbeat = isHeartbeatRule(rule, routing.receivers);
  return { rule, ...reached, isHeartbeat, ways, connections: [...new Set(connections)] };
}

/** Whether alerts that take a way reach a connection, be it at times. */
export const leadsToIrm = (way: CoverageWay): way is CoverageWay & { target: Extract<Receiver, { kind: 'irm' }> } =>
  way.target.kind === 'irm' && way.openness !== 'shut';

/**
 * Whom the alerts reach that stand for missing data or a failing query, where the rule makes such alerts; undefined
 * where that is no different from its other alerts.
 */
export function reachInTrouble(rule: AlertRule, routing: Routing): Reached | undefined {
  const { reach } = routed(rule, labelsOfRule(rule), routing).reached;
  const others = TROUBLE_NAMES.map((name) => routed(rule, labelsOfTrouble(rule, name), routing).reached);
  return others.find((reached) => reached.reach !== reach);
}

function routed(rule: AlertRule, known: KnownLabels, routing: Routing): { ways: CoverageWay[]; reached: Reached } {
  const { defaultTree, trees, receivers, openness } = routing;
  if (rule.direct) {
    const way = directWay(rule, rule.direct, defaultTree.root);
    const target = receivers(way.receiver);
    const when = openness(way);
    const ways = [{ ...way, target, openness: when, isCertain: true }];
    return { ways, reached: withReason(reachedBy(1 << markOf(target, when)), ways) };
  }
  const tree = rule.policyTree === undefined ? defaultTree : trees.get(rule.policyTree);
  if (!tree) {
    return { ways: [], reached: { ...reachedBy(1 << MARK.unknown), doubt: 'policyTree' } };
  }
  const { found, reached } = answerOf(tree, known, routing);
  const ways = found.map(({ resolved, isCertain }) => ({
    ...policyWay(rule, resolved),
    target: receivers(resolved.receiver),
    openness: openness(resolved),
    isCertain,
  }));
  return { ways, reached: withReason(reached, ways) };
}

/** What is counted with knows only that a contact point is unknown; the ways tell why. */
function withReason(reached: Reached, ways: readonly CoverageWay[]): Reached {
  const [why] = ways.flatMap(({ target, openness }) =>
    openness !== 'shut' && target.kind === 'unknown' ? [target.why] : []
  );
  return reached.doubt === 'unseen' && why ? { ...reached, doubt: why } : reached;
}

/** So many different answers are kept; more differ in labels of which each rule has its own. */
const MOST_ANSWERS = 10_000;

function answerOf({ root, names, answers }: Tree, known: KnownLabels, { receivers, openness }: Routing): Answer {
  const asked = names.map((name) => known.labels.get(name) ?? '\u0000').join('\u0001');
  const before = answers.get(asked);
  if (before) {
    return before;
  }
  const outcomes = outcomesOf(root, known, (resolved) => markOf(receivers(resolved.receiver), openness(resolved)));
  const answer = { found: policiesFor(root, known), reached: reachedBy(outcomes) };
  if (answers.size < MOST_ANSWERS) {
    answers.set(asked, answer);
  }
  return answer;
}

/** Bits of the sets that `outcomesOf` counts with. */
const MARK = { irm: 1, irmAtTimes: 2, elsewhere: 4, nobody: 8, unknown: 16 } as const;

function markOf({ kind }: Receiver, openness: Openness) {
  return openness === 'shut' ? MARK.nobody : openness === 'held' && kind === 'irm' ? MARK.irmAtTimes : MARK[kind];
}

const ANY_IRM = MARK.irm | MARK.irmAtTimes;

function reachedBy(outcomes: number): Reached {
  const sets = Array.from({ length: 32 }, (_, set) => set).filter((set) => (outcomes >>> set) & 1);
  const all = sets.reduce((some, set) => some | set, 0);
  const may = {
    irm: (all & ANY_IRM) !== 0,
    elsewhere: (all & MARK.elsewhere) !== 0,
    nobody: (all & MARK.nobody) !== 0,
    unknown: (all & MARK.unknown) !== 0,
  };
  const reach = sets.every((set) => set & ANY_IRM)
    ? 'irm'
    : may.irm || may.unknown
      ? 'depends'
      : sets.every((set) => set & MARK.elsewhere)
        ? 'elsewhere'
        : may.elsewhere
          ? 'depends'
          : 'nobody';
  return {
    reach,
    doubt: reach !== 'depends' ? undefined : may.unknown ? 'unseen' : 'labels',
    may,
    isHeld: reach === 'irm' && !sets.every((set) => set & MARK.irm),
  };
}
