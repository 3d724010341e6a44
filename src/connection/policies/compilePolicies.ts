import { compileMatchers, type CompiledMatcher } from './matching';
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
  muteTimings: readonly string[];
  activeTimings: readonly string[];
  /** Matchers on the way to it; none for the default policy. */
  path: ReadonlyArray<readonly LabelMatcher[]>;
  /** The same for policies that say the same. */
  key: string;
}

/** A policy whose matchers and settings are worked out once, for any number of rules. */
export interface CompiledPolicy {
  resolved: Resolved;
  matchers: readonly CompiledMatcher[];
  continue: boolean;
  routes: readonly CompiledPolicy[];
}

/** A default policy with all below it, made ready to be asked for many rules. */
export function compilePolicies(defaultPolicy: NotificationPolicy): CompiledPolicy {
  return compiled(defaultPolicy, { receiver: '', settled: defaults(), path: [] }, []);
}

function compiled(
  policy: NotificationPolicy,
  above: Pick<Resolved, 'receiver' | 'settled'> & Pick<Resolved, 'path'>,
  path: Resolved['path']
): CompiledPolicy {
  const own = {
    receiver: policy.receiver || above.receiver,
    settled: settle(policy, above.settled, 'policy'),
    muteTimings: policy.muteTimings ?? [],
    activeTimings: policy.activeTimings ?? [],
    path,
  };
  return {
    resolved: { ...own, key: JSON.stringify(own) },
    matchers: compileMatchers(policy.matchers),
    continue: policy.continue,
    routes: policy.routes.map((route) => compiled(route, own, [...path, route.matchers])),
  };
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
