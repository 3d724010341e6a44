/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, render, screen } from '@testing-library/react';
import { ServerClock, useAtTime } from './ServerClock';

const NOON = Date.UTC(2026, 10, 26, 12);

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

test('whoever asks the clock is drawn only when it tells something else, be that an object', async () => {
  let drawn = 0;
  function Phase({ until }: { until: number }) {
    const phase = useAtTime((now) => ({ kind: now < until ? 'waiting' : 'over', window: { until } }));
    drawn += 1;
    return <p>{phase.kind}</p>;
  }
  const page = (until: number) => (
    <ServerClock value={60_000}>
      <Phase until={until} />
    </ServerClock>
  );
  const { rerender } = render(page(NOON + 65_000));
  await pass(4);
  expect(screen.getByText('waiting')).toBeVisible();
  expect(drawn).toBe(1);
  await pass(2);
  expect(screen.getByText('over')).toBeVisible();
  expect(drawn).toBe(2);
  rerender(page(NOON + 70_000));
  expect(screen.getByText('waiting')).toBeVisible();
});
