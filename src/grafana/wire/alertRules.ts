import * as z from '../../transport/zod';
import type { AlertRule, LabelSet } from '../../connection/policies/types';
import { INTERVAL_ANNOTATION } from '../../connection/desired/objects';
import { timing, timingFromWire, timings, timingsFromWire } from './policy';

const texts = z.record(z.string(), z.string());

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
export function alertsFromWire({ data }: z.infer<typeof foundRules>, uid: string): LabelSet[] {
  const found = data.groups.flatMap(({ rules }) => rules).find((candidate) => candidate.uid === uid);
  return (found?.alerts ?? []).map(({ labels }) => labels ?? {});
}
