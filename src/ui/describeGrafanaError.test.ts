import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeGrafanaError } from './describeGrafanaError';

const grafanaError = (reason: GrafanaError['reason'], more: Partial<GrafanaError> = {}): GrafanaError => ({
  ...{ reason, message: reason, status: undefined },
  ...more,
});

const REASONS: Array<GrafanaError['reason']> = [
  ...(['unauthorized', 'forbidden', 'notFound', 'nameTaken', 'uidTaken', 'locked', 'inUse', 'invalid'] as const),
  ...([
    'notServed',
    'contradicted',
    'cannotLock',
    'changedMeanwhile',
    'wentOver',
    'withoutEffect',
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

test.each<GrafanaError['reason']>(['notFound', 'timeout', 'changedMeanwhile', 'withoutEffect', 'uidTaken', 'outdated'])(
  'what to do about "%s" can be done in a dialog as well, where a reload would lose the undo',
  (reason) => {
    expect(describeGrafanaError(grafanaError(reason)).text).not.toMatch(/refresh|reload/i);
  }
);

test('the permission that is missing is named as Grafana names it, slashes and quotes as they are', () => {
  const message = 'Permissions needed: any of alert.notifications:write, folders:create "x/y".';
  const { text } = describeGrafanaError(grafanaError('forbidden', { message }));
  expect(text).toContain(
    'alert.notifications:write, folders:create "x/y". Ask an Admin for it, or for the Editor role.'
  );
});

test('no wait is promised, as nobody tells the browser how long it is', () => {
  expect(describeGrafanaError(grafanaError('rateLimited', { status: 429 })).text).not.toMatch(/\d|minute|second/);
});

test('an unexpected answer says what to do and shows its status and words, one without an answer its words alone', () => {
  expect(describeGrafanaError(grafanaError('unexpected', { status: 500, message: 'oh' })).text).toBe(
    "Try again. If it happens again, look into Grafana's log or report it. Status 500: oh"
  );
  expect(describeGrafanaError(grafanaError('unexpected', { message: 'oh' })).text).toBe('oh');
});

test('what was not found is called deleted only perhaps, as a list is never', () => {
  expect(describeGrafanaError(grafanaError('notFound', { status: 404 }))).toEqual({
    title: 'Not found in Grafana',
    text: 'Somebody may have deleted it, or something in front of Grafana keeps the request out. Try again to see what is there now.',
  });
});

test('a limit is told with what to do about it, and not as a missing right', () => {
  expect(describeGrafanaError(grafanaError('limitReached', { message: 'quota has been exceeded' })).text).toBe(
    'Nothing more can be added: quota has been exceeded. Delete what you no longer need, or ask an administrator to raise the limit.'
  );
});

test('a list that was not found was deleted by nobody, and the way on is named', () => {
  const error = grafanaError('notServed', { status: 404, path: '/api/v1/provisioning/contact-points' });
  expect(describeGrafanaError(error)).toEqual({
    title: "Grafana's API was not found",
    text: 'Not found: /api/v1/provisioning/contact-points. Grafana may be restarting, so try again in a moment. If it stays like this, a server administrator has to let requests to /api and /apis through to Grafana, and check that Grafana Alerting is enabled.',
  });
});

test('an empty list that cannot be right names what speaks against it', () => {
  const wayOn =
    ' A permission may be missing, or something in front of Grafana answered in its place. Try again. If it stays like this, ask a server administrator.';
  expect(describeGrafanaError(grafanaError('contradicted', { message: 'IRM, Mail' }))).toEqual({
    title: "Grafana's list of contact points cannot be right",
    text: `It is empty, and elsewhere Grafana still tells of IRM, Mail.${wayOn}`,
  });
  expect(describeGrafanaError(grafanaError('contradicted', { message: '' })).text).toBe(
    `It is empty, and an organization always has a contact point.${wayOn}`
  );
});

test('where nothing can be locked any longer, the way on is named', () => {
  expect(describeGrafanaError(grafanaError('cannotLock')).text).toBe(
    'Locking needs the provisioning API, which this version no longer has. Allow edits instead. Objects that are already locked can only be changed where they were created.'
  );
});

test('a refusal that is no missing permission says what to change, and who can', () => {
  expect(describeGrafanaError(grafanaError('originRefused'))).toEqual({
    title: 'Grafana rejects changes from this address',
    text: 'The reverse proxy in front of Grafana does not pass on the Host header, so nobody can change anything here. A server administrator has to pass it on, or add this host to csrf_trusted_origins in the [security] section.',
  });
});

test('a busy database passes by itself', () => {
  expect(describeGrafanaError(grafanaError('busy'))).toEqual({
    title: "Grafana's database is busy",
    text: 'Too many writes at once. Try again in a moment. Repeating it is safe.',
  });
});

test('a web page in the place of an answer is named by its title', () => {
  const message = 'A web page titled “Hotel Wi-Fi” came instead of an answer';
  expect(describeGrafanaError(grafanaError('webPage', { message }))).toEqual({
    title: 'Something in front of Grafana answered instead',
    text: 'A web page titled “Hotel Wi-Fi” came instead of an answer. It may be a sign-in page, a captive portal or a firewall. Reload this page and sign in, or ask an administrator to let requests to /api and /apis through.',
  });
});

test('a gateway that refuses requests of this size says whose limit it is', () => {
  const message = 'A web page titled “413 Request Entity Too Large” came instead of an answer';
  expect(describeGrafanaError(grafanaError('webPage', { message, status: 413 }))).toEqual({
    title: 'Something in front of Grafana rejects requests of this size',
    text: 'A server administrator has to raise the limit of the reverse proxy, client_max_body_size in nginx. Grafana did not receive the change.',
  });
});

test('without any answer, a sign-in in front of Grafana that has ended is thought of as well', () => {
  const { text } = describeGrafanaError(grafanaError('unreachable'));
  expect(text).toBe(
    'It may be restarting, the network may be down, or your sign-in to a proxy in front of it has ended. Try again in a moment, or reload the page.'
  );
  expect(describeGrafanaError(grafanaError('unreachable', { status: 502 })).text).not.toMatch(/sign-in/);
});

test('a router without a way to Grafana is quoted, with what to look at if it lasts', () => {
  const message = 'The text “404 page not found” came instead of an answer';
  expect(describeGrafanaError(grafanaError('unreachable', { message, status: 404 })).text).toBe(
    'The text “404 page not found” came instead of an answer. Grafana may be restarting. If it lasts, a server administrator has to route /api and /apis to Grafana.'
  );
});

test('whoever is no longer an Editor is told so, and not a permission that has no name', () => {
  const message = 'plugin proxy route access denied';
  expect(describeGrafanaError(grafanaError('forbidden', { message, status: 403 }))).toEqual({
    title: 'Your role in this organization has changed',
    text: 'Only Editors and Admins use the service account of IRM Connect. Your role changed, or your session ended, while this page was open. Reload the page to see what you can do now.',
  });
});

test.each(['webPage', 'foreignText', 'redirect'] as const)(
  'a service account’s address that leads to a %s is told as such',
  (instead) => {
    const error = grafanaError('proxyNotConfigured', {
      instead,
      status: 404,
      serviceAccountAt: 'http://localhost:3000/',
    });
    expect(describeGrafanaError(error)).toEqual({
      title: "The configured URL does not lead to Grafana's API",
      text: "The URL on the plugin's configuration page has to be this Grafana's own address, with the path that it is served under and without a slash at the end. Ask an Admin to check it there.",
    });
  }
);

test('routes that Grafana has not loaded yet are not told as a service account that is missing', () => {
  const error = grafanaError('proxyNotConfigured', { message: 'plugin route match not found', status: 404 });
  expect(describeGrafanaError(error)).toEqual({
    title: 'Grafana runs another version of IRM Connect',
    text: 'It has not loaded the routes of this version yet. A server administrator has to restart Grafana.',
  });
});

test('of a refusal the permissions are told, without the words that Grafana puts before them', () => {
  const message =
    "You'll need additional permissions to perform this action. Permissions needed: any of alert.notifications:write, folders:create ";
  expect(describeGrafanaError(grafanaError('forbidden', { message, status: 403 })).text).toBe(
    'Missing permission: any of alert.notifications:write, folders:create. Ask an Admin for it, or for the Editor role.'
  );
});
