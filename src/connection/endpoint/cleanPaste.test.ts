import fc from 'fast-check';
import { atBest, coreTime } from '../../../tests/support/coreTime';
import { cleanPaste } from './cleanPaste';
import { endpointOfUrl } from './identity';
import { readAddress } from './readAddress';

const ADDRESS = 'https://h.io/integrations/v1/alertmanager/LUL6EatRGTbhTAKmYmWzYpgZZ/';

const milliseconds = (read: () => unknown) => atBest(3, () => coreTime(read));

test.each([
  '(',
  '[',
  ')',
  ']',
  '()',
  '[](',
  '"',
  "'",
  '“',
  ' ',
  '\n',
  '/',
  '.',
  ',',
  '!',
  '://',
  'a.',
  'http://',
  '\u200b',
])('a million characters of %j are read at once', (piece) => {
  const text = piece.repeat(1_000_000 / piece.length);
  const variants = [text, `${text}x`, `x${text}`, `https://${text}x`, `[a](${text}`];
  for (const variant of variants) {
    expect(milliseconds(() => readAddress(variant))).toBeLessThan(50);
    expect(milliseconds(() => endpointOfUrl(variant))).toBeLessThan(50);
  }
});

test('nothing that anybody can paste takes long', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '[',
      ']',
      '](',
      '"',
      "'",
      '<',
      '>',
      ' ',
      '\n',
      '/',
      '//',
      '.',
      ',',
      ';',
      '!',
      ':',
      '@',
      '?',
      '#',
      '%',
      '\\',
    ],
    ...[
      'a',
      'https://',
      'http:/',
      'h.io',
      '/integrations/v1/',
      '/a/grafana-irm-app',
      'curl ',
      'heartbeat/',
      '\u200b',
      '“',
      '”',
    ]
  );
  const runs = fc.array(fc.tuple(pieces, fc.integer({ min: 1, max: 1500 })), { maxLength: 6 });
  fc.assert(
    fc.property(runs, (parts) => {
      const text = parts.map(([piece, times]) => piece.repeat(times)).join('');
      expect(milliseconds(() => readAddress(text))).toBeLessThan(100);
    }),
    { numRuns: 300 }
  );
});

test('an address is unwrapped however deep it is wrapped, up to the length that is looked at', () => {
  const deep = 900;
  const marks: Array<[string, string]> = [
    ['(', ')'],
    ['[', ']'],
    ['"', '"'],
    ['( ', ' ).'],
    ['[x](', ')'],
  ];
  for (const [open, close] of marks) {
    const times = Math.floor(deep / open.length);
    expect(cleanPaste(open.repeat(times) + ADDRESS + close.repeat(times)).text).toBe(ADDRESS);
  }
  expect(readAddress(`${ADDRESS}${' '.repeat(10_000)}`)).toMatchObject({ ok: true });
  expect(readAddress(`${' '.repeat(4000)}${ADDRESS}`)).toEqual({ ok: false, reason: 'empty' });
});
