import type * as ownZod from './zod';

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
    jest.isolateModules(() => {
      const { z } = jest.requireActual<typeof ownZod>('./zod');
      expect(z.object({ a: z.string() }).safeParse({ a: 'x' }).success).toBe(true);
    });
  } finally {
    globalThis.Function = original;
  }
  expect(made).toEqual([]);
});
