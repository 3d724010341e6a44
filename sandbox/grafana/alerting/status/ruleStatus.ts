import { routedLabels } from '../evaluation/alertOfInstance';
import { formatState, isFiring, type Instance } from '../evaluation/instance';
import { matchesAll, type Matcher } from '../labels';
import { EXPRESSION_SOURCE, type StoredRule } from '../rules/rule';
import { inSeconds, NEVER } from '../times';

export interface RuleStatusOptions {
  folderTitle: string;
  /** Only alerts with these labels are shown. */
  matchers: Matcher[];
  limitAlerts: number;
}

/** How long the recorded evaluations took, in seconds: a built-in expression, a query. */
const EVALUATION_SECONDS = { expression: 4.4e-5, query: 0.0022 };

function isExpression(datasourceUid: string): boolean {
  return datasourceUid === EXPRESSION_SOURCE;
}

/** Go writes JSON with these characters escaped. */
function goJson(value: unknown): string {
  const escapes: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return JSON.stringify(value).replace(/[<>&]/g, (character) => escapes[character] ?? character);
}

function queryText({ data }: StoredRule): string {
  const queries = data.flatMap(({ model }) => (typeof model.expr === 'string' ? [model.expr] : []));
  return queries.length > 0 ? queries.join(' | ') : goJson(data);
}

/** A number as Go's %e without trailing zeros: 1e+00. */
function goExponent(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

function valueText({ values }: Instance): string {
  const entries = Object.entries(values);
  return entries.length === 1
    ? goExponent(entries[0]?.[1] ?? 0)
    : entries.map(([refId, value]) => `${refId}: ${goExponent(value)}`).join(', ');
}

function ruleState(instance: Instance | undefined): string {
  switch (instance?.state) {
    case 'Alerting':
      return 'firing';
    case 'Pending':
      return 'pending';
    case 'Recovering':
      return 'recovering';
    default:
      return 'inactive';
  }
}

function health(instance: Instance | undefined): string {
  if (instance?.state === 'Error' || instance?.error !== undefined) {
    return 'error';
  }
  return instance?.state === 'NoData' ? 'nodata' : 'ok';
}

function shownAlert(rule: StoredRule, instance: Instance, folderTitle: string) {
  const shows = isFiring(instance.state) || instance.state === 'Pending';
  return {
    labels: routedLabels(rule, folderTitle),
    annotations: rule.annotations ?? {},
    state: formatState(instance),
    activeAt: inSeconds(instance.startsAt),
    value: shows && instance.state !== 'NoData' && instance.state !== 'Error' ? valueText(instance) : '',
  };
}

/** A rule with its state, as the Prometheus-compatible API of Grafana shows it. */
export function ruleStatus(rule: StoredRule, instance: Instance | undefined, options: RuleStatusOptions) {
  const { labels, annotations, notificationSettings, provenance } = rule;
  const isShown = instance !== undefined && matchesAll(options.matchers, routedLabels(rule, options.folderTitle));
  const totals = instance ? { [instance.state.toLowerCase()]: 1 } : undefined;
  const alerts = isShown && options.limitAlerts !== 0 ? [shownAlert(rule, instance, options.folderTitle)] : [];
  const sources = rule.data.map(({ datasourceUid }) => datasourceUid).filter((uid) => !isExpression(uid));
  const seconds = sources.length > 0 ? EVALUATION_SECONDS.query : EVALUATION_SECONDS.expression;
  return {
    state: ruleState(instance),
    name: rule.title,
    query: queryText(rule),
    ...(sources.length > 0 && { queriedDatasourceUIDs: sources }),
    ...(rule.pendingMs > 0 && { duration: rule.pendingMs / 1000 }),
    ...(rule.keepFiringMs > 0 && { keepFiringFor: rule.keepFiringMs / 1000 }),
    ...(annotations && { annotations }),
    ...(instance?.state === 'Alerting' && { activeAt: inSeconds(instance.startsAt) }),
    ...(alerts.length > 0 && { alerts }),
    ...(totals && { totals }),
    ...(totals && isShown && { totalsFiltered: totals }),
    uid: rule.uid,
    folderUid: rule.folderUid,
    ...(labels && { labels }),
    health: health(instance),
    ...(instance?.error !== undefined && { lastError: instance.error }),
    type: 'alerting',
    lastEvaluation: instance ? inSeconds(instance.evaluatedAt) : NEVER,
    evaluationTime: instance ? seconds : 0,
    isPaused: rule.isPaused,
    ...(notificationSettings && { notificationSettings }),
    ...(provenance && { provenance }),
  };
}
