import { irmStep } from '../../tests/support/irmRecordings';
import type { IrmError } from '../connection/irm/irmPort';
import { toAnswer } from '../transport/answer';
import { errorOfIrmAnswer, errorOfIrmForm, errorOfNoIrmAnswer } from './irmErrors';

/** What the real OnCall answered, and Grafana's proxy would have handed on. */
function recorded(file: string, label: string): IrmError {
  const { status, body } = irmStep(file, label).response;
  return errorOf(status, typeof body === 'string' ? body : JSON.stringify(body));
}

const errorOf = (status: number, text: string) => errorOfIrmAnswer(toAnswer({ status }, text));
const asJson = (status: number, body: unknown) => errorOf(status, JSON.stringify(body));

it.each([
  ['01-health-info-auth', 'integrations no token', 'tokenRefused', 'Invalid token.'],
  ['01-health-info-auth', 'integrations bad token (hex)', 'tokenRefused', 'Invalid token.'],
  ['01-health-info-auth', 'integrations Bearer prefix', 'tokenRefused', 'Invalid token.'],
  [
    '01-health-info-auth',
    'integrations glsa_ (service account) with unreachable Grafana',
    'tokenRefused',
    'Invalid token.',
  ],
  [
    '01-health-info-auth',
    'integrations glsa_ with unknown X-Grafana-URL',
    'stackUnknown',
    'Organization being synced, please retry.',
  ],
  [
    '01-health-info-auth',
    'viewer POST integrations',
    'forbidden',
    'You do not have permission to perform this action.',
  ],
  ['03-integrations', 'viewer DELETE', 'forbidden', 'You do not have permission to perform this action.'],
  [
    '01-health-info-auth',
    'organizations',
    'serverError',
    'A web page titled “Server Error (500)” came instead of an answer',
  ],
  ['01-health-info-auth', 'unknown path', 'wrongAddress', 'A web page titled “Not Found” came instead of an answer'],
  ['02-teams', 'one missing', 'notFound', 'Not found.'],
  ['03-integrations', 'get missing', 'notFound', 'Not found.'],
  ['07-alert-groups-api', 'missing', 'notFound', 'Not found.'],
  [
    '03-integrations',
    'create duplicate name same team',
    'nameTaken',
    'An integration with this name already exists for this team',
  ],
  ['03-integrations', 'PUT to a name taken', 'nameTaken', 'An integration with this name already exists for this team'],
  ['03-integrations', 'create bad type', 'invalid', 'Invalid integration type'],
  ['03-integrations', 'PUT templates bad jinja', 'invalid', 'Invalid grouping_key template data'],
  [
    '10-rate-limits',
    'integrations over the limit',
    'rateLimited',
    'Request was throttled. Expected available in 55 seconds.',
  ],
])('reads the recorded answer of %s, “%s”, as %s', (file, label, reason, message) => {
  expect(recorded(file, label)).toMatchObject({ reason, message, fields: {} });
});

it.each([
  ['create missing type', { type: 'This field is required.' }],
  ['create empty name', { name: 'This field may not be blank.' }],
  ['create description 251', { description_short: 'Ensure this field has no more than 250 characters.' }],
  ['create bad team', { team_id: 'Object does not exist' }],
  ['create JSON array', { non_field_errors: 'Invalid data. Expected a dictionary, but got list.' }],
])('names the field that IRM does not take: “%s”', (label, fields) => {
  const [words] = Object.values(fields);
  expect(recorded('03-integrations', label)).toMatchObject({ reason: 'invalid', fields, message: words });
});

it('reads a bare list of words as well', () => {
  const error = recorded('03-integrations', 'type grafana_alerting');
  expect(error).toMatchObject({ reason: 'invalid', message: expect.stringMatching(/^Failed to create/) });
});

it('finds the words of a field that has fields of its own', () => {
  const body = { default_route: { escalation_chain_id: ['Object does not exist'] } };
  expect(asJson(400, body)).toMatchObject({
    reason: 'invalid',
    fields: { default_route: 'Object does not exist' },
    message: 'Object does not exist',
  });
});

it('knows how long IRM asks to wait, from its words alone', () => {
  expect(recorded('10-rate-limits', 'integrations over the limit').waitSeconds).toBe(55);
  expect(asJson(429, { detail: 'Request was throttled.' }).waitSeconds).toBeUndefined();
});

it.each([
  ['a service account may never do this', 403, 'Service accounts are not allowed to resolve alert groups', 'forbidden'],
  ['the owner of the key has left', 403, 'Only active users are allowed to perform this action.', 'tokenRefused'],
  ['no stack was named that it knows', 403, 'Organization not found.', 'stackUnknown'],
  ['a stack has to be named', 403, 'Missing X-Grafana-Instance-ID', 'stackUnknown'],
  ['the token is missing', 401, 'Authentication credentials were not provided.', 'tokenRefused'],
  ['it is down for a moment', 503, 'Service temporarily unavailable.', 'serverError'],
  ['nobody may do this here', 405, 'Method "PUT" not allowed.', 'unexpected'],
])('tells from IRM’s words that %s', (_, status, detail, reason) => {
  expect(asJson(status, { detail })).toMatchObject({ reason, message: detail });
});

it.each([
  ['the plugin was never configured', 404, { message: 'Plugin setting not found' }, 'notConfigured'],
  ['it runs an older version', 404, { message: 'plugin route match not found' }, 'notConfigured'],
  ['the user is a Viewer', 403, { message: 'plugin proxy route access denied' }, 'userRoleTooLow'],
  ['the user is signed out', 401, { message: 'Unauthorized' }, 'signedOut'],
  ['the address leads to a Grafana', 404, { message: 'Not found' }, 'wrongAddress'],
])('tells Grafana’s own words from IRM’s: %s', (_, status, body, reason) => {
  expect(asJson(status, body)).toMatchObject({ reason, message: body.message });
});

it.each([
  [502, 'unreachable'],
  [503, 'unreachable'],
  [504, 'timeout'],
  [408, 'timeout'],
  [500, 'serverError'],
  [404, 'wrongAddress'],
  [418, 'unexpected'],
] as const)('makes do with status %d where nothing is said', (status, reason) => {
  expect(errorOf(status, '')).toMatchObject({ reason, message: `HTTP status ${status}`, status });
});

it.each([
  [404, 'wrongAddress'],
  [403, 'wrongAddress'],
  [501, 'wrongAddress'],
  [429, 'rateLimited'],
  [502, 'serverError'],
] as const)('tells a web page with status %d', (status, reason) => {
  const page = '<!DOCTYPE html><html><head><title>nginx</title></head></html>';
  const message = 'A web page titled “nginx” came instead of an answer';
  expect(errorOf(status, page)).toMatchObject({ reason, message });
});

it('tells an answer of 2xx that is none of IRM’s', () => {
  expect(errorOf(200, '<html><title>Sign in</title>')).toMatchObject({
    reason: 'wrongAddress',
    message: 'A web page titled “Sign in” came instead of an answer',
  });
  expect(errorOfIrmForm(toAnswer({ status: 200 }, '[]'), 'unknown form')).toMatchObject({
    reason: 'unexpected',
    message: 'unknown form',
  });
});

describe('says where the words are not IRM’s own', () => {
  it.each([
    ['a page', errorOf(404, '<html><title>nginx</title></html>'), 'webPage'],
    ['a page with 200', errorOf(200, '<html><title>x</title></html>'), 'webPage'],
    ['another form', errorOfIrmForm(toAnswer({ status: 200 }, '{}'), 'unknown form'), 'unknownForm'],
    ['nothing', errorOf(418, ''), 'noWords'],
    ['words of Grafana’s proxy', asJson(502, { message: 'Bad Gateway' }), 'othersWords'],
    ['a text of something between', errorOf(503, 'upstream connect error'), 'othersWords'],
  ])('%s', (_, error, instead) => {
    expect(error.instead).toBe(instead);
  });

  it('and nothing where they are', () => {
    expect(asJson(403, { detail: 'Invalid token.' })).not.toHaveProperty('instead');
    expect(asJson(400, { name: ['Too long.'] })).not.toHaveProperty('instead');
  });
});

const API_KEY = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

it.each([
  ['glsa_Abc123Def456_0a1b2c3d'],
  [API_KEY],
  ['Bearer secret-of-somebody'],
  ['https://irm.example/integrations/v1/alertmanager/Pbtfa3i9Yowe7dYH3l2bo0Sj0/'],
])('shows no secret that came back in words: %s', (secret) => {
  const telling = /Abc123|9f86d081|secret-of|Yowe7dYH/;
  expect(telling.test(secret)).toBe(true);
  const errors = [
    asJson(400, { detail: `Not good: ${secret}` }),
    asJson(400, { name: [`Not good: ${secret}`] }),
    asJson(500, { message: `Not good: ${secret}` }),
    errorOf(400, `Not good: ${secret}`),
    errorOf(404, `<html><title>${secret}</title></html>`),
    errorOfNoIrmAnswer({ reason: 'unreachable', message: `dial ${secret}` }),
    errorOfIrmForm(toAnswer({ status: 200 }, '{}'), `Not good: ${secret}`),
  ];
  for (const error of errors) {
    expect(JSON.stringify(error)).not.toMatch(telling);
    expect(error.message).not.toBe('');
  }
});
