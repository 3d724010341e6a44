import { success } from '../connection/result';
import { silenceCalls } from './silences';

const answering = (body: unknown) =>
  silenceCalls({
    way: 'session',
    request: async () => success({ status: 404, body, date: undefined, redirected: false }),
  });

test('a silence is gone by the word of Alertmanager, not by that of a router without a way to it', async () => {
  expect(await answering(null).getSilence('x')).toEqual({ ok: true, value: undefined });
  expect(await answering('404 page not found\n').getSilence('x')).toMatchObject({ ok: false });
});
