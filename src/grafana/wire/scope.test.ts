import * as v from 'valibot';
import { evaluationToWire, ruleQueries, scopeFromWire, type Evaluation } from './scope';

it.each([{ kind: 'alerting' as const }, { kind: 'dataSource' as const, dataSourceUid: 'prom' }])(
  'recognises the scope $kind that it wrote',
  (scope) => {
    expect(scopeFromWire(evaluationToWire(scope))).toEqual(scope);
  }
);

it('stops the beat without data and on errors', () => {
  const states = { noDataState: 'OK', execErrState: 'OK' };
  expect(evaluationToWire({ kind: 'alerting' })).toMatchObject(states);
  expect(evaluationToWire({ kind: 'dataSource', dataSourceUid: 'prom' })).toMatchObject(states);
});

it('gives a query the time range that Grafana insists on, and the expression none', () => {
  const rangeOf = ({ data }: Evaluation) => data[0]?.relativeTimeRange;
  expect(rangeOf(evaluationToWire({ kind: 'dataSource', dataSourceUid: 'prom' }))).toEqual({ from: 600, to: 0 });
  expect(rangeOf(evaluationToWire({ kind: 'alerting' }))).toEqual({ from: 0, to: 0 });
});

describe('rules of other making', () => {
  const math = (expression: string) => ({ refId: 'B', datasourceUid: '__expr__', model: { type: 'math', expression } });
  const states = { noDataState: 'NoData', execErrState: 'Error' };

  it('takes 1>0 without blanks, under the old name of the expressions, as the same', () => {
    const data = [{ ...math('1>0'), datasourceUid: '-100' }];
    expect(scopeFromWire({ ...states, condition: 'B', data })).toEqual({ kind: 'alerting' });
  });

  it('sums up a query with a threshold, as the manual page makes it', () => {
    const query = { refId: 'A', datasourceUid: 'prom', model: { expr: 'vector(1)', instant: true } };
    expect(scopeFromWire({ ...states, condition: 'B', data: [query, math('$A > 0')] })).toEqual({
      kind: 'other',
      summary: 'A (prom): vector(1); B: $A > 0; condition B; no data: NoData; error: Error',
    });
  });

  it('does not take a query that keeps firing on errors for a check of its data source', () => {
    const query = { refId: 'A', datasourceUid: 'prom', model: { expr: 'vector(1) > 0', instant: true } };
    const evaluation = { condition: 'A', data: [query], noDataState: 'OK', execErrState: 'Alerting' };
    expect(scopeFromWire(evaluation).kind).toBe('other');
    expect(scopeFromWire({ ...evaluation, execErrState: 'OK' }).kind).toBe('dataSource');
  });

  it('does not fail on a rule without queries', () => {
    expect(scopeFromWire({ ...states, condition: '', data: [] }).kind).toBe('other');
  });
});

it.each([
  ['a number as its type', { type: 1, instant: 'yes' }],
  ['null in place of texts', { type: null, expr: null, expression: null, instant: null }],
  ['objects in place of texts', { type: {}, expr: { a: 1 }, expression: ['b'] }],
])('reads a query of any data source, here with %s, so that it hides no rule beside it', (_, model) => {
  const data = v.parse(ruleQueries, [{ refId: 'A', datasourceUid: 'other', model }]);
  const states = { condition: 'A', noDataState: 'NoData', execErrState: 'Error' };
  expect(scopeFromWire({ ...states, data })).toMatchObject({
    kind: 'other',
    summary: 'A (other): …; condition A; no data: NoData; error: Error',
  });
});
