import { maskUrlsIn } from './mask';
import { readEndpoint } from './readEndpoint';

const TOKEN = 'LUL6EatRGTbhTAKmYmWzYpgZZ';
const ADDRESS = `https://oncall.example.net/oncall/integrations/v1/alertmanager/${TOKEN}/`;
const ENCODED = encodeURIComponent(ADDRESS);

test.each([
  ['Outlook', `https://eur01.safelinks.protection.outlook.com/?url=${ENCODED}&data=05%7C02&reserved=0`],
  [
    'Proofpoint, second form',
    `https://urldefense.proofpoint.com/v2/url?u=${ENCODED.replace(/%2F/g, '_').replace(/%/g, '-')}&d=DwMFaQ&c=x`,
  ],
  ['Proofpoint, third form', `https://urldefense.com/v3/__${ADDRESS}__;!!Abc!def$`],
  ['Google', `https://www.google.com/url?q=${ENCODED}&sa=D`],
  ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${ENCODED}&c=E,1`],
])('the address inside of a link of %s is offered, and its token is masked', (_, text) => {
  expect(readEndpoint(text)).toEqual({ ok: false, reason: 'wrapped', suggestion: ADDRESS });
  expect(maskUrlsIn(text)).not.toContain(TOKEN);
});

test('Mimecast keeps the address to itself, so there is nothing to offer', () => {
  expect(readEndpoint('https://protect-eu.mimecast.com/s/AbCdEf')).toEqual({ ok: false, reason: 'wrapped' });
});

test('a wrapped address of something else is no offer', () => {
  const text = `https://www.google.com/url?q=${encodeURIComponent('https://example.net/')}`;
  expect(readEndpoint(text)).toEqual({ ok: false, reason: 'wrapped' });
});

test.each([ENCODED, ADDRESS.replace('/integrations/v1/', '/integrations%2Fv1%2F')])(
  'a percent-encoded address is decoded as an offer: %#',
  (text) => {
    expect(readEndpoint(text)).toEqual({ ok: false, reason: 'encoded', suggestion: ADDRESS });
  }
);

test.each([
  ['irm:8080', 'http'],
  ['irm', 'http'],
  ['localhost:8080', 'http'],
  ['10.1.2.3', 'http'],
  ['irm.example.net:8080', 'http'],
  ['irm.example.net:8443', 'https'],
  ['irm.example.net', 'https'],
  ['oncall-prod-eu-west-0.grafana.net', 'https'],
])('without a scheme, %s is first taken for %s', (host, scheme) => {
  const rest = `${host}/integrations/v1/alertmanager/${TOKEN}/`;
  expect(readEndpoint(rest)).toEqual({ ok: false, reason: 'schemeMissing', suggestion: `${scheme}://${rest}` });
});

test.each(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])('%s is known as the machine itself', (host) => {
  const reading = readEndpoint(`http://${host}:8080/integrations/v1/alertmanager/${TOKEN}/`);
  expect(reading.ok && reading.notes).toContain('thisMachine');
});
