import type { LabelMatcher } from '../policies/types';
import { isSameSet } from './sameRouting';
import type {
  PolicyChange,
  PolicyChoice,
  PolicyPath,
  PolicyTree,
  RoutingObstacle,
  RoutingPlan,
  StoredPolicy,
} from './types';

/** Contact points of the connection: new policies name the first one. */
export type Targets = readonly string[];

/**
 * The tree as it is to be, and what is different in it. Every policy that the choice does not concern stays the very
 * object that was read, in its place.
 */
export function planRouting(tree: PolicyTree, wanted: PolicyChoice, targets: Targets): RoutingPlan {
  const choice = wanted.kind === 'matching' ? { ...wanted, matchers: wanted.matchers.map(asKept) } : wanted;
  const { after, changes } = changedBy(tree.root, choice, targets);
  const isChange = changes.some(({ kind }) => kind !== 'left');
  return {
    before: tree,
    after: isChange ? after : tree.root,
    changes,
    standing: choice.kind === 'matching' ? standingFor(tree.root, choice, targets) : [],
    obstacles: obstaclesOf(tree, choice, targets, isChange),
  };
}

/** Grafana takes one quotation mark away at either end of a value, when it reads one (tests/contracts/README.md). */
const asKept = (matcher: LabelMatcher): LabelMatcher => ({
  ...matcher,
  value: matcher.value.replace(/^"/, '').replace(/"$/, ''),
});

interface Changed {
  after: StoredPolicy;
  changes: PolicyChange[];
}

function changedBy(root: StoredPolicy, choice: PolicyChoice, targets: Targets): Changed {
  const [target] = targets;
  if (target === undefined) {
    return { after: root, changes: [] };
  }
  switch (choice.kind) {
    case 'everything':
      return withDefault(root, targets.includes(root.receiver) ? root.receiver : target);
    case 'matching':
      return choice.matchers.length === 0 ? { after: root, changes: [] } : withPolicy(root, choice, targets);
    case 'nothing':
      return without(root, choice.defaultReceiver, targets);
  }
}

function withDefault(root: StoredPolicy, receiver: string): Changed {
  return root.receiver === receiver
    ? { after: root, changes: [] }
    : { after: { ...root, receiver }, changes: [{ kind: 'default', from: root.receiver, to: receiver }] };
}

type Matching = Extract<PolicyChoice, { kind: 'matching' }>;

const standingFor = (root: StoredPolicy, choice: Matching, targets: Targets): StoredPolicy[] =>
  root.routes.filter(({ receiver, matchers }) => targets.includes(receiver) && isSameSet(matchers, choice.matchers));

function withPolicy(root: StoredPolicy, choice: Matching, targets: Targets): Changed {
  const [found] = standingFor(root, choice, targets);
  if (found) {
    if (found.continue === choice.continue) {
      return { after: root, changes: [] };
    }
    const policy = { ...found, continue: choice.continue };
    return {
      after: { ...root, routes: root.routes.map((one) => (one === found ? policy : one)) },
      changes: [{ kind: 'continue', path: [root.routes.indexOf(found)], policy }],
    };
  }
  const policy: StoredPolicy = {
    receiver: targets[0] ?? '',
    matchers: choice.matchers,
    continue: choice.continue,
    routes: [],
    groupWait: undefined,
    groupInterval: undefined,
    repeatInterval: undefined,
    stored: undefined,
  };
  const place = Math.min(Math.max(0, choice.place), root.routes.length);
  return {
    after: { ...root, routes: [...root.routes.slice(0, place), policy, ...root.routes.slice(place)] },
    changes: [{ kind: 'added', path: [place], policy }],
  };
}

function without(root: StoredPolicy, defaultReceiver: string | undefined, targets: Targets): Changed {
  const isDefault = targets.includes(root.receiver);
  const byDefault =
    isDefault && defaultReceiver !== undefined ? withDefault(root, defaultReceiver) : { after: root, changes: [] };
  const below = withoutBelow(byDefault.after, [], targets);
  return { after: below.after, changes: [...byDefault.changes, ...below.changes] };
}

/** Takes out the policies that send to the targets; one with others below it stays, as these would go with it. */
function withoutBelow(policy: StoredPolicy, path: PolicyPath, targets: Targets): Changed {
  const changes: PolicyChange[] = [];
  const routes: StoredPolicy[] = [];
  policy.routes.forEach((child, index) => {
    const childPath = [...path, index];
    const { after, changes: below } = withoutBelow(child, childPath, targets);
    changes.push(...below);
    if (!targets.includes(child.receiver)) {
      routes.push(after);
    } else if (after.routes.length === 0) {
      changes.push({ kind: 'removed', path: childPath, policy: child });
    } else {
      routes.push(after);
      changes.push({ kind: 'left', path: childPath, policy: child });
    }
  });
  const isSame =
    routes.length === policy.routes.length && routes.every((route, index) => route === policy.routes[index]);
  return { after: isSame ? policy : { ...policy, routes }, changes };
}

function obstaclesOf(tree: PolicyTree, choice: PolicyChoice, targets: Targets, isChange: boolean): RoutingObstacle[] {
  const obstacles: RoutingObstacle[] = [];
  if (targets.length === 0) {
    return [{ code: 'noContactPoint' }];
  }
  if (choice.kind === 'matching') {
    if (choice.matchers.length === 0) {
      obstacles.push({ code: 'noMatchers' });
    }
    const bad = choice.matchers.find((matcher) => !isMatcher(matcher));
    if (bad) {
      obstacles.push({ code: 'badMatcher', matcher: bad });
    }
  }
  if (choice.kind === 'nothing' && targets.includes(tree.root.receiver)) {
    const { defaultReceiver } = choice;
    if (defaultReceiver === undefined || targets.includes(defaultReceiver)) {
      obstacles.push({ code: 'noDefault' });
    }
  }
  if (tree.provenance !== '' && isChange) {
    obstacles.push({ code: 'locked', provenance: tree.provenance });
  }
  return obstacles;
}

/** Whether Grafana takes a matcher, as far as it can be told here: its own regular expressions know a little more. */
export function isMatcher({ name, operator, value }: LabelMatcher): boolean {
  if (name.trim() === '') {
    return false;
  }
  if (operator === '=' || operator === '!=') {
    return true;
  }
  try {
    // `(?i)` at the start is Go's; the rest is alike for what people write.
    return new RegExp(value.replace(/^\(\?[imsU]+\)/, '')) instanceof RegExp;
  } catch {
    return false;
  }
}
