import type { GrafanaError } from '../connection/port/grafanaPort';
import { success, type Result } from '../connection/result';
import { onDemand } from './onDemand';

type Answer = Promise<Result<string, GrafanaError>>;
const calls = {
  greet: (name: string): Answer => Promise.resolve(success(`hello ${name}`)),
  part: (): Answer => Promise.resolve(success('bye')),
};

it('loads with the first call, once, and hands on arguments and answers', async () => {
  const load = jest.fn(() => Promise.resolve(calls));
  const { greet, part } = onDemand(load, ['greet', 'part']);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([greet('Anna'), part()])).toEqual([success('hello Anna'), success('bye')]);
  expect(load).toHaveBeenCalledTimes(1);
});

it('fails with a value where the code is gone, and tries again with the next call', async () => {
  const load = jest.fn(() => Promise.resolve(calls)).mockRejectedValueOnce(new Error('Loading chunk 7 failed'));
  const { greet } = onDemand(load, ['greet']);
  expect(await greet('Anna')).toMatchObject({
    ok: false,
    error: { reason: 'notLoaded', message: 'Loading chunk 7 failed' },
  });
  expect(await greet('Anna')).toEqual(success('hello Anna'));
});
