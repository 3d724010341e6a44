import { matchAll, type KnownLabels } from './matching';
import type { LabelMatcher, NotificationPolicy, NotificationTiming } from './types';

/** Where a timing comes from: the rule, the policy that applies, one above that, or Alertmanager's own default. */
export type TimingSource = 'rule' | 'policy' | 'inherited' | 'default';

const FIELDS = ['groupWait', 'groupInterval', 'repeatInterval'] as const satisfies ReadonlyArray<
  keyof NotificationTiming
>;

/** Alertmanager's defaults for what no policy says, in seconds [Grafana's documentation of notification policies]. */
const DEFAULTS: Record<keyof NotificationTiming, number> = {
  groupWait: 30,
  groupInterval: 300,
  repeatInterval: 14_400,
};

/** Each timing in seconds, with its source. */
export type Settled = Record<keyof NotificationTiming, { value: number; source: TimingSource }>;

/** A policy with all that it takes from those above it. */
export interface Resolved {
  receiver: string;
  settled: Settled;
  /** Matchers on the way to it; none for the default policy. */
  path: ReadonlyArray<readonly LabelMatcher[]>;
}

export interface Found {
  resolved: Resolved;
  /** False when it depends on what is not known of the labels. */
  isCertain: boolean;
}

export function resolveDefault(defaultPolicy: NotificationPolicy): Resolved {
  return resolve(defaultPolicy, { receiver: '', settled: defaults(), path: [] }, []);
}

/**
 * The policies that alerts with these labels come to. Policies hand down contact point and timing; the first match
 * ends the search among its neighbours unless it says "continue".
 */
export function policiesFor(defaultPolicy: NotificationPolicy, known: KnownLabels): Found[] {
  return walk(defaultPolicy, resolveDefault(defaultPolicy), known, true);
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

/** Takes what is not said from above. */
export function settle(own: NotificationTiming, above: Settled, source: 'rule' | 'policy'): Settled {
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
