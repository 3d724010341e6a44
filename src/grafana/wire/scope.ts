import * as v from 'valibot';
import type { HeartbeatScope } from '../../connection/model';

const ALWAYS_TRUE = '1 > 0';
const ALWAYS_ONE_SERIES = 'vector(1) > 0';

/**
 * What a rule asks, as both rule APIs write it. Keys that are not used stay. The query itself is the data source's, which
 * gives these names a meaning of its own.
 */
export const ruleQueries = v.array(
  v.looseObject({
    refId: v.string(),
    datasourceUid: v.optional(v.string(), ''),
    model: v.looseObject({
      type: v.optional(v.unknown()),
      expression: v.optional(v.unknown()),
      expr: v.optional(v.unknown()),
    }),
  })
);

type RuleQueries = v.InferOutput<typeof ruleQueries>;

/** The part of a rule that makes it fire. */
export interface Evaluation {
  condition: string;
  data: RuleQueries;
  noDataState: string;
  execErrState: string;
}

/**
 * The evaluation of a scope that the plugin writes. No data and errors count as `OK` in both scopes: a beat is to prove
 * a successful evaluation. For a data source that is the very point; the built-in expression knows neither state.
 * While the data source is down, such a rule shows as inactive and healthy, without an error (12.4.0).
 * A query needs a time range (alert-rules.json, "query with an empty time range"), the expression has none.
 */
export function evaluationToWire(scope: Exclude<HeartbeatScope, { kind: 'other' }>): Evaluation {
  const states = { condition: 'A', noDataState: 'OK', execErrState: 'OK' };
  if (scope.kind === 'alerting') {
    const model = {
      refId: 'A',
      type: 'math',
      expression: ALWAYS_TRUE,
      datasource: { type: '__expr__', uid: '__expr__' },
    };
    return { ...states, data: [query('__expr__', 0, model)] };
  }
  const prometheus = { type: 'prometheus', uid: scope.dataSourceUid };
  const model = { refId: 'A', expr: ALWAYS_ONE_SERIES, instant: true, range: false, datasource: prometheus };
  return { ...states, data: [query(scope.dataSourceUid, 600, model)] };
}

const query = (datasourceUid: string, fromSeconds: number, model: RuleQueries[number]['model']) => ({
  refId: 'A',
  queryType: '',
  relativeTimeRange: { from: fromSeconds, to: 0 },
  datasourceUid,
  model: { ...model, intervalMs: 1000, maxDataPoints: 43200 },
});

/**
 * Recognises what `evaluationToWire` writes. A data source's query that fires on errors or without data is none of
 * ours: it would go on beating while the data source is down.
 */
export function scopeFromWire({ condition, data, noDataState, execErrState }: Evaluation): HeartbeatScope {
  const [only] = data;
  if (data.length === 1 && only && only.refId === condition) {
    const { model, datasourceUid } = only;
    if (isExpression(datasourceUid)) {
      if (model.type === 'math' && sameText(model.expression, ALWAYS_TRUE)) {
        return { kind: 'alerting' };
      }
    } else if (sameText(model.expr, ALWAYS_ONE_SERIES) && noDataState === 'OK' && execErrState === 'OK') {
      return { kind: 'dataSource', dataSourceUid: datasourceUid };
    }
  }
  return { kind: 'other', summary: summaryOf({ condition, data, noDataState, execErrState }) };
}

/** `-100` is how older versions named the built-in expressions. */
const isExpression = (datasourceUid: string) => datasourceUid === '__expr__' || datasourceUid === '-100';

const sameText = (value: unknown, text: string) =>
  typeof value === 'string' && value.replace(/\s/g, '') === text.replace(/\s/g, '');

function summaryOf({ condition, data, noDataState, execErrState }: Evaluation): string {
  const queries = data.map(({ refId, datasourceUid, model }) => {
    const text = [model.expr, model.expression, model.type].find((part) => typeof part === 'string') ?? '…';
    const name = isExpression(datasourceUid) ? refId : `${refId} (${datasourceUid})`;
    return `${name}: ${String(text)}`;
  });
  return `${queries.join('; ')}; condition ${condition}; no data: ${noDataState}; error: ${execErrState}`;
}
