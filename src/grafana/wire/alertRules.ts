import * as z from '../../transport/zod';
import type {
  AlertRule,
  LabelMatcher,
  LabelSet,
  NotificationPolicy,
  NotificationTiming,
} from '../../connection/coverage/types';
import { INTERVAL_ANNOTATION } from '../../connection/desired/objects';
import { parseDuration } from '../../connection/timing/duration';

const texts = z.record(z.string(), z.string());

const timing = {
  group_wait: z.nullish(z.string()),
  group_interval: z.nullish(z.string()),
  repeat_interval: z.nullish(z.string()),
};

const names = z.nullish(z.array(z.string()));

const timings = { mute_time_intervals: names, active_time_intervals: names };

const rule = z.looseObject({
  uid: z._default(z.string(), ''),
  name: z.string(),
  type: z._default(z.string(), 'alerting'),
  /** Pending period in seconds; left out when there is none. */
  duration: z._default(z.number(), 0),
  isPaused: z._default(z.boolean(), false),
  labels: z.nullish(texts),
  annotations: z.nullish(texts),
  alerts: z.nullish(z.array(z.looseObject({ labels: z.nullish(texts) }))),
  notificationSettings: z.nullish(
    z.looseObject({ receiver: z._default(z.string(), ''), policy: z._default(z.string(), ''), ...timing, ...timings })
  ),
});

/** Rules with routing and interval, in Prometheus' form (state.json, "rules of the folder"). */
export const foundRules = z.looseObject({
  data: z.looseObject({
    groups: z.array(
      z.looseObject({
        name: z.string(),
        file: z._default(z.string(), ''),
        folderUid: z._default(z.string(), ''),
        interval: z.number(),
        rules: z.array(rule),
      })
    ),
    groupNextToken: z.nullish(z.string()),
  }),
});

/** The alert rules of a list in Prometheus' form; recording rules are left out. */
export function rulesFromWire({ data }: z.infer<typeof foundRules>): AlertRule[] {
  return data.groups.flatMap((group) =>
    group.rules
      .filter(({ type }) => type === 'alerting')
      .map((wire) => ({
        uid: wire.uid,
        title: wire.name,
        folderUid: group.folderUid,
        folder: group.file,
        group: group.name,
        evaluationInterval: group.interval,
        pendingPeriod: wire.duration,
        isPaused: wire.isPaused,
        labels: wire.labels ?? {},
        heartbeatInterval: Number(wire.annotations?.[INTERVAL_ANNOTATION]) || undefined,
        direct: wire.notificationSettings?.receiver
          ? {
              receiver: wire.notificationSettings.receiver,
              ...timingFromWire(wire.notificationSettings),
              ...timingsFromWire(wire.notificationSettings),
            }
          : undefined,
        policyTree: otherTree(wire.notificationSettings?.policy),
      }))
  );
}

/** From 13 on a rule may name a policy tree; both of these names mean the default one. */
export function otherTree(name: string | undefined): string | undefined {
  return name === undefined || ['', 'default', 'user-defined'].includes(name) ? undefined : name;
}

/** Labels of the alerts of one rule; none when it is not among the rules. */
export function alertsFromWire({ data }: z.infer<typeof foundRules>, uid: string): LabelSet[] {
  const found = data.groups.flatMap(({ rules }) => rules).find((candidate) => candidate.uid === uid);
  return (found?.alerts ?? []).map(({ labels }) => labels ?? {});
}

const flatPolicy = z.looseObject({
  receiver: z.nullish(z.string()),
  ...timing,
  ...timings,
  continue: z.nullish(z.boolean()),
  object_matchers: z.nullish(z.array(z.tuple([z.string(), z.string(), z.string()]))),
  matchers: z.nullish(z.array(z.string())),
  match: z.nullish(texts),
  match_re: z.nullish(texts),
});

type WirePolicy = z.infer<typeof flatPolicy> & { routes?: WirePolicy[] | null };

/** The default policy with those below it (policies.json, "read back"). */
export const policyTree: z.ZodMiniType<WirePolicy> = z.extend(flatPolicy, {
  routes: z.lazy(() => z.nullish(z.array(policyTree))),
});

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
      ...Object.entries(wire.match_re ?? {}).map(([name, value]) => matcher(name, '=~', value)),
    ],
    continue: wire.continue ?? false,
    routes: (wire.routes ?? []).map(policyFromWire),
  };
}

function timingFromWire(wire: { [Name in keyof typeof timing]?: string | null }): NotificationTiming {
  const seconds = (text: string | null | undefined) => (text ? parseDuration(text) : undefined);
  return {
    groupWait: seconds(wire.group_wait),
    groupInterval: seconds(wire.group_interval),
    repeatInterval: seconds(wire.repeat_interval),
  };
}

function timingsFromWire(wire: { [Name in keyof typeof timings]?: string[] | null }) {
  return { muteTimings: wire.mute_time_intervals ?? [], activeTimings: wire.active_time_intervals ?? [] };
}

const OPERATORS = ['=', '!=', '=~', '!~'] as const;

/** Of which nothing is certain. */
const UNREADABLE: LabelMatcher = { name: '', operator: '=', value: '' };

function matcher(name: string, operator: string, value: string): LabelMatcher {
  const known = OPERATORS.find((one) => one === operator);
  return known ? { name, operator: known, value } : UNREADABLE;
}

/** Reads `name="value"`, the older writing of a matcher, with or without quotes. */
function matcherFromText(text: string): LabelMatcher {
  const [, name = '', operator = '', value = ''] = /^\s*"?([^=!~"\s]+)"?\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(text) ?? [];
  const quoted = /^"(.*)"$/s.exec(value)?.[1];
  return matcher(name, operator, quoted?.replace(/\\(["\\])/g, '$1') ?? value);
}
