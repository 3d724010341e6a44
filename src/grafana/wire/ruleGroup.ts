import * as z from '../../transport/zod';
import type { OtherRule } from '../../connection/model';
import { ruleQueries } from './scope';

const texts = z.record(z.string(), z.string());

/** A rule's own routing, in the words of the ruler API. */
export const notificationSettings = z.looseObject({
  receiver: z._default(z.string(), ''),
  group_wait: z.optional(z.string()),
  group_interval: z.optional(z.string()),
  repeat_interval: z.optional(z.string()),
  mute_time_intervals: z.nullish(z.array(z.string())),
  active_time_intervals: z.nullish(z.array(z.string())),
});

/** A rule as the ruler API shows it; rules of other kinds (recording rules) lack a condition (ruler.json). */
const rule = z.looseObject({
  for: z._default(z.string(), '0s'),
  labels: z.nullish(texts),
  annotations: z.nullish(texts),
  grafana_alert: z.optional(
    z.looseObject({
      uid: z.string(),
      title: z.string(),
      condition: z._default(z.string(), ''),
      data: z._default(ruleQueries, []),
      no_data_state: z._default(z.string(), ''),
      exec_err_state: z._default(z.string(), ''),
      is_paused: z._default(z.boolean(), false),
      provenance: z._default(z.string(), ''),
      version: z.optional(z.number()),
      updated: z.optional(z.string()),
      record: z.optional(z.unknown()),
      notification_settings: z.nullish(notificationSettings),
    })
  ),
});

export const ruleGroup = z.looseObject({
  name: z.string(),
  interval: z._default(z.string(), '60s'),
  rules: z.array(rule),
});

/** Rule groups of one folder, keyed by the folder's path; `{}` when it holds none. */
export const ruleGroupsByFolder = z.record(z.string(), z.array(ruleGroup));

type WireGroup = z.infer<typeof ruleGroup>;
export type WireAlert = NonNullable<z.infer<typeof rule>['grafana_alert']>;
type WireRule = z.infer<typeof rule> & { grafana_alert: WireAlert };

/** A rule and the group that it stands in. */
export interface PlacedRule {
  group: WireGroup;
  rule: WireRule;
}

/** Every alert rule of a folder; recording rules are left out. */
export function alertRulesIn(groups: z.infer<typeof ruleGroupsByFolder>): PlacedRule[] {
  return Object.values(groups)
    .flat()
    .flatMap((wireGroup) => wireGroup.rules.map((wireRule) => ({ group: wireGroup, rule: wireRule })))
    .filter((placed): placed is PlacedRule => isAlertRule(placed.rule));
}

const isAlertRule = (wireRule: z.infer<typeof rule>): wireRule is WireRule =>
  wireRule.grafana_alert !== undefined && !wireRule.grafana_alert.record;

/** Every rule of a folder that is no alert rule, by its place. */
export function otherRulesIn(groups: z.infer<typeof ruleGroupsByFolder>, folderUid: string): OtherRule[] {
  return Object.values(groups)
    .flat()
    .flatMap(({ name, rules }) =>
      rules
        .filter((wireRule) => !isAlertRule(wireRule))
        .map(({ grafana_alert }) => ({
          uid: grafana_alert?.uid,
          folderUid,
          group: name,
          title: grafana_alert?.title ?? name,
        }))
    );
}

/** What saving a group through the ruler API answers. */
export const savedGroup = z.looseObject({
  created: z.nullish(z.array(z.string())),
  updated: z.nullish(z.array(z.string())),
});

/** Where a single rule says that it stands. */
export const placedByItself = z.looseObject({
  grafana_alert: z.looseObject({ uid: z.string(), namespace_uid: z.string(), rule_group: z.string() }),
});
