import * as v from 'valibot';
import { mapOf, raw } from './forms';

describe('an object of any names', () => {
  // As text, because a literal would set the prototype.
  const labels: unknown = JSON.parse('{"team":"a","constructor":"b","prototype":"c","__proto__":"d"}');

  it('keeps every name, also those that objects have of themselves', () => {
    const read = v.parse(mapOf(v.string()), labels);
    expect(Object.entries(read)).toEqual([
      ['team', 'a'],
      ['constructor', 'b'],
      ['prototype', 'c'],
      ['__proto__', 'd'],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it('says under which name a value is of another form', () => {
    const read = v.safeParse(mapOf(v.string()), { team: 'a', severity: 1 });
    expect(read.issues?.map((issue) => v.getDotPath(issue))).toEqual(['severity']);
  });
});

it.each([null, undefined, [], [{}], 'text', 1])('takes %j for no object', (input) => {
  expect([v.is(raw, input), v.is(mapOf(v.unknown()), input)]).toEqual([false, false]);
});

it('leaves an object as it came, with its fields in their order', () => {
  const object = { b: 1, a: { constructor: 2 } };
  expect(v.parse(raw, object)).toBe(object);
});

it('makes and reads forms without code from text, as a strict content security policy asks', () => {
  const made: string[] = [];
  const { Function: original } = globalThis;
  globalThis.Function = new Proxy(original, {
    construct(target, args: string[]) {
      made.push(args.join());
      return new target(...args);
    },
  });
  try {
    expect(v.is(v.object({ a: mapOf(v.string()) }), { a: { b: 'c' } })).toBe(true);
  } finally {
    globalThis.Function = original;
  }
  expect(made).toEqual([]);
});
