import type { HeartbeatTiming } from '../model';
import { knownLabels, matchAll, type KnownLabels } from './matching';
import type { CadenceRule, LabelMatcher, NotificationPolicy, NotificationTiming } from './types';

/** Where a timing comes from: the rule, the policy that applies, one above that, or Alertmanager's own default. */
export type TimingSource = 'rule' | 'policy' | 'inherited' | 'default';

/** How notifications of a rule leave by one way. */
export interface Cadence {
  /** Name of the contact point. */
  receiver: string;
  timing: HeartbeatTiming;
  sources: Record<keyof NotificationTiming, TimingSource>;
  /** Direct routing of the rule, or the matchers on the way to a policy; none for the default policy. */
  route: { kind: 'direct' } | { kind: 'policy'; path: ReadonlyArray<readonly LabelMatcher[]> };
  /** False when it depends on labels that only the alerts themselves have. */
  isCertain: boolean;
}

const FIELDS = ['groupWait', 'groupInterval', 'repeatInterval'] as const satisfies ReadonlyArray<
  keyof NotificationTiming
>;

/** Alertmanager's defaults for what no policy says, in seconds [Grafana's documentation of notification policies]. */
const DEFAULTS: Record<keyof NotificationTiming, number> = {
  groupWait: 30,
  groupInterval: 300,
  repeatInterval: 14_400,
};

type Settled = Record<keyof NotificationTiming, { value: number; source: TimingSource }>;

interface Resolved {
  receiver: string;
  settled: Settled;
  path: ReadonlyArray<readonly LabelMatcher[]>;
}

/**
 * The ways that notifications of a rule take and their timing. A rule with direct routing has one, and takes what it
 * does not say from the default policy; any other has one for each policy that its alerts match. Policies hand down
 * contact point and timing; the first match ends the search among its neighbours unless it says "continue".
 */
export function cadencesOf(rule: CadenceRule, defaultPolicy: NotificationPolicy): Cadence[] {
  const start = resolve(defaultPolicy, { receiver: '', settled: defaults(), path: [] }, []);
  const { evaluationInterval, pendingPeriod } = rule;
  const cadence = ({ receiver, settled }: Resolved, rest: Pick<Cadence, 'route' | 'isCertain'>): Cadence => ({
    receiver,
    timing: {
      evaluationInterval,
      pendingPeriod,
      groupWait: settled.groupWait.value,
      groupInterval: settled.groupInterval.value,
      repeatInterval: settled.repeatInterval.value,
    },
    sources: {
      groupWait: settled.groupWait.source,
      groupInterval: settled.groupInterval.source,
      repeatInterval: settled.repeatInterval.source,
    },
    ...rest,
  });
  if (rule.direct) {
    const { receiver } = rule.direct;
    const settled = settle(rule.direct, start.settled, 'rule');
    return [cadence({ receiver, settled, path: [] }, { route: { kind: 'direct' }, isCertain: true })];
  }
  return walk(defaultPolicy, start, knownLabels(rule), true).map(({ resolved, isCertain }) =>
    cadence(resolved, { route: { kind: 'policy', path: resolved.path }, isCertain })
  );
}

interface Found {
  resolved: Resolved;
  isCertain: boolean;
}

function walk(policy: NotificationPolicy, resolved: Resolved, known: KnownLabels, isCertain: boolean): Found[] {
  const found: Found[] = [];
  let isTaken = false;
  let isSure = isCertain;
  let mayBeTaken = false;
  for (const child of policy.routes) {
    const match = matchAll(child.matchers, known);
    if (match === 'no') {
      continue;
    }
    const below = resolve(child, resolved, [...resolved.path, child.matchers]);
    found.push(...walk(child, below, known, isSure && match === 'yes'));
    if (match === 'yes') {
      isTaken = true;
      if (!child.continue) {
        break;
      }
    } else {
      mayBeTaken = true;
      // Whether later policies are looked at now depends on this one.
      isSure = isSure && child.continue;
    }
  }
  return isTaken ? found : [...found, { resolved, isCertain: isCertain && !mayBeTaken }];
}

function resolve(policy: NotificationPolicy, above: Resolved, path: Resolved['path']): Resolved {
  return { receiver: policy.receiver || above.receiver, settled: settle(policy, above.settled, 'policy'), path };
}

function settle(own: NotificationTiming, above: Settled, source: 'rule' | 'policy'): Settled {
  return each((field) => {
    const value = own[field];
    if (value !== undefined) {
      return { value, source };
    }
    return { value: above[field].value, source: above[field].source === 'default' ? 'default' : 'inherited' };
  });
}

const defaults = (): Settled => each((field) => ({ value: DEFAULTS[field], source: 'default' }));

function each(settledOf: (field: keyof NotificationTiming) => Settled[keyof NotificationTiming]): Settled {
  const [groupWait, groupInterval, repeatInterval] = FIELDS;
  return {
    groupWait: settledOf(groupWait),
    groupInterval: settledOf(groupInterval),
    repeatInterval: settledOf(repeatInterval),
  };
}
