/** @jest-environment <rootDir>/.config/jest/page.mjs */
import * as v from 'valibot';
import { shareReading, sharedReading } from './sharedReadings';

const form = v.object({ count: v.number() });

beforeEach(() => {
  window.localStorage.clear();
  jest.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('a reading is shared for as long as it is fresh', () => {
  shareReading('a', { count: 1 });
  jest.setSystemTime(1_059_999);
  expect(sharedReading('a', form, 60_000)).toEqual({ count: 1 });
  expect(sharedReading('b', form, 60_000)).toBeUndefined();
  jest.setSystemTime(1_060_000);
  expect(sharedReading('a', form, 60_000)).toBeUndefined();
});

test('one from the future, as after a clock was set back, is not believed', () => {
  shareReading('a', { count: 1 });
  jest.setSystemTime(900_000);
  expect(sharedReading('a', form, 60_000)).toBeUndefined();
});

test('what another version left there in another form is read anew', () => {
  shareReading('a', { count: 'one' });
  expect(sharedReading('a', form, 60_000)).toBeUndefined();
  window.localStorage.setItem('irmconnect.irm-readings', '[not json');
  expect(sharedReading('a', form, 60_000)).toBeUndefined();
  shareReading('a', { count: 2 });
  expect(sharedReading('a', form, 60_000)).toEqual({ count: 2 });
});

test('it stays small: the oldest make room, and a huge one is not kept', () => {
  for (let index = 0; index < 60; index += 1) {
    jest.setSystemTime(1_000_000 + index);
    shareReading(`n${index}`, { count: index });
  }
  expect(sharedReading('n19', form, 60_000)).toBeUndefined();
  expect(sharedReading('n20', form, 60_000)).toEqual({ count: 20 });
  expect(sharedReading('n59', form, 60_000)).toEqual({ count: 59 });
  shareReading('huge', { count: 1, text: 'x'.repeat(50_000) });
  expect(sharedReading('huge', form, 60_000)).toBeUndefined();
});

test('a browser that keeps nothing is no error', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('quota');
  });
  expect(() => shareReading('a', { count: 1 })).not.toThrow();
});
