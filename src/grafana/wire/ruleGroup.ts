import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import type { OtherRule } from '../../connection/model';
import { ruleQueries } from './scope';

const texts = mapOf(v.string());

/** A rule's own routing, in the words of the ruler API. */
export const notificationSettings = v.looseObject({
  receiver: v.optional(v.string(), ''),
  group_wait: v.optional(v.string()),
  group_interval: v.optional(v.string()),
  repeat_interval: v.optional(v.string()),
  mute_time_intervals: v.nullish(v.array(v.string())),
  active_time_intervals: v.nullish(v.array(v.string())),
});

/** A rule as the ruler API shows it; rules of other kinds (recording rules) lack a condition (ruler.json). */
const rule = v.looseObject({
  for: v.optional(v.string(), '0s'),
  labels: v.nullish(texts),
  annotations: v.nullish(texts),
  grafana_alert: v.optional(
    v.looseObject({
      uid: v.string(),
      title: v.string(),
      condition: v.optional(v.string(), ''),
      data: v.optional(ruleQueries, []),
      no_data_state: v.optional(v.string(), ''),
      exec_err_state: v.optional(v.string(), ''),
      is_paused: v.optional(v.boolean(), false),
      provenance: v.optional(v.string(), ''),
      version: v.optional(v.number()),
      updated: v.optional(v.string()),
      record: v.optional(v.unknown()),
      notification_settings: v.nullish(notificationSettings),
    })
  ),
});

export const ruleGroup = v.looseObject({
  name: v.string(),
  interval: v.optional(v.string(), '60s'),
  rules: v.array(rule),
});

/** Rule groups of one folder, keyed by the folder's path; `{}` when it holds none. */
export const ruleGroupsByFolder = mapOf(v.array(ruleGroup));

type WireGroup = v.InferOutput<typeof ruleGroup>;
export type WireAlert = NonNullable<v.InferOutput<typeof rule>['grafana_alert']>;
type WireRule = v.InferOutput<typeof rule> & { grafana_alert: WireAlert };

/** A rule and the group that it stands in. */
export interface PlacedRule {
  group: WireGroup;
  rule: WireRule;
}

/** Every alert rule of a folder; recording rules are left out. */
export function alertRulesIn(groups: v.InferOutput<typeof ruleGroupsByFolder>): PlacedRule[] {
  return Object.values(groups)
    .flat()
    .flatMap((wireGroup) => wireGroup.rules.map((wireRule) => ({ group: wireGroup, rule: wireRule })))
    .filter((placed): placed is PlacedRule => isAlertRule(placed.rule));
}

const isAlertRule = (wireRule: v.InferOutput<typeof rule>): wireRule is WireRule =>
  wireRule.grafana_alert !== undefined && !wireRule.grafana_alert.record;

/** Every rule of a folder that is no alert rule, by its place. */
export function otherRulesIn(groups: v.InferOutput<typeof ruleGroupsByFolder>, folderUid: string): OtherRule[] {
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
export const savedGroup = v.looseObject({
  created: v.nullish(v.array(v.string())),
  updated: v.nullish(v.array(v.string())),
});

/** Where a single rule says that it stands. */
export const placedByItself = v.looseObject({
  grafana_alert: v.looseObject({ uid: v.string(), namespace_uid: v.string(), rule_group: v.string() }),
});
