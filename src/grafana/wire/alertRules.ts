import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import type { AlertRule, LabelSet } from '../../connection/policies/types';
import { INTERVAL_ANNOTATION } from '../../connection/desired/objects';
import { timing, timingFromWire, timings, timingsFromWire } from './policy';

const texts = mapOf(v.string());

const rule = v.looseObject({
  uid: v.optional(v.string(), ''),
  name: v.string(),
  type: v.optional(v.string(), 'alerting'),
  /** Pending period in seconds; left out when there is none. */
  duration: v.optional(v.number(), 0),
  isPaused: v.optional(v.boolean(), false),
  labels: v.nullish(texts),
  annotations: v.nullish(texts),
  alerts: v.nullish(v.array(v.looseObject({ labels: v.nullish(texts) }))),
  notificationSettings: v.nullish(
    v.looseObject({ receiver: v.optional(v.string(), ''), policy: v.optional(v.string(), ''), ...timing, ...timings })
  ),
});

/** Rules with routing and interval, in Prometheus' form (state.json, "rules of the folder"). */
export const foundRules = v.looseObject({
  data: v.looseObject({
    groups: v.array(
      v.looseObject({
        name: v.string(),
        file: v.optional(v.string(), ''),
        folderUid: v.optional(v.string(), ''),
        interval: v.number(),
        rules: v.array(rule),
      })
    ),
    groupNextToken: v.nullish(v.string()),
  }),
});

/** The alert rules of a list in Prometheus' form; recording rules are left out. */
export function rulesFromWire({ data }: v.InferOutput<typeof foundRules>): AlertRule[] {
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
        heartbeatInterval: intervalIn(wire.annotations ?? {}),
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

/** What the annotation of a heartbeat tells of its interval, seconds. */
export const intervalIn = (annotations: LabelSet): number | undefined =>
  Number(annotations[INTERVAL_ANNOTATION]) || undefined;

/** From 13 on a rule may name a policy tree; both of these names mean the default one. */
export function otherTree(name: string | undefined): string | undefined {
  return name === undefined || ['', 'default', 'user-defined'].includes(name) ? undefined : name;
}

/** Labels of the alerts of one rule; none when it is not among the rules. */
export function alertsFromWire({ data }: v.InferOutput<typeof foundRules>, uid: string): LabelSet[] {
  const found = data.groups.flatMap(({ rules }) => rules).find((candidate) => candidate.uid === uid);
  return (found?.alerts ?? []).map(({ labels }) => labels ?? {});
}
