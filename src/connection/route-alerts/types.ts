import type { LabelMatcher, LabelSet, NotificationPolicy } from '../policies/types';

/** Opaque to the domain: an object as a server told it, with what the plugin does not know, and its order of keys. */
export type Raw = Readonly<Record<string, unknown>>;

/** A notification policy that can be written back without loss. */
export interface StoredPolicy extends NotificationPolicy {
  /** As it was read, policies below it included; undefined for one that is new. */
  stored: Raw | undefined;
  routes: readonly StoredPolicy[];
}

/** The default policy and all below it, as one reading found them. */
export interface PolicyTree {
  root: StoredPolicy;
  /** Who keeps it: '' where people edit it in Grafana, else `file`, `api`, `terraform` … */
  provenance: string;
  /** All that makes it the same tree; what Grafana counts beside it is left out. */
  content: unknown;
  /** The answer that it was read from. */
  source: Raw;
}

/** How one alert rule finds its contact point, as it is stored. */
export interface RuleRouting {
  uid: string;
  title: string;
  labels: LabelSet;
  /** Of a heartbeat, as its annotation tells; seconds. */
  heartbeatInterval: number | undefined;
  /** The contact point that the rule chooses itself; undefined when it follows the policies. */
  receiver: string | undefined;
  /** A tree of policies that it names in place of the default one (13). */
  policyTree: string | undefined;
  /** As of a tree. */
  provenance: string;
  /** All that the rule chooses for its notifications; undefined when it chooses nothing. */
  settings: Raw | undefined;
  source: Raw;
}

/** An alert that the Alertmanager has now, silenced or not. */
export interface CurrentAlert {
  /** '' when its labels do not tell. */
  ruleUid: string;
  labels: LabelSet;
}

/** Grafana's side of routing. `E` is why a call did not do what was asked. */
export interface RoutingPort<E> {
  /**
   * The default policy and all below it, to be written back: by an API that takes a tree only in the place of the one
   * that it was made from, where there is one. To look at policies alone, `readPolicies` does.
   */
  readTree(): Answer<PolicyTree, E>;
  /**
   * Puts `root` in the place of `before`, which was just read. `changedMeanwhile` when somebody was quicker, as far as
   * Grafana tells.
   */
  writeTree(root: StoredPolicy, before: PolicyTree): Answer<void, E>;
  readRuleRouting(uid: string): Answer<RuleRouting, E>;
  /** Changes what one rule chooses for its notifications, and nothing else; undefined lets it follow the policies. */
  writeRuleRouting(settings: Raw | undefined, before: RuleRouting): Answer<void, E>;
}

type Answer<T, E> = Promise<{ ok: true; value: T } | { ok: false; error: E }>;

/** Which alerts a connection is to get by notification policies. */
export type PolicyChoice =
  | { kind: 'everything' }
  /** `place`: before which policy below the default one the new policy stands; as many as there are puts it last. */
  | { kind: 'matching'; matchers: readonly LabelMatcher[]; place: number; continue: boolean }
  /** `defaultReceiver`: who gets what the connection got as the contact point of the default policy. */
  | { kind: 'nothing'; defaultReceiver: string | undefined };

/** Positions on the way down from the default policy, which is `[]`. */
export type PolicyPath = readonly number[];

/** What a plan does with one policy. */
export type PolicyChange =
  | { kind: 'default'; from: string; to: string }
  /** The path is of the tree after it. */
  | { kind: 'added'; path: PolicyPath; policy: StoredPolicy }
  | { kind: 'continue'; path: PolicyPath; policy: StoredPolicy }
  /** The path is of the tree before it. */
  | { kind: 'removed'; path: PolicyPath; policy: StoredPolicy }
  /** It sends to the connection and stays, because policies below it send elsewhere. */
  | { kind: 'left'; path: PolicyPath; policy: StoredPolicy };

/** Why nothing can be written. */
export type RoutingObstacle =
  /** The connection has no contact point that alerts could be sent to. */
  | { code: 'noContactPoint' }
  /** A file, Terraform or an API keeps the tree or the rule. */
  | { code: 'locked'; provenance: string }
  | { code: 'noMatchers' }
  | { code: 'badMatcher'; matcher: LabelMatcher }
  /** Another contact point has to take the place of the default policy's. */
  | { code: 'noDefault' }
  /** The rule is a heartbeat of the plugin. */
  | { code: 'heartbeat' };

/** A change of the tree, to be looked at before it is written. */
export interface RoutingPlan {
  before: PolicyTree;
  after: StoredPolicy;
  /** Empty when all is as chosen. */
  changes: PolicyChange[];
  /** Policies that send what is chosen to the connection already, `continue` aside. */
  standing: readonly StoredPolicy[];
  obstacles: RoutingObstacle[];
}

/** A change of one rule. */
export interface RulePlan {
  before: RuleRouting;
  settings: Raw | undefined;
  /** The contact point afterwards; undefined when the rule follows the policies. */
  receiver: string | undefined;
  isChange: boolean;
  obstacles: RoutingObstacle[];
}
