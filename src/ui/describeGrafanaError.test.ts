import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeGrafanaError } from './describeGrafanaError';

const grafanaError = (reason: GrafanaError['reason'], more: Partial<GrafanaError> = {}): GrafanaError => ({
  ...{ reason, message: reason, status: undefined },
  ...more,
});

const REASONS: Array<GrafanaError['reason']> = [
  ...(['unauthorized', 'forbidden', 'notFound', 'nameTaken', 'uidTaken', 'locked', 'inUse', 'invalid'] as const),
  ...([
    'cannotLock',
    'changedMeanwhile',
    'rateLimited',
    'limitReached',
    'timeout',
    'unreachable',
    'originRefused',
    'busy',
    'webPage',
    'proxyNotConfigured',
    'otherOrganization',
    'stopped',
    'unexpected',
  ] as const),
];

test('every reason has a sentence of its own', () => {
  const titles = REASONS.map((reason) => describeGrafanaError(grafanaError(reason)).title);
  expect(new Set(titles).size).toBe(REASONS.length);
});

test('the permission that is missing is named as Grafana names it, slashes and quotes as they are', () => {
  const message = 'Permissions needed: any of alert.notifications:write, folders:create "x/y".';
  const { text } = describeGrafanaError(grafanaError('forbidden', { message }));
  expect(text).toContain('alert.notifications:write, folders:create "x/y". An administrator can give it to you.');
});

test('no wait is promised, as nobody tells the browser how long it is', () => {
  expect(describeGrafanaError(grafanaError('rateLimited', { status: 429 })).text).not.toMatch(/\d|minute|second/);
});

test('an unexpected answer shows its status and words, one without an answer its words alone', () => {
  expect(describeGrafanaError(grafanaError('unexpected', { status: 500, message: 'oh' })).text).toBe('Status 500: oh');
  expect(describeGrafanaError(grafanaError('unexpected', { message: 'oh' })).text).toBe('oh');
});

test('a limit is told with what to do about it, and not as a missing right', () => {
  expect(describeGrafanaError(grafanaError('limitReached', { message: 'quota has been exceeded' })).text).toBe(
    'Nothing more can be added: quota has been exceeded. Remove what is not needed any longer, or ask an administrator to raise the limit.'
  );
});

test('where nothing can be locked any longer, the way on is named', () => {
  expect(describeGrafanaError(grafanaError('cannotLock')).text).toBe(
    'Locking needs the provisioning API, which this version of Grafana does not have. Make the objects editable; what is locked already can only be changed where it was made.'
  );
});

test('a refusal that is no missing permission says what to change, and who can', () => {
  expect(describeGrafanaError(grafanaError('originRefused'))).toEqual({
    title: 'Grafana refuses changes from this address',
    text: 'The reverse proxy in front of Grafana does not pass on the address in the browser, so that nobody can change anything here. A server administrator has to pass on the Host header, or add this host to csrf_trusted_origins in the section [security].',
  });
});

test('a busy database passes by itself', () => {
  expect(describeGrafanaError(grafanaError('busy'))).toEqual({
    title: 'Grafana’s database is busy',
    text: 'Too much was written at once, which passes by itself. Try again in a moment; doing it twice does no harm.',
  });
});

test('a web page in the place of an answer is named by its title', () => {
  const message = 'A web page titled “Hotel Wi-Fi” came instead of an answer';
  expect(describeGrafanaError(grafanaError('webPage', { message }))).toEqual({
    title: 'Something in front of Grafana answered in its place',
    text: 'A web page titled “Hotel Wi-Fi” came instead of an answer. It may be a sign-in page, a hotel network or a firewall: reload this page and sign in there, or have an administrator let requests below /api and /apis through to Grafana.',
  });
});
