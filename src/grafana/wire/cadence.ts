import { z } from '../../transport/zod';
import type {
  CadenceRule,
  LabelMatcher,
  LabelSet,
  NotificationPolicy,
  NotificationTiming,
} from '../../connection/cadence/types';
import { INTERVAL_ANNOTATION } from '../../connection/desired/objects';
import { parseDuration } from '../../connection/timing/duration';

const texts = z.record(z.string(), z.string());

const timing = {
  group_wait: z.string().nullish(),
  group_interval: z.string().nullish(),
  repeat_interval: z.string().nullish(),
};

const rule = z.looseObject({
  uid: z.string().default(''),
  name: z.string(),
  type: z.string().default('alerting'),
  /** Pending period in seconds; left out when there is none. */
  duration: z.number().default(0),
  isPaused: z.boolean().default(false),
  labels: texts.nullish(),
  annotations: texts.nullish(),
  alerts: z.array(z.looseObject({ labels: texts.nullish() })).nullish(),
  notificationSettings: z
    .looseObject({ receiver: z.string().default(''), policy: z.string().default(''), ...timing })
    .nullish(),
});

/** Rules with routing and interval, in Prometheus' form (state.json, "rules of the folder"). */
export const foundRules = z.looseObject({
  data: z.looseObject({
    groups: z.array(
      z.looseObject({
        name: z.string(),
        file: z.string().default(''),
        folderUid: z.string().default(''),
        interval: z.number(),
        rules: z.array(rule),
      })
    ),
    groupNextToken: z.string().nullish(),
  }),
});

export function rulesFromWire({ data }: z.infer<typeof foundRules>): CadenceRule[] {
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
          ? { receiver: wire.notificationSettings.receiver, ...timingFromWire(wire.notificationSettings) }
          : undefined,
        policyTree: otherTree(wire.notificationSettings?.policy),
      }))
  );
}

/** From 13 on a rule may name a policy tree; both of these names mean the default one. */
function otherTree(name: string | undefined): string | undefined {
  return name === undefined || ['', 'default', 'user-defined'].includes(name) ? undefined : name;
}

/** Labels of the alerts of one rule; none when it is not among the rules. */
export function alertsFromWire({ data }: z.infer<typeof foundRules>, uid: string): LabelSet[] {
  const found = data.groups.flatMap(({ rules }) => rules).find((candidate) => candidate.uid === uid);
  return (found?.alerts ?? []).map(({ labels }) => labels ?? {});
}

const flatPolicy = z.looseObject({
  receiver: z.string().nullish(),
  ...timing,
  continue: z.boolean().nullish(),
  object_matchers: z.array(z.tuple([z.string(), z.string(), z.string()])).nullish(),
  matchers: z.array(z.string()).nullish(),
  match: texts.nullish(),
  match_re: texts.nullish(),
});

type WirePolicy = z.infer<typeof flatPolicy> & { routes?: WirePolicy[] | null };

/** The default policy with those below it (policies.json, "read back"). */
export const policyTree: z.ZodType<WirePolicy> = flatPolicy.extend({
  routes: z.lazy(() => z.array(policyTree).nullish()),
});

export function policyFromWire(wire: WirePolicy): NotificationPolicy {
  return {
    receiver: wire.receiver ?? '',
    ...timingFromWire(wire),
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

const OPERATORS = ['=', '!=', '=~', '!~'] as const;

function matcher(name: string, operator: string, value: string): LabelMatcher {
  return { name, operator: OPERATORS.find((known) => known === operator) ?? '=', value };
}

/** Reads `name="value"`, the older writing of a matcher, with or without quotes. */
function matcherFromText(text: string): LabelMatcher {
  const [, name = '', operator = '=', value = ''] = /^\s*"?([^=!~"\s]+)"?\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(text) ?? [];
  const quoted = /^"(.*)"$/s.exec(value)?.[1];
  return matcher(name, operator, quoted?.replace(/\\(["\\])/g, '$1') ?? value);
}
