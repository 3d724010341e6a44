import * as v from 'valibot';
import { mapOf, raw } from '../../transport/forms';
import { parseDuration } from '../../connection/timing/duration';
import { notificationSettings, type PlacedRule } from './ruleGroup';
import { ungroupedName } from './ungrouped';

const texts = mapOf(v.string());

const expression = v.looseObject({
  queryType: v.optional(v.string()),
  relativeTimeRange: v.nullish(v.looseObject({ from: v.optional(v.string(), '0s'), to: v.optional(v.string(), '0s') })),
  datasourceUID: v.optional(v.string()),
  model: v.optional(v.looseObject({}), {}),
  source: v.optional(v.boolean()),
});

/** A rule as an object of its own (app-platform-rules.json, "get"). */
export const ruleObject = v.looseObject({
  metadata: v.looseObject({
    name: v.string(),
    resourceVersion: v.optional(v.string(), ''),
    labels: v.nullish(texts),
    annotations: v.nullish(texts),
  }),
  spec: v.looseObject({
    title: v.string(),
    paused: v.optional(v.boolean(), false),
    trigger: v.looseObject({ interval: v.string() }),
    labels: v.nullish(texts),
    annotations: v.nullish(texts),
    for: v.optional(v.string(), '0s'),
    noDataState: v.optional(v.string(), ''),
    execErrState: v.optional(v.string(), ''),
    notificationSettings: v.nullish(raw),
    expressions: mapOf(expression),
  }),
});

/** Lists come in pages where there are many; 12.4 takes no notice of selectors ("list by folder"). */
export const ruleObjectList = v.looseObject({
  metadata: v.nullish(v.looseObject({ continue: v.optional(v.string()) })),
  items: v.array(ruleObject),
});

export type RuleObject = v.InferOutput<typeof ruleObject>;

export const FOLDER = 'grafana.app/folder';
const PROVENANCE = 'grafana.com/provenance';

/** Names in the ruler API, and here. */
export const SETTINGS = {
  group_by: 'groupBy',
  group_wait: 'groupWait',
  group_interval: 'groupInterval',
  repeat_interval: 'repeatInterval',
  mute_time_intervals: 'muteTimeIntervals',
  active_time_intervals: 'activeTimeIntervals',
} as const;
const FROM_OBJECT = Object.fromEntries(Object.entries(SETTINGS).map(([ruler, object]) => [object, ruler]));

/** The same settings under the names of the other API; what has no other name keeps its own. */
export const renamed = (settings: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [names[name] ?? name, value]));

/** Uid of the rule's folder; '' where the object names none. */
export const folderOf = ({ metadata }: RuleObject): string =>
  metadata.annotations?.[FOLDER] ?? metadata.labels?.[FOLDER] ?? '';

/** The rule as the ruler API shows it, where one that is in no group has a generated one. */
export function placedRule({ metadata, spec }: RuleObject): PlacedRule {
  const { name, resourceVersion, labels, annotations } = metadata;
  const expressions = Object.entries(spec.expressions);
  const settings = v.fallback(v.nullish(notificationSettings), undefined);
  return {
    group: { name: labels?.['grafana.com/group'] ?? ungroupedName(name), interval: spec.trigger.interval, rules: [] },
    rule: {
      for: spec.for,
      labels: spec.labels,
      annotations: spec.annotations,
      grafana_alert: {
        uid: name,
        title: spec.title,
        condition: expressions.find(([, { source }]) => source)?.[0] ?? '',
        data: expressions.map(([refId, { queryType, relativeTimeRange, datasourceUID, model }]) => ({
          refId,
          queryType: queryType ?? '',
          relativeTimeRange: { from: secondsOf(relativeTimeRange?.from), to: secondsOf(relativeTimeRange?.to) },
          datasourceUid: datasourceUID ?? EXPRESSIONS,
          model,
        })),
        no_data_state: spec.noDataState,
        exec_err_state: spec.execErrState,
        is_paused: spec.paused,
        provenance: annotations?.[PROVENANCE] ?? '',
        version: Number(resourceVersion) || undefined,
        updated: annotations?.['grafana.com/updateTimestamp'],
        notification_settings: v.parse(
          settings,
          spec.notificationSettings && renamed(spec.notificationSettings, FROM_OBJECT)
        ),
      },
    },
  };
}

export const EXPRESSIONS = '__expr__';
const secondsOf = (text: string | undefined) => parseDuration(text ?? '') ?? 0;
