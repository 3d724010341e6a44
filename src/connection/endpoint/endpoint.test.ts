import fc from 'fast-check';
import { atBest, coreTime } from '../../../tests/support/coreTime';
import { connectionId, endpointOfUrl, nearTwin, sameEndpoint } from './identity';
import { endpointUrl, heartbeatUrl } from './integrationPath';
import { maskUrl, maskUrlsIn } from './mask';
import { readEndpoint } from './readEndpoint';
import { readHeartbeatUrl } from './readHeartbeatUrl';
import type { Endpoint } from '../model';
import { endpoint, otherEndpoint } from '../testing/fixtures';

const URL_OF_ALERTS = 'https://oncall.example.net/oncall/integrations/v1/alertmanager/LUL6EatRGTbhTAKmYmWzYpgZZ/';

// What begins with `xn--` stands for other letters, and mostly for none.
const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/).filter((text) => !text.startsWith('xn--'));
const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/).filter((text) => text !== 'heartbeat');
const endpoints = fc
  .record({
    scheme: fc.constantFrom('https', 'http'),
    host: fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.')),
    port: fc.constantFrom('', ':8080', ':10443'),
    prefix: fc.array(label, { maxLength: 2 }).map((parts) => parts.map((part) => `/${part}`).join('')),
    type: word,
    token: word,
  })
  .map(({ scheme, host, port, prefix, type, token }) => ({ base: `${scheme}://${host}${port}${prefix}`, type, token }));

const exact = { isExact: true, works: true };

describe('reading an endpoint', () => {
  it('gives back every endpoint that it wrote itself', () => {
    fc.assert(
      fc.property(endpoints, (written) => {
        const reading = readEndpoint(endpointUrl(written));
        expect(reading).toMatchObject({ ok: true, endpoint: written, url: endpointUrl(written) });
        expect(endpointOfUrl(endpointUrl(written))).toEqual({ ...exact, endpoint: written, isHeartbeat: false });
        expect(endpointOfUrl(heartbeatUrl(written))).toEqual({ ...exact, endpoint: written, isHeartbeat: true });
        expect(readHeartbeatUrl(heartbeatUrl(written), written)).toMatchObject({ ok: true, endpoint: written });
      })
    );
  });

  it('never throws and never accepts what it would write differently', () => {
    const pieces = fc.constantFrom(
      'https://',
      'h.io',
      '/integrations/v1/',
      'alertmanager/',
      'tok',
      '/',
      ' ',
      '\n',
      '"',
      '%',
      '[',
      '@',
      '?',
      '#',
      ':',
      'heartbeat/',
      'é',
      '\u200b'
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join(''))
        ),
        (text) => {
          const reading = readEndpoint(text);
          if (reading.ok) {
            expect(readEndpoint(reading.url)).toMatchObject({ ok: true, endpoint: reading.endpoint, url: reading.url });
          }
          maskUrl(text);
          endpointOfUrl(text);
        }
      ),
      { numRuns: 1000 }
    );
  });

  it.each([
    ['as it is', URL_OF_ALERTS, []],
    ['blanks around it', `  ${URL_OF_ALERTS}\n`, ['whitespaceRemoved']],
    ['a line break from a terminal', URL_OF_ALERTS.replace('LUL6', 'LU\r\n  L6'), ['whitespaceRemoved']],
    ['invisible characters', `\ufeff${URL_OF_ALERTS.replace('/v1', '\u200b/v1')}`, ['whitespaceRemoved']],
    ['quotation marks', `"${URL_OF_ALERTS}"`, ['wrappingRemoved']],
    ['typographic quotation marks', `“${URL_OF_ALERTS}”,`, ['wrappingRemoved']],
    ['angle brackets', `<${URL_OF_ALERTS}>`, ['wrappingRemoved']],
    ['a Markdown link', `[HTTP endpoint](${URL_OF_ALERTS})`, ['wrappingRemoved']],
    ['no slash at the end', URL_OF_ALERTS.slice(0, -1), ['slashAdded']],
    ['two slashes', URL_OF_ALERTS.replace('/integrations', '//integrations'), ['slashesMerged']],
    ['a query', `${URL_OF_ALERTS}?a=1#top`, ['queryDropped']],
    ['an uppercase scheme and host', URL_OF_ALERTS.replace('https://oncall', 'HTTPS://OnCall'), []],
    ['the default port', URL_OF_ALERTS.replace('.net/', '.net:443/'), []],
  ])('takes an endpoint with %s', (_, text, notes) => {
    expect(readEndpoint(text)).toEqual({ ok: true, endpoint, url: URL_OF_ALERTS, notes });
  });

  it.each([
    ['http://oncall.example.net/integrations/v1/alertmanager/abc/', ['plainHttp']],
    ['http://localhost:8080/integrations/v1/alertmanager/abc/', ['thisMachine']],
    ['http://127.0.0.1:8080/integrations/v1/alertmanager/abc/', ['thisMachine']],
    ['http://[::1]:8080/integrations/v1/alertmanager/abc/', ['thisMachine']],
    ['https://h.io/integrations/v1/webhook/abc/', ['webhookType']],
    ['https://h.io/integrations/v1/zabbix/abc/', ['unknownType']],
    ['https://h.io/integrations/v1/grafana_alerting/abc/', []],
  ])('notes what is worth knowing about %s', (text, notes) => {
    expect(readEndpoint(text)).toMatchObject({ ok: true, notes });
  });

  it.each([
    ['', 'empty', undefined],
    [' \n\u200b ', 'empty', undefined],
    [
      'oncall.example.net/oncall/integrations/v1/alertmanager/LUL6EatRGTbhTAKmYmWzYpgZZ',
      'schemeMissing',
      URL_OF_ALERTS,
    ],
    [
      'localhost:8080/integrations/v1/alertmanager/abc/',
      'schemeMissing',
      'http://localhost:8080/integrations/v1/alertmanager/abc/',
    ],
    ['//h.io/integrations/v1/alertmanager/abc/', 'schemeMissing', 'https://h.io/integrations/v1/alertmanager/abc/'],
    ['ftp://h.io/integrations/v1/alertmanager/abc/', 'schemeNotHttp', undefined],
    ['mailto:someone@example.net', 'schemeNotHttp', undefined],
    ['production', 'notAnAddress', undefined],
    ['https://', 'notAnAddress', undefined],
    ['https:/h.io/integrations/v1/alertmanager/abc/', 'notAnAddress', 'https://h.io/integrations/v1/alertmanager/abc/'],
    [`Please use ${URL_OF_ALERTS}.`, 'notAnAddress', URL_OF_ALERTS],
    [`curl -X POST -d '{}' '${URL_OF_ALERTS}'`, 'commandLine', URL_OF_ALERTS],
    [`$ curl \\\n  ${URL_OF_ALERTS} \\\n -d x`, 'commandLine', URL_OF_ALERTS],
    [`${URL_OF_ALERTS} ${URL_OF_ALERTS}heartbeat/`, 'severalAddresses', undefined],
    [`${URL_OF_ALERTS}${URL_OF_ALERTS}`, 'severalAddresses', undefined],
    ['https://me:secret@h.io/integrations/v1/alertmanager/abc/', 'credentialsInAddress', undefined],
    [`${URL_OF_ALERTS}heartbeat/`, 'heartbeatAddress', URL_OF_ALERTS],
    [`${URL_OF_ALERTS}heartbeat`, 'heartbeatAddress', URL_OF_ALERTS],
    [
      'https://x.grafana.net/a/grafana-oncall-app/integrations/CV5Z2QX1ABCDE',
      'browserAddress',
      'https://x.grafana.net/a/grafana-oncall-app/integrations/CV5Z2QX1ABCDE',
    ],
    ['https://x.grafana.net/a/grafana-irm-app/integrations/monitoring-systems?tab=a', 'browserAddress', undefined],
    [
      'https://g.example.net/grafana/a/grafana-irm-app/integrations/CV5Z2QX1ABCDE/?x=1',
      'browserAddress',
      'https://g.example.net/grafana/a/grafana-irm-app/integrations/CV5Z2QX1ABCDE',
    ],
    ['https://x.grafana.net/', 'browserAddress', undefined],
    ['https://oncall.example.net/oncall/api/v1/integrations/CV5Z2QX1ABCDE/', 'apiAddress', undefined],
    ['https://h.io/integrations/v1/alertmanager/', 'tokenMissing', undefined],
    ['https://h.io/integrations/v1/alertmanager/heartbeat/', 'tokenMissing', undefined],
    ['https://h.io/integrations/v1/', 'tokenMissing', undefined],
    ['https://h.io/integrations/v1/alertmanager/LUL…/', 'tokenUnusable', undefined],
    ['https://h.io/integrations/v1/alertmanager/*****/', 'tokenUnusable', undefined],
    ['https://h.io/integrations/v1/alertmanager/<token>/', 'tokenUnusable', undefined],
    ['https://h.io/integrations/v1/alertmanager/abc/def/', 'notAnIntegration', undefined],
    ['https://hooks.example.com/services/T0/B0/XYZ', 'notAnIntegration', undefined],
  ])('refuses %s: %s', (text, reason, suggestion) => {
    expect(readEndpoint(text)).toEqual({ ok: false, reason, ...(suggestion && { suggestion }) });
  });

  it('refuses an address without end', () => {
    expect(readEndpoint(URL_OF_ALERTS + 'a'.repeat(3000))).toEqual({ ok: false, reason: 'notAnAddress' });
  });
});

describe('reading a heartbeat address', () => {
  it('takes that of the same integration', () => {
    const url = heartbeatUrl(endpoint);
    expect(readHeartbeatUrl(url.slice(0, -1), endpoint)).toEqual({ ok: true, endpoint, url, notes: ['slashAdded'] });
  });

  it.each([
    ['another token', otherEndpoint],
    ['another scheme', { ...endpoint, base: endpoint.base.replace('https', 'http') }],
    ['another path in front', { ...endpoint, base: 'https://oncall.example.net' }],
  ])('refuses that of another integration, with %s, and proposes its own', (_, other) => {
    expect(readHeartbeatUrl(heartbeatUrl(other), endpoint)).toEqual({
      ok: false,
      reason: 'otherIntegration',
      suggestion: heartbeatUrl(endpoint),
    });
  });

  it('takes it with another type in the path, which IRM does not look at', () => {
    const url = heartbeatUrl({ ...endpoint, type: 'webhook' });
    expect(readHeartbeatUrl(url, endpoint)).toMatchObject({ ok: true, url, notes: [] });
  });

  it('refuses the address for alerts and proposes the heartbeat behind it', () => {
    const reading = readHeartbeatUrl(URL_OF_ALERTS, endpoint);
    expect(reading).toEqual({ ok: false, reason: 'alertAddress', suggestion: heartbeatUrl(endpoint) });
  });

  it('finds the heartbeat address in a sentence', () => {
    const reading = readHeartbeatUrl(`Send beats to ${heartbeatUrl(endpoint)}`, endpoint);
    expect(reading).toEqual({ ok: false, reason: 'notAnAddress', suggestion: heartbeatUrl(endpoint) });
  });
});

describe('telling endpoints apart', () => {
  it('gives each endpoint an id of its own, always the same', () => {
    expect(connectionId(endpoint)).toMatch(/^[0-9a-f]{10}$/);
    expect(connectionId({ ...endpoint })).toBe(connectionId(endpoint));
    for (const change of [{ base: 'https://h.io' }, { type: 'webhook' }, { token: 'lul6EatRGTbhTAKmYmWzYpgZZ' }]) {
      expect(connectionId({ ...endpoint, ...change })).not.toBe(connectionId(endpoint));
    }
    fc.assert(
      fc.property(endpoints, endpoints, (a, b) => (connectionId(a) === connectionId(b)) === sameEndpoint(a, b))
    );
  });

  it.each(['https://example.net/hook', 'not a url', URL_OF_ALERTS.replace('https', 'ftp'), `see ${URL_OF_ALERTS}`])(
    'does not take %s for an IRM address',
    (url) => {
      expect(endpointOfUrl(url)).toBeUndefined();
    }
  );

  it.each([
    ['a query', `${URL_OF_ALERTS}?x=1`, true],
    ['a fragment', `${URL_OF_ALERTS}#x`, true],
    ['user information', URL_OF_ALERTS.replace('https://', 'https://me:secret@'), true],
    ['capitals in the host', URL_OF_ALERTS.replace('https://oncall', 'HTTPS://OnCall'), true],
    ['the default port', URL_OF_ALERTS.replace('.net/', '.net:443/'), true],
    ['no slash at the end', URL_OF_ALERTS.slice(0, -1), false],
    ['no slash in front of a query', `${URL_OF_ALERTS.slice(0, -1)}?x=1`, false],
    ['doubled slashes', URL_OF_ALERTS.replace('/integrations/', '//integrations///'), false],
    ['two slashes at the end', `${URL_OF_ALERTS}/`, false],
    ['blanks around it', ` ${URL_OF_ALERTS}\n`, false],
    ['backslashes', URL_OF_ALERTS.replace('/v1/', '\\v1\\'), false],
    ['a detour', URL_OF_ALERTS.replace('/v1/', '/v2/../v1/'), false],
  ])('recognises the same integration with %s', (_, url, works) => {
    expect(endpointOfUrl(url)).toEqual({ endpoint, isHeartbeat: false, isExact: false, works });
    const stored = endpointOfUrl(url);
    expect(stored && connectionId(stored.endpoint)).toBe(connectionId(endpoint));
  });

  it('recognises a heartbeat address in another spelling', () => {
    const stored = { endpoint, isHeartbeat: true, isExact: false };
    expect(endpointOfUrl(`${heartbeatUrl(endpoint)}?x=1`)).toEqual({ ...stored, works: true });
    expect(endpointOfUrl(heartbeatUrl(endpoint).slice(0, -1))).toEqual({ ...stored, works: false });
  });

  it('keeps the ids that connections have had so far', () => {
    expect(connectionId(endpoint)).toBe('49aa0f60fa');
  });

  it('recognises 500 addresses and names their connections in no time', () => {
    const urls = Array.from({ length: 500 }, (_, index) => URL_OF_ALERTS.replace('LUL6', `L${index}`));
    const readAll = () => urls.map(endpointOfUrl).map((stored) => stored && connectionId(stored.endpoint));
    const first = readAll();
    expect(readAll()).toEqual(first);
    // What is remembered takes 0.2 ms; hashed again, it would be 5 ms and more.
    expect(atBest(5, () => coreTime(readAll))).toBeLessThan(3);
  });
});

describe('near twins', () => {
  const twin = (change: Partial<Endpoint>) => ({ ...endpoint, ...change });

  it.each([
    ['http beside https', twin({ base: 'http://oncall.example.net/oncall' })],
    ['another type', twin({ type: 'webhook' })],
    ['another path in front', twin({ base: 'https://oncall.example.net' })],
    ['a port that goes without saying', twin({ base: 'http://oncall.example.net:443/oncall' })],
    ['capitals in the host', twin({ base: 'https://OnCall.example.net/oncall' })],
  ])('are found: %s', (_, other) => {
    expect(nearTwin(endpoint, [otherEndpoint, endpoint, other])).toBe(other);
    expect(nearTwin(other, [endpoint])).toBe(endpoint);
  });

  it.each([
    ['itself', endpoint],
    ['another token', otherEndpoint],
    ['another host', twin({ base: 'https://other.example.net/oncall' })],
    ['another port', twin({ base: 'https://oncall.example.net:8443/oncall' })],
  ])('are not: %s', (_, other) => {
    expect(nearTwin(endpoint, [{ ...other }])).toBeUndefined();
  });
});

describe('masking', () => {
  it.each([
    [URL_OF_ALERTS, 'https://oncall.example.net/oncall/integrations/v1/alertmanager/LUL…/'],
    [`${URL_OF_ALERTS}heartbeat/`, 'https://oncall.example.net/oncall/integrations/v1/alertmanager/LUL…/heartbeat/'],
    [
      'https://me:pw@h.io/integrations/v1/alertmanager/abcdefgh/?k=v',
      'https://…@h.io/integrations/v1/alertmanager/abc…/?…',
    ],
    ['https://h.io/integrations/v1/alertmanager/ab/', 'https://h.io/integrations/v1/alertmanager/a…/'],
    ['https://hooks.example.com/services/T0/B0/XYZ', 'https://hooks.example.com/…'],
    ['https://example.com/', 'https://example.com/'],
    ['secret', '…'],
    ['', ''],
  ])('shortens %s', (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
    expect(maskUrl(masked)).toBe(masked);
  });

  it('lets at most three characters of a token through', () => {
    fc.assert(
      fc.property(endpoints, (one) => {
        // What begins like another part of the address could not be told from it.
        fc.pre(one.token.length > 3 && !/^(hear|inte)/.test(one.token));
        const rest = `/${one.token.slice(0, 4)}`;
        expect(maskUrl(heartbeatUrl(one)).replace(one.base, '').replace(`/${one.type}/`, '')).not.toContain(rest);
      })
    );
  });

  it('shortens tokens inside messages', () => {
    expect(maskUrlsIn(`Post "${URL_OF_ALERTS}": dial tcp`)).toBe(
      'Post "https://oncall.example.net/oncall/integrations/v1/alertmanager/LUL…/": dial tcp'
    );
  });
});
