/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { NO_MEMORY, type StatusMemory } from '../../connection/health/memory';
import { CompactStatus } from '../../status/compact/CompactStatus';
import { rememberBeats, withRememberedBeats, writePendingBeats } from './rememberedBeats';

const KEY = 'irmconnect-setup-app.beats::default';
const NOW = Date.UTC(2026, 10, 23, 12);
const stored = () => window.localStorage.getItem(KEY) ?? '';

/** What a page knows that saw one heartbeat. */
const memoryOf = (lastBeat: number, key = 'abc irmc-abc-hb'): StatusMemory => ({
  ...NO_MEMORY,
  lookedAt: lastBeat + 1000,
  beats: { [key]: { lastBeat, lastAttempt: lastBeat, unseenSince: undefined, replacedAt: undefined } },
  log: { [key]: [{ from: lastBeat, to: lastBeat, kind: 'delivered', count: 1 }] },
});

const remembered = (own = NO_MEMORY) => withRememberedBeats('default', own);

function keep(memory: StatusMemory) {
  rememberBeats('default', memory);
  writePendingBeats();
}

describe('what one page has seen', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  test('is known to the next one, for a day, in this organisation alone', () => {
    const memory = memoryOf(NOW - 5000);
    keep(memory);
    expect(remembered()).toEqual(memory);
    expect(withRememberedBeats('org-2', NO_MEMORY)).toBe(NO_MEMORY);
    jest.setSystemTime(NOW + 25 * 3_600_000);
    expect(remembered()).toBe(NO_MEMORY);
  });

  test('is written once in 10 s, and when the page goes', () => {
    keep(memoryOf(NOW - 60_000));
    const first = stored();
    jest.setSystemTime(NOW + 5000);
    rememberBeats('default', memoryOf(NOW));
    expect(stored()).toBe(first);
    writePendingBeats();
    expect(remembered().beats['abc irmc-abc-hb']?.lastBeat).toBe(NOW);
  });

  test('does not undo what another page has kept meanwhile', () => {
    keep(memoryOf(NOW - 5000));
    const byOther = stored().replaceAll(String(NOW - 5000), String(NOW - 1000));
    window.localStorage.setItem(KEY, byOther.replace(`"lookedAt":${NOW - 4000}`, `"lookedAt":${NOW}`));
    keep(memoryOf(NOW - 5000));
    const { beats, log } = remembered();
    expect(beats['abc irmc-abc-hb']?.lastBeat).toBe(NOW - 1000);
    expect(log['abc irmc-abc-hb']?.map(({ from }) => from)).toEqual([NOW - 5000, NOW - 1000]);
  });

  test('takes less than half a megabyte, however much there is', () => {
    const log = Array.from({ length: 200 }, (_, index) => {
      const at = NOW - 60_000 * (200 - index);
      return { from: at, to: at + 1000, kind: 'failed', count: 300, cause: 'unexpectedStatus' } as const;
    });
    const keys = Array.from({ length: 1000 }, (_, index) => `${index} irmc-${index}-hb`);
    const beat = { lastBeat: NOW, lastAttempt: NOW, unseenSince: undefined, replacedAt: undefined };
    const memory: StatusMemory = {
      ...NO_MEMORY,
      lookedAt: NOW,
      beats: Object.fromEntries(keys.map((key) => [key, beat])),
      log: Object.fromEntries(keys.map((key) => [key, log])),
    };
    keep(memory);
    expect(stored().length).toBeLessThan(500_000);
    expect(Object.keys(remembered().beats)).toHaveLength(600);
    expect(remembered().log[keys[0] ?? '']?.at(-1)).toEqual(log.at(-1));
  });

  test.each(['', 'no json', '[]', '{"savedAt":1,"lookedAt":2,"beats":{"a":{"beat":"soon","log":[]}}}'])(
    'is nothing where something else lies in its place: %s',
    (text) => {
      window.localStorage.setItem(KEY, text);
      expect(remembered()).toBe(NO_MEMORY);
    }
  );

  test('from a later time than now is not believed', () => {
    keep(memoryOf(NOW));
    jest.setSystemTime(NOW - 3_600_000);
    expect(remembered()).toBe(NO_MEMORY);
  });
});

describe('after a reload', () => {
  let on: ReturnType<typeof stage>;
  beforeEach(() => (on = stage()));
  afterEach(() => on.end());

  test('a heartbeat that Grafana has forgotten is still up, and the page says so; no token is kept', async () => {
    const connection = await on.connect('Production');
    await on.pass(30);
    const first = await on.open('viewer', <CompactStatus connectionId={connection.id} />);
    expect(screen.getByText('Up')).toBeVisible();
    window.dispatchEvent(new Event('pagehide'));
    first.unmount();
    expect(stored()).toContain(connection.id);
    expect(stored()).not.toContain(connection.endpoint.token);

    on.world.restartGrafana('graceful');
    await on.open('viewer', <CompactStatus connectionId={connection.id} />);
    expect(screen.getByText('Up')).toBeVisible();
    expect(
      screen.getByText(/^Grafana restarted or its alerting was reconfigured at .* The next heartbeat confirms\.$/)
    ).toBeVisible();
  });

  test('a browser that has seen nothing knows nothing', async () => {
    const { id } = await on.connect('Production');
    await on.pass(120);
    on.world.restartGrafana('graceful');
    await on.open('viewer', <CompactStatus connectionId={id} />);
    expect(screen.getByText('Unknown')).toBeVisible();
    expect(screen.getByText(/The next heartbeat will tell\.$/)).toBeVisible();
  });
});
