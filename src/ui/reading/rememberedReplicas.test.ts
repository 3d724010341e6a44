/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import { config } from '@grafana/runtime';
import { NO_MEMORY } from '../../connection/health/memory';
import { readSettings } from '../../grafana/settings';
import { memoryToBeginWith, rememberReplicas, toldReplicas } from './rememberedReplicas';

const evidence = { proof: 'history', seenAt: 5, count: 3 } as const;
const KEY = 'irmconnect-setup-app.replicas:';
const HOUR = 3_600_000;

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  config.appSubUrl = '';
  jest.useRealTimers();
});

test('what was proven is known to the next page for a day, with its proof', () => {
  jest.useFakeTimers({ now: 0 });
  expect(memoryToBeginWith(undefined)).toMatchObject(NO_MEMORY);
  rememberReplicas(evidence);
  jest.setSystemTime(23 * HOUR);
  expect(memoryToBeginWith(undefined)).toMatchObject({ severalReplicas: true, evidence });
  jest.setSystemTime(24 * HOUR);
  expect(memoryToBeginWith(undefined)).toMatchObject({ severalReplicas: false, evidence: undefined });
});

test('what was proven of a Grafana says nothing of another one at the same address', () => {
  config.appSubUrl = '/production';
  rememberReplicas(evidence);
  config.appSubUrl = '/staging';
  expect(memoryToBeginWith(undefined)).toMatchObject({ severalReplicas: false, evidence: undefined });
  config.appSubUrl = '/production';
  expect(memoryToBeginWith(undefined)).toMatchObject({ severalReplicas: true });
});

test('an administrator who says one is believed until something new speaks against it', () => {
  rememberReplicas(evidence);
  expect(memoryToBeginWith('one')).toMatchObject({ severalReplicas: false, evidence: undefined });
});

test('an administrator who says several is believed at once', () => {
  expect(memoryToBeginWith('several')).toMatchObject({ severalReplicas: true });
});

test.each(['', 'no json', '{"evidence":{"proof":"rumour","seenAt":1,"count":2},"savedAt":1}', '[]'])(
  'what else lies in the storage is nothing: %s',
  (stored) => {
    window.localStorage.setItem(KEY, stored);
    expect(memoryToBeginWith(undefined).severalReplicas).toBe(false);
  }
);

test('the settings say it by a word or a number; all else is nothing', () => {
  const told = (replicas: unknown) => toldReplicas(readSettings({ replicas }, {}));
  expect([told('1'), told('2+'), told(2)]).toEqual(['one', 'several', 'several']);
  expect([told(''), told('many'), told(undefined)]).toEqual([undefined, undefined, undefined]);
});
