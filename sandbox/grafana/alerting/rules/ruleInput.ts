import type { NotificationSettings } from '../../context';
import { asObject, asText, isObject, type JsonObject } from '../../requestBody';
import { formatDuration, parseDuration } from '../duration';
import type { Labels } from '../labels';
import type { OtherFields, RuleQuery, StoredRule } from './rule';

/** What a request may say about a rule, whichever API it came through. */
export type RuleDraft = Pick<
  StoredRule,
  | 'title'
  | 'condition'
  | 'data'
  | 'noDataState'
  | 'execErrState'
  | 'pendingMs'
  | 'keepFiringMs'
  | 'missingSeriesEvals'
  | 'labels'
  | 'annotations'
  | 'isPaused'
  | 'notificationSettings'
  | 'otherFields'
>;

/** Grafana's answer to a body that does not fit the form, a bad duration included. */
export const BAD_REQUEST = 'bad request data';

/** Thrown inside the readers of this file only; `readDraft` turns it into nothing. */
class Misfit extends Error {}

function duration(value: unknown): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const ms = typeof value === 'string' ? parseDuration(value) : undefined;
  if (ms === undefined) {
    throw new Misfit();
  }
  return ms;
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}

function labels(value: unknown): Labels | undefined {
  const entries = Object.entries(asObject(value));
  if (entries.some(([, text]) => typeof text !== 'string')) {
    throw new Misfit();
  }
  return entries.length > 0 ? (Object.fromEntries(entries) as Labels) : undefined;
}

function notificationSettings(value: unknown): NotificationSettings | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const settings: NotificationSettings & JsonObject = { ...value };
  delete settings.receiver;
  if (asText(value.receiver)) {
    settings.receiver = asText(value.receiver);
  }
  for (const name of ['group_by', 'mute_time_intervals', 'active_time_intervals'] as const) {
    const list = texts(value[name]);
    delete settings[name];
    if (list?.length) {
      settings[name] = list;
    }
  }
  for (const name of ['group_wait', 'group_interval', 'repeat_interval'] as const) {
    const ms = duration(value[name]);
    delete settings[name];
    if (ms !== undefined) {
      settings[name] = formatDuration(ms);
    }
  }
  return settings;
}

function query(value: unknown): RuleQuery {
  const given = asObject(value);
  const range = asObject(given.relativeTimeRange);
  return {
    refId: asText(given.refId),
    queryType: asText(given.queryType),
    relativeTimeRange: { from: Number(range.from ?? 0), to: Number(range.to ?? 0) },
    datasourceUid: asText(given.datasourceUid),
    model: asObject(given.model),
  };
}

/** The two APIs name the same fields differently. */
const NAMES = {
  provisioning: {
    ...{ noData: 'noDataState', execErr: 'execErrState', isPaused: 'isPaused' },
    missingSeries: 'missingSeriesEvalsToResolve',
  },
  ruler: {
    ...{ noData: 'no_data_state', execErr: 'exec_err_state', isPaused: 'is_paused' },
    missingSeries: 'missing_series_evals_to_resolve',
  },
} as const;

/** Fields that are read above, or that the server decides about whatever a request says. */
const TAKEN = new Set(
  (
    'id uid guid version orgId orgID folderUID folderUid namespace_uid namespace_id ruleGroup rule_group ' +
    'intervalSeconds updated updated_by updatedBy provenance title condition data for keep_firing_for labels ' +
    'annotations notification_settings metadata grafana_alert expr'
  ).split(' ')
);
for (const names of Object.values(NAMES)) {
  Object.values(names).forEach((name) => TAKEN.add(name));
}

function others(given: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => !TAKEN.has(name) && value !== null));
}

/** Undefined when there are none; the provisioning API has one place for both kinds. */
function otherFields(api: keyof typeof NAMES, given: JsonObject, outer: JsonObject): OtherFields | undefined {
  const fields = { rule: api === 'ruler' ? others(outer) : {}, alert: others(given) };
  return Object.keys({ ...fields.rule, ...fields.alert }).length > 0 ? fields : undefined;
}

/** Reads a rule; for the ruler API `outer` is the rule and `given` its `grafana_alert`. */
export function readDraft(
  api: keyof typeof NAMES,
  given: JsonObject,
  outer: JsonObject = given
): RuleDraft | undefined {
  const names = NAMES[api];
  try {
    return {
      title: asText(given.title),
      condition: asText(given.condition),
      data: Array.isArray(given.data) ? given.data.map(query) : [],
      noDataState: asText(given[names.noData]) || 'NoData',
      execErrState: asText(given[names.execErr]) || 'Alerting',
      pendingMs: duration(outer.for) ?? 0,
      keepFiringMs: duration(outer.keep_firing_for) ?? 0,
      missingSeriesEvals: Number(given[names.missingSeries] ?? 0) || undefined,
      labels: labels(outer.labels),
      annotations: labels(outer.annotations),
      isPaused: given[names.isPaused] === true,
      notificationSettings: notificationSettings(given.notification_settings),
      otherFields: otherFields(api, given, outer),
    };
  } catch (error) {
    if (error instanceof Misfit) {
      return undefined;
    }
    throw error;
  }
}

/** The same content in the same order of keys. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (!isObject(value)) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

/** Queries as Grafana stores them: two settings filled in, keys in order. */
export function storedQueries(data: RuleQuery[]): RuleQuery[] {
  return data.map((given) => ({
    ...given,
    model: asObject(sorted({ intervalMs: 1000, maxDataPoints: 43200, ...given.model })),
  }));
}
