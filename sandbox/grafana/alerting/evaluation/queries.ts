import { asText } from '../../requestBody';
import { EXPRESSION_SOURCE, type RuleQuery } from '../rules/rule';
import { evaluateExpression, evaluatePromQuery } from './expression';

export interface DataSource {
  uid: string;
  type: string;
  /** Set while the data source cannot be asked: what a query then fails with. */
  failure?: string;
}

export type ConditionResult =
  | { kind: 'alerting' | 'normal'; values: Record<string, number>; types: Record<string, string> }
  | { kind: 'noData' }
  | { kind: 'error'; error: string };

type Value = { value: number } | { noData: true } | { error: string };

const THRESHOLDS: Record<string, (value: number, params: number[]) => boolean> = {
  gt: (value, [limit = 0]) => value > limit,
  lt: (value, [limit = 0]) => value < limit,
  gte: (value, [limit = 0]) => value >= limit,
  lte: (value, [limit = 0]) => value <= limit,
  eq: (value, [limit = 0]) => value === limit,
  ne: (value, [limit = 0]) => value !== limit,
  within_range: (value, [from = 0, to = 0]) => value > from && value < to,
  outside_range: (value, [from = 0, to = 0]) => value < from || value > to,
};

function threshold(model: Record<string, unknown>, value: number): Value {
  const [condition] = Array.isArray(model.conditions) ? (model.conditions as unknown[]) : [];
  const { evaluator } = (condition ?? {}) as { evaluator?: { type?: string; params?: number[] } };
  const test = THRESHOLDS[evaluator?.type ?? ''];
  return test
    ? { value: Number(test(value, evaluator?.params ?? [])) }
    : { error: `unsupported threshold function ${evaluator?.type ?? ''}` };
}

/** Evaluates the condition of a rule; constant queries and the expressions on top of them. */
export function evaluateCondition(data: RuleQuery[], condition: string, sources: DataSource[]): ConditionResult {
  const known = new Map<string, Value>();
  const types: Record<string, string> = {};

  function valueOf(refId: string): Value {
    const before = known.get(refId);
    if (before) {
      return before;
    }
    const query = data.find((candidate) => candidate.refId === refId);
    const value: Value = query ? compute(query) : { error: `condition ${refId} does not exist` };
    known.set(refId, value);
    return value;
  }

  function compute(query: RuleQuery): Value {
    known.set(query.refId, { error: `expression ${query.refId} refers to itself` });
    const isExpression = query.datasourceUid === EXPRESSION_SOURCE || query.datasourceUid === '-100';
    types[query.refId] = isExpression ? asText(query.model.type) : 'query';
    return isExpression ? computeExpression(query) : computeQuery(query);
  }

  function computeQuery(query: RuleQuery): Value {
    const source = sources.find(({ uid }) => uid === query.datasourceUid);
    const failed = (reason: string): Value => ({
      error: `[sse.dataQueryError] failed to execute query [${query.refId}]: ${reason}`,
    });
    if (!source) {
      return { error: `failed to build query '${query.refId}': data source not found` };
    }
    if (source.failure !== undefined) {
      return failed(source.failure);
    }
    const result = evaluatePromQuery(asText(query.model.expr));
    if ('noData' in result) {
      return { noData: true };
    }
    return 'reason' in result ? failed(`bad_data: parse error: ${result.reason}`) : result;
  }

  function computeExpression({ model, refId }: RuleQuery): Value {
    const type = asText(model.type);
    const expression = asText(model.expression);
    if (type === 'math') {
      const names = [...expression.matchAll(/\$\{?(\w+)\}?/g)].map((found) => found[1] ?? '');
      const stopped = names.map(valueOf).find((value) => !('value' in value));
      if (stopped) {
        return stopped;
      }
      const result = evaluateExpression(expression, (name) => {
        const value = valueOf(name);
        return 'value' in value ? value.value : undefined;
      });
      return 'reason' in result ? { error: `failed to parse expression '${refId}': ${result.reason}` } : result;
    }
    const input = valueOf(expression.replace(/^\$\{?(\w+)\}?$/, '$1'));
    if (!('value' in input) || type === 'reduce') {
      return input;
    }
    return type === 'threshold' ? threshold(model, input.value) : { error: `unsupported expression type ${type}` };
  }

  const result = valueOf(condition);
  if ('error' in result) {
    return { kind: 'error', error: result.error };
  }
  if ('noData' in result) {
    return { kind: 'noData' };
  }
  const values: Record<string, number> = {};
  for (const [refId, value] of known) {
    if ('value' in value) {
      values[refId] = value.value;
    }
  }
  return { kind: result.value !== 0 ? 'alerting' : 'normal', values, types };
}
