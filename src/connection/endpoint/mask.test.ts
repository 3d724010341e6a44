import fc from 'fast-check';
import { coreTime } from '../../../tests/support/coreTime';
import { heartbeatUrl, parseIntegrationUrl } from './integrationPath';
import { rememberToken } from './knownSecrets';
import { maskUrl, maskUrlsIn } from './mask';

const TOKEN = 'LUL6EatRGTbhTAKmYmWzYpgZZ';
const ADDRESS = `https://h.io/integrations/v1/alertmanager/${TOKEN}/`;

const percent = (text: string) =>
  [...text].map((char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const escapeSlashes = (text: string) => text.replaceAll('/', '\\/');
const middle = (text: string, inserted: string) => text.slice(0, -9) + inserted + text.slice(-9);

const SPELLINGS: Record<string, (url: string, token: string) => string> = {
  plain: (url) => url,
  'JSON-escaped slashes': escapeSlashes,
  'twice JSON-escaped slashes': (url) => JSON.stringify(escapeSlashes(url)),
  'slashes as \\u002f': (url) => url.replaceAll('/', '\\u002F'),
  'slashes as HTML references': (url) => url.replaceAll('/', '&#x2F;'),
  'percent-encoding': encodeURIComponent,
  'percent-encoding in small letters': (url) => encodeURIComponent(url).replaceAll('%2F', '%2f'),
  'percent-encoding, twice': (url) => encodeURIComponent(encodeURIComponent(url)),
  'an encoded token': (url, token) => url.replace(token, percent(token)),
  'an encoded token, thrice': (url, token) =>
    url.replace(token, encodeURIComponent(encodeURIComponent(percent(token)))),
  'one encoded character': (url, token) => url.replace(token, percent(token.charAt(0)) + token.slice(1)),
  'doubled slashes': (url) => url.replaceAll('/', '//').replace('////', '//'),
  'a blank inside the token': (url) => middle(url, ' '),
  'a line break inside the token': (url) => middle(url, '\r\n   '),
  'an invisible character inside the token': (url) => middle(url, '\u200b'),
  'a broken path': (url) => url.replace('/v1/', '/\n v1/ '),
  capitals: (url, token) => url.toUpperCase().replace(token.toUpperCase(), token),
  'a query': (url) => `${url}?a=1`,
  'user information': (url) => url.replace('https://', 'https://user:secret@'),
  'no slash at the end': (url) => url.slice(0, -1),
};

/** What anyone could make of a masked text. */
function readingsOf(text: string): string[] {
  const once = (one: string) =>
    one
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/&#x([0-9a-f]{2});/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/\\\//g, '/');
  const layers = [text];
  for (let layer = 0; layer < 5; layer++) {
    layers.push(once(layers[layer] ?? ''));
  }
  return layers.flatMap((layer) => [layer, layer.replace(/[\s\u200b]/g, '')]);
}

/**
 * OnCall's tokens have 25 letters and digits; older ones and other types of integration vary. One that begins like
 * another part of the address could not be told from it in what is shown.
 */
const tokens = fc.stringMatching(/^[A-Za-z0-9_-]{12,30}$/).filter((text) => !/^(hear|inte|mail)/i.test(text));

describe.each(Object.entries(SPELLINGS))('an address with %s', (_, spell) => {
  it('never shows more than three characters of its token', () => {
    fc.assert(
      fc.property(tokens, fc.boolean(), (token, isHeartbeat) => {
        const endpoint = { base: 'https://h.io', type: 'mail', token };
        const url = isHeartbeat ? heartbeatUrl(endpoint) : `https://h.io/integrations/v1/mail/${token}/`;
        const text = spell(url, token);
        const readings = [maskUrl(text), maskUrlsIn(text)].flatMap(readingsOf);
        expect(readings.filter((reading) => reading.toLowerCase().includes(token.toLowerCase()))).toEqual([]);
        expect(readings.filter((reading) => reading.includes(`/${token.slice(0, 4)}`))).toEqual([]);
      }),
      { numRuns: 50 }
    );
  });

  it('is masked inside a message, too, once its token is known', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        rememberToken(token);
        const text = spell(`https://h.io/integrations/v1/mail/${token}/`, token);
        const readings = readingsOf(maskUrlsIn(`Post "${text}": dial tcp 1.2.3.4:443, see http://h.io/x`));
        expect(readings.filter((reading) => reading.toLowerCase().includes(token.toLowerCase()))).toEqual([]);
      }),
      { numRuns: 50 }
    );
  });
});

describe('a known token', () => {
  it.each([
    ['alone', TOKEN],
    ['in small letters', TOKEN.toLowerCase()],
    ['percent-encoded', percent(TOKEN)],
    ['in a query', `key=${TOKEN}&x=1`],
    ['glued to other text', `token${TOKEN}end`],
    ['broken over lines', `${TOKEN.slice(0, 9)}\n${TOKEN.slice(9)}`],
  ])('is masked %s', (_, text) => {
    parseIntegrationUrl(ADDRESS);
    for (const reading of readingsOf(maskUrlsIn(`unknown ${text} given`))) {
      expect(reading.toLowerCase()).not.toContain(TOKEN.toLowerCase().slice(0, 4));
    }
  });

  it('leaves the rest of the message as it was', () => {
    rememberToken(TOKEN);
    expect(maskUrlsIn(`token ${TOKEN} is %20 not\nknown \\/ here`)).toBe('token LUL… is %20 not\nknown \\/ here');
  });

  it.each(['short12', 'alertmanager', 'alertman'])('does not make %s vanish from messages', (word) => {
    rememberToken(word);
    expect(maskUrlsIn(`the ${word} of it`)).toBe(`the ${word} of it`);
  });

  it('is forgotten after six thousand others', () => {
    rememberToken('forgottenToken');
    for (let index = 0; index < 6000; index++) {
      rememberToken(`another-token-${index}`);
    }
    expect(maskUrlsIn('forgottenToken another-token-7')).toBe('forgottenToken ano…');
  });
});

describe('messages', () => {
  it.each([
    ['see https://me:secret@h.io/x', 'see https://…@h.io/x'],
    ['see https%3A%2F%2Fme%3Asecret%40h.io', 'see https%3A%2F%2F…%40h.io'],
    ['see https:\\/\\/me:secret@h.io', 'see https:\\/\\/…@h.io'],
    ['at https://h.io/integrations/v1/mail/abcdefgh?k=v now', 'at https://h.io/integrations/v1/mail/abc…?… now'],
    ['https://h.io/integrations/v1/mail/abcdefgh: refused', 'https://h.io/integrations/v1/mail/abc…'],
    ['Mail me@h.io, not https://h.io', 'Mail me@h.io, not https://h.io'],
    ['50% of 3/4 \\n', '50% of 3/4 \\n'],
    ['', ''],
  ])('%s', (text, masked) => {
    expect(maskUrlsIn(text)).toBe(masked);
    expect(maskUrlsIn(masked)).toBe(masked);
  });
});

test.each(['/', '\\', '%', '://', '@', '%2f', '&#x2F;', 'integrations/v1/', 'integrations/v1/a/b', ':/a@', ' ', '\\ '])(
  'takes no time over many of %s',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect(coreTime(() => maskUrlsIn(text) + maskUrl(text)).ms).toBeLessThan(2000);
  }
);
