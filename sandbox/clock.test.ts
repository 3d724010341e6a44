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

test('a real clock at speed 10 lets ten of its seconds pass in one', async () => {
  const clock = realClock(10);
  const start = clock.now();
  const real = Date.now();
  await new Promise<void>((resolve) => clock.schedule(1000, resolve));
  expect(Date.now() - real).toBeGreaterThanOrEqual(95);
  expect(Date.now() - real).toBeLessThan(600);
  expect(clock.now() - start).toBeGreaterThanOrEqual(950);
});
