import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import type { NotificationPolicy, NotificationTiming } from '../../connection/policies/types';
import { parseDuration } from '../../connection/timing/duration';
import { matcher, matcherFromText } from './matcherText';

const texts = mapOf(v.string());

/** Fields that policies and rules share. */
export const timing = {
  group_wait: v.nullish(v.string()),
  group_interval: v.nullish(v.string()),
  repeat_interval: v.nullish(v.string()),
};

const names = v.nullish(v.array(v.string()));

export const timings = { mute_time_intervals: names, active_time_intervals: names };

const flatPolicy = v.looseObject({
  receiver: v.nullish(v.string()),
  ...timing,
  ...timings,
  continue: v.nullish(v.boolean()),
  object_matchers: v.nullish(v.array(v.tuple([v.string(), v.string(), v.string()]))),
  matchers: v.nullish(v.array(v.string())),
  match: v.nullish(texts),
  // Grafana shows an empty expression as null.
  match_re: v.nullish(mapOf(v.nullish(v.string()))),
});

type WirePolicy = v.InferOutput<typeof flatPolicy> & { routes?: WirePolicy[] | null };

const policy: v.GenericSchema<unknown, WirePolicy> = v.looseObject({
  ...flatPolicy.entries,
  routes: v.nullish(v.array(v.lazy(() => policy))),
});

/**
 * Whether a policy names a contact point. Grafana takes no default policy without one, so an answer that lacks it is
 * something else that looks like a tree without policies, such as `{}`.
 */
export const namesReceiver = ({ receiver }: Pick<WirePolicy, 'receiver'>): boolean => Boolean(receiver);

/** The default policy with those below it (policies.json, "read back"). */
export const policyTree = v.pipe(policy, v.check(namesReceiver, 'The default policy names no contact point'));

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
