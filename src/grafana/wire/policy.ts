import * as z from '../../transport/zod';
import type { NotificationPolicy, NotificationTiming } from '../../connection/policies/types';
import { parseDuration } from '../../connection/timing/duration';
import { matcher, matcherFromText } from './matcherText';

const texts = z.record(z.string(), z.string());

/** Fields that policies and rules share. */
export const timing = {
  group_wait: z.nullish(z.string()),
  group_interval: z.nullish(z.string()),
  repeat_interval: z.nullish(z.string()),
};

const names = z.nullish(z.array(z.string()));

export const timings = { mute_time_intervals: names, active_time_intervals: names };

const flatPolicy = z.looseObject({
  receiver: z.nullish(z.string()),
  ...timing,
  ...timings,
  continue: z.nullish(z.boolean()),
  object_matchers: z.nullish(z.array(z.tuple([z.string(), z.string(), z.string()]))),
  matchers: z.nullish(z.array(z.string())),
  match: z.nullish(texts),
  // Grafana shows an empty expression as null.
  match_re: z.nullish(z.record(z.string(), z.nullish(z.string()))),
});

type WirePolicy = z.infer<typeof flatPolicy> & { routes?: WirePolicy[] | null };

const policy: z.ZodMiniType<WirePolicy> = z.extend(flatPolicy, {
  routes: z.lazy(() => z.nullish(z.array(policy))),
});

/**
 * Whether a policy names a contact point. Grafana takes no default policy without one, so an answer that lacks it is
 * something else that looks like a tree without policies, such as `{}`.
 */
export const namesReceiver = ({ receiver }: Pick<WirePolicy, 'receiver'>): boolean => Boolean(receiver);

/** The default policy with those below it (policies.json, "read back"). */
export const policyTree = policy.check(z.refine(namesReceiver, 'The default policy names no contact point'));

/** A policy with all below it, in either form of matchers (policies.json). */
export function policyFromWire(wire: WirePolicy): NotificationPolicy {
  return {
    receiver: wire.receiver ?? '',
    ...timingFromWire(wire),
    ...timingsFromWire(wire),
    matchers: [
      ...(wire.object_matchers ?? []).map(([name, operator, value]) => matcher(name, operator, value)),
      ...(wire.matchers ?? []).map(matcherFromText),
      ...Object.entries(wire.match ?? {}).map(([name, value]) => matcher(name, '=', value)),
      ...Object.entries(wire.match_re ?? {}).map(([name, value]) => matcher(name, '=~', value ?? '')),
    ],
    continue: wire.continue ?? false,
    routes: (wire.routes ?? []).map(policyFromWire),
  };
}

/** What a policy or a rule says of its notifications, in seconds; undefined for what it inherits. */
export function timingFromWire(wire: { [Name in keyof typeof timing]?: string | null }): NotificationTiming {
  const seconds = (text: string | null | undefined) => (text ? parseDuration(text) : undefined);
  return {
    groupWait: seconds(wire.group_wait),
    groupInterval: seconds(wire.group_interval),
    repeatInterval: seconds(wire.repeat_interval),
  };
}

/** Names of the time intervals in which it keeps silent, or speaks at all. */
export function timingsFromWire(wire: { [Name in keyof typeof timings]?: string[] | null }) {
  return { muteTimings: wire.mute_time_intervals ?? [], activeTimings: wire.active_time_intervals ?? [] };
}
