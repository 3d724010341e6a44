import { failure, success } from '../connection/result';
import { errorOfAnswer } from './errors';
import { orNotServed } from './request';
import { firstServed, isApiGone, isListGone } from './served';

const answered = (status: number, message: string) =>
  errorOfAnswer({ status, body: { message }, date: undefined, redirected: false }, 'session');

const GONE = failure(answered(404, 'Not found'));
const LIST_GONE = orNotServed(GONE, { path: '/api/list' });
const REFUSED = failure(answered(403, 'Access denied'));
const BUSY = failure(answered(502, 'Bad gateway'));

it('asks the second API where the first is not there, and stays with it', async () => {
  const ask = firstServed(['ruler', 'platform']);
  const asked: string[] = [];
  const call = async (api: string) => {
    asked.push(api);
    return api === 'ruler' ? GONE : success(api);
  };
  expect(await ask(call)).toEqual(success('platform'));
  expect(await ask(call)).toEqual(success('platform'));
  expect(asked).toEqual(['ruler', 'platform', 'platform']);
});

it('stays with the API that has answered, also when a proxy answers 404 in its place for a moment', async () => {
  const ask = firstServed(['ruler', 'platform']);
  expect(await ask(async (api) => success(api))).toEqual(success('ruler'));
  expect(await ask(async () => GONE)).toEqual(GONE);
  expect(await ask(async (api) => success(api))).toEqual(success('ruler'));
});

it('decides anew after the API that was there has gone', async () => {
  const ask = firstServed(['ruler', 'platform']);
  expect(await ask(async (api) => success(api))).toEqual(success('ruler'));
  const gone = async (api: string) => (api === 'ruler' ? GONE : success(api));
  expect(await ask(gone)).toEqual(GONE);
  expect(await ask(gone)).toEqual(success('platform'));
});

it('takes trouble on the way for no decision', async () => {
  const ask = firstServed(['ruler', 'platform']);
  expect(await ask(async () => BUSY)).toEqual(BUSY);
  expect(await ask(async (api) => success(api))).toEqual(success('ruler'));
});

it('tells of a refusal rather than of the API that is not there', async () => {
  const ask = firstServed(['platform', 'provisioning']);
  expect(await ask(async (api) => (api === 'platform' ? REFUSED : LIST_GONE), { isGone: isListGone })).toEqual(REFUSED);
  expect(await ask(async (api) => (api === 'platform' ? LIST_GONE : REFUSED), { isGone: isListGone })).toEqual(REFUSED);
});

it.each([
  [404, 'Not found', true],
  [404, 'the server could not find the requested resource', true],
  [410, 'gone', true],
  [404, 'folder not found', false],
  [404, 'Receiver not found', false],
  [404, '404 page not found', false],
  [403, 'Access denied', false],
])('takes %s "%s" for an API that is gone: %s', (status, message, isGone) => {
  expect(isApiGone(answered(status, message))).toBe(isGone);
});

it('lets a write that fails change nothing, because the other API makes objects of another kind', async () => {
  const ask = firstServed(['ruler', 'platform']);
  const gone = async (api: string) => (api === 'ruler' ? GONE : success(api));
  expect(await ask(async (api) => success(api))).toEqual(success('ruler'));
  expect(await ask(gone, { isRead: false })).toEqual(GONE);
  expect(await ask(gone, { isRead: false })).toEqual(GONE);
});
