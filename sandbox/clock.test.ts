import { fakeClock, realClock } from './clock';

test('a fake clock calls what falls due, in order, at its time', async () => {
  const clock = fakeClock(1000);
  const seen: Array<[string, number]> = [];
  clock.schedule(20, () => seen.push(['b', clock.now()]));
  clock.schedule(10, () => {
    seen.push(['a', clock.now()]);
    clock.schedule(15, () => seen.push(['c', clock.now()]));
  });
  const callOff = clock.schedule(22, () => seen.push(['never', clock.now()]));
  callOff();
  await clock.advance(30);
  expect(seen).toEqual([
    ['a', 1010],
    ['b', 1020],
    ['c', 1025],
  ]);
  expect(clock.now()).toBe(1030);
});

describe('a real clock at speed 10', () => {
  afterEach(() => jest.useRealTimers());

  test('lets ten of its seconds pass in one of the machine’s', () => {
    jest.useFakeTimers();
    const clock = realClock(10);
    const start = clock.now();
    const seen: number[] = [];
    clock.schedule(1000, () => seen.push(clock.now() - start));
    const callOff = clock.schedule(1000, () => seen.push(NaN));
    callOff();
    jest.advanceTimersByTime(99);
    expect(seen).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(seen).toEqual([1000]);
  });

  test('goes by the machine’s own time', async () => {
    const clock = realClock(10);
    const start = clock.now();
    await new Promise<void>((resolve) => clock.schedule(1000, resolve));
    // Node's timers may come a millisecond early, which is ten here.
    expect(clock.now() - start).toBeGreaterThanOrEqual(990);
  });
});
