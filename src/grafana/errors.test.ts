import { recordedStep, RECORDED_VERSIONS, type RecordedVersion } from '../../tests/support/recordings';
import { errorOfAnswer, errorOfForm } from './errors';
import type { Answer } from '../transport/transport';

const answer = (status: number, body: unknown = null, rest: Partial<Answer> = {}): Answer => ({
  status,
  body,
  date: undefined,
  redirected: false,
  ...rest,
});

function recordedError(version: RecordedVersion, file: string, name: string, way: 'session' | 'proxy' = 'session') {
  const { status, body } = recordedStep(version, file, name).response;
  return errorOfAnswer(answer(status, body), way);
}

describe.each(RECORDED_VERSIONS)('what Grafana %s answered', (version) => {
  it.each([
    ['contact-points', 'not signed in', 'unauthorized'],
    ['contact-points', 'viewer may not create', 'forbidden'],
    ['contact-points', 'viewer may not export decrypted', 'forbidden'],
    ['contact-points', 'same uid again', 'uidTaken'],
    ['contact-points', 'update a locked one with the header', 'locked'],
    ['contact-points', 'update an unknown uid', 'notFound'],
    ['contact-points', 'no url', 'invalid'],
    ['contact-points', 'not JSON', 'invalid'],
    ['contact-points', 'uid longer than 40 characters', 'invalid'],
    ['alert-rules', 'not there', 'notFound'],
    ['alert-rules', 'viewer may not create', 'forbidden'],
    ['alert-rules', 'same uid again', 'uidTaken'],
    ['alert-rules', 'unknown contact point', 'invalid'],
    ['alert-rules', 'contact point in use cannot be deleted', 'inUse'],
    ['alert-rules', 'viewer right after the folder was made: permissions lag', 'forbidden'],
    ['folders', 'not there', 'notFound'],
    ['folders', 'viewer may not create', 'forbidden'],
    ['folders', 'create again', 'changedMeanwhile'],
    ['ruler', 'cannot be changed through the ruler API', 'locked'],
    ['ruler', 'nor deleted through it', 'locked'],
    ['ruler', 'unknown uid', 'changedMeanwhile'],
    ['ruler', 'interval 7s', 'invalid'],
    ['receivers-test', 'viewer may not', 'forbidden'],
    ['receivers-test', 'no receivers', 'invalid'],
    ['app-platform', 'delete one in use', 'inUse'],
    ['app-platform', 'update with the stale resourceVersion', 'changedMeanwhile'],
    ['app-platform', 'get unknown', 'notFound'],
  ])('%s, “%s” means %s', (file, name, reason) => {
    expect(recordedError(version, file, name).reason).toBe(reason);
  });

  it('tells the plugin’s own configuration from the rights of whoever asks', () => {
    const reasonOf = (name: string) => recordedError(version, 'plugin', name, 'proxy').reason;
    expect(reasonOf('proxy before it is configured')).toBe('proxyNotConfigured');
    expect(reasonOf('proxy, unknown route')).toBe('proxyNotConfigured');
    expect(reasonOf('proxy, grafana route without a token')).toBe('proxyNotConfigured');
    expect(reasonOf('proxy, viewer')).toBe('forbidden');
    expect(reasonOf('proxy, target refuses')).toBe('unreachable');
  });
});

it.each([
  // Seen on 12.4.0 within the first minute of an organisation; not among the recordings.
  [500, 'No alertmanager configuration present in this organization'],
  // Read in Grafana's source.
  [404, 'Alertmanager does not exist for this organization'],
  [409, 'Alertmanager is not ready yet'],
])('knows an organisation without an Alertmanager by %i %s', (status, message) => {
  expect(errorOfAnswer(answer(status, { message }), 'session').reason).toBe('noAlertmanager');
});

it.each([
  // Not among the recordings.
  [403, { message: 'quota has been exceeded' }, 'limitReached'],
  [403, 'origin not allowed', 'originRefused'],
  [500, { message: 'failed to update rule group: database is locked (5) (SQLITE_BUSY)' }, 'busy'],
  [500, { message: 'database table is locked: alert_rule' }, 'busy'],
])('tells %i %j from a permission that is missing and from a fault', (status, body, reason) => {
  expect(errorOfAnswer(answer(status, body), 'session').reason).toBe(reason);
  expect(errorOfAnswer(answer(status, body), 'proxy').reason).toBe(reason);
});

it('tells a limit by its status', () => {
  const error = errorOfAnswer(answer(429, { message: 'slow down' }), 'session');
  expect(error).toEqual({ reason: 'rateLimited', message: 'slow down', status: 429 });
});

it.each([
  [504, 'timeout'],
  [503, 'unreachable'],
  [410, 'notFound'],
  [500, 'unexpected'],
  [418, 'unexpected'],
])('takes a bare %i as %s', (status, reason) => {
  expect(errorOfAnswer(answer(status), 'session')).toMatchObject({ reason, message: `HTTP status ${status}` });
});

describe('a web page in place of an answer', () => {
  const page = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>…</body></html>';

  it.each([200, 401, 403, 404, 500, 511])('stands in front of Grafana, whatever its status: %i', (status) => {
    expect(errorOfAnswer(answer(status, page), 'session')).toEqual({
      reason: 'webPage',
      message: 'A web page titled “Sign in” came instead of an answer',
      instead: 'webPage',
      status,
    });
  });

  it('is not taken for one by its words', () => {
    const words = { message: 'A web page may not be asked for' };
    expect(errorOfAnswer(answer(403, words), 'session')).toEqual({ reason: 'forbidden', ...words, status: 403 });
  });

  it('is a wrong address when it came through the proxy, also with the 404 that Grafana gives for “//api”', () => {
    expect(errorOfAnswer(answer(200, page), 'proxy').reason).toBe('proxyNotConfigured');
    expect(errorOfAnswer(answer(404, page), 'proxy').reason).toBe('proxyNotConfigured');
  });

  it('is an unreachable Grafana when a reverse proxy says so', () => {
    expect(errorOfAnswer(answer(502, '<html><title>Bad Gateway</title></html>'), 'session').reason).toBe('unreachable');
  });
});

describe('a text in place of an answer, as Grafana itself answers these in JSON', () => {
  it.each(['404 page not found\n', 'default backend - 404'])('“%s” is a router without a way to Grafana', (text) => {
    expect(errorOfAnswer(answer(404, text), 'session').reason).toBe('unreachable');
  });

  it('is another server where the service account should find Grafana', () => {
    expect(errorOfAnswer(answer(404, '404 page not found\n'), 'proxy').reason).toBe('proxyNotConfigured');
  });

  it('is a gateway that refuses, and no permission that an Admin could give', () => {
    expect(errorOfAnswer(answer(403, 'RBAC: access denied'), 'session')).toEqual({
      reason: 'webPage',
      message: 'The text “RBAC: access denied” came instead of an answer',
      instead: 'foreignText',
      status: 403,
    });
  });
});

describe('what Cloudflare says of a server behind it', () => {
  const page = (status: number) => `<!DOCTYPE html><title>grafana.example | ${status}: Error</title>`;

  it.each([520, 521, 522, 523, 525, 526, 527, 530])('%i: it cannot be reached', (status) => {
    expect(errorOfAnswer(answer(status, page(status)), 'session').reason).toBe('unreachable');
    expect(errorOfAnswer(answer(status, `error code: ${status}`), 'session').reason).toBe('unreachable');
  });

  it('524: it may still be at the request', () => {
    expect(errorOfAnswer(answer(524, page(524)), 'session').reason).toBe('timeout');
    expect(errorOfAnswer(answer(524, 'error code: 524'), 'session').reason).toBe('timeout');
  });
});

it('never shows a token', () => {
  const message =
    'Post "https://irm.example/integrations/v1/alertmanager/S3cretS3cret/": refused; Authorization: Bearer glsa_abcdef123456_1234';
  const error = errorOfAnswer(answer(500, { message }), 'session');
  expect(error.message).toContain('/integrations/v1/alertmanager/');
  expect(error.message).not.toMatch(/S3cretS3cret|abcdef123456/);
  const form = errorOfForm(answer(200, {}), 'GET /integrations/v1/alertmanager/S3cretS3cret/ failed');
  expect(form.message).not.toContain('S3cretS3cret');
});

it.each([
  ['viewer may not create', 'forbidden'],
  ['get, viewer', 'forbidden'],
  ['same name again', 'uidTaken'],
  ['unknown receiver', 'invalid'],
  ['interval 7s', 'invalid'],
  ['unknown folder', 'invalid'],
  ['get unknown', 'notFound'],
])('rules as objects: “%s” means %s', (name, reason) => {
  expect(recordedError('12.4.0', 'app-platform-rules', name).reason).toBe(reason);
});

it.each([
  [403, 'quota has been exceeded'],
  [400, 'exceeded maximum number of silences: 100 (limit: 100)'],
  [400, 'rule group exceeds the limit of 100 rules'],
])('takes %s “%s” for a limit that is reached', (status, message) => {
  expect(errorOfAnswer(answer(status, { message }), 'session').reason).toBe('limitReached');
});

it.each([
  [403, "cannot update with provided provenance '', needs 'api' for the provenance status"],
  [409, "cannot update with provided provenance '', needs 'api'"],
])('takes %s for a lock, as 13 answers it', (status, message) => {
  expect(errorOfAnswer(answer(status, { message }), 'session').reason).toBe('locked');
});
