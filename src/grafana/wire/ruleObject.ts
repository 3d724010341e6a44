import * as z from '../../transport/zod';
import { parseDuration } from '../../connection/timing/duration';
import { notificationSettings, type PlacedRule } from './ruleGroup';
import { ungroupedName } from './ungrouped';

const texts = z.record(z.string(), z.string());

const expression = z.looseObject({
  queryType: z.optional(z.string()),
  relativeTimeRange: z.nullish(z.looseObject({ from: z._default(z.string(), '0s'), to: z._default(z.string(), '0s') })),
  datasourceUID: z.optional(z.string()),
  model: z._default(z.looseObject({}), {}),
  source: z.optional(z.boolean()),
});

/** A rule as an object of its own (app-platform-rules.json, "get"). */
export const ruleObject = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    resourceVersion: z._default(z.string(), ''),
    labels: z.nullish(texts),
    annotations: z.nullish(texts),
  }),
  spec: z.looseObject({
    title: z.string(),
    paused: z._default(z.boolean(), false),
    trigger: z.looseObject({ interval: z.string() }),
    labels: z.nullish(texts),
    annotations: z.nullish(texts),
    for: z._default(z.string(), '0s'),
    noDataState: z._default(z.string(), ''),
    execErrState: z._default(z.string(), ''),
    notificationSettings: z.nullish(z.record(z.string(), z.unknown())),
    expressions: z.record(z.string(), expression),
  }),
});

/** Lists come in pages where there are many; 12.4 takes no notice of selectors ("list by folder"). */
export const ruleObjectList = z.looseObject({
  metadata: z.nullish(z.looseObject({ continue: z.optional(z.string()) })),
  items: z.array(ruleObject),
});

export type RuleObject = z.infer<typeof ruleObject>;

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
  const settings = z.catch(z.nullish(notificationSettings), undefined);
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
        notification_settings: settings.parse(
          spec.notificationSettings && renamed(spec.notificationSettings, FROM_OBJECT)
        ),
      },
    },
  };
}

export const EXPRESSIONS = '__expr__';
const secondsOf = (text: string | undefined) => parseDuration(text ?? '') ?? 0;
