import { failure, success } from '../result';
import type { Silence, StatusPort } from '../statusPort';
import { at, refused } from '../health/testing/scene';
import { canRestore, readSilences, restoreSilence } from './now';

const silence: Silence = {
  id: 's1',
  state: 'active',
  matchers: [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }],
  startsAt: at(-60),
  endsAt: at(60),
  createdBy: 'somebody',
  comment: 'quiet',
};

/** The calls that concern silences; any other fails the test. */
function port(calls: Partial<StatusPort>): StatusPort {
  return calls as StatusPort;
}

it('puts a silence back only while it would still last', () => {
  expect(canRestore(silence, at(59))).toBe(true);
  expect(canRestore(silence, at(60))).toBe(false);
  expect(canRestore({ ...silence, endsAt: undefined }, at(0))).toBe(false);
});

it('puts it back from now on, or from when it was to begin', async () => {
  const made: unknown[] = [];
  const createSilence: StatusPort['createSilence'] = async (wanted) => success(String(made.push(wanted)));
  await restoreSilence(port({ createSilence }), silence, at(0));
  await restoreSilence(port({ createSilence }), { ...silence, startsAt: at(30) }, at(0));
  expect(made).toMatchObject([
    { startsAt: at(0), endsAt: at(60), createdBy: 'somebody', comment: 'quiet' },
    { startsAt: at(30) },
  ]);
});

it('leaves out silences that are gone, and passes on what it may not read', async () => {
  const found = port({ getSilence: async (id) => success(id === 's1' ? silence : undefined) });
  expect(await readSilences(found, ['s1', 's2'])).toEqual(success([silence]));
  const forbidden = port({ getSilence: async () => failure(refused()) });
  expect(await readSilences(forbidden, ['s1'])).toEqual(failure(refused()));
});
