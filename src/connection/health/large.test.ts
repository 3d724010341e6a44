import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { atBest, coreTime } from '../../../tests/support/coreTime';
import { planRepair } from '../actions/change';
import { connectionsOf } from '../ownership/connections';
import { planConnection } from '../plan/planConnection';
import type { GrafanaReading } from '../reading/reading';
import { sharedWith } from '../reading/sharedWith';
import { desiredOf, largeGrafana } from '../testing/many';
import { NO_MEMORY, remember } from './memory';
import { overviewOf } from './overview';
import { driftOf } from '../drift/drift';

const NOON = Date.UTC(2026, 10, 26, 12);

/** As it comes from Grafana: nothing of it is the same object as before. */
const readAt = (time: number): GrafanaReading => structuredClone(largeGrafana(1000, 1000, time));

// A third of each limit is enough on an idle machine; work that grows with the square takes many times as long.
describe('1,000 connections among 1,000 other contact points', () => {
  it('are judged within a moment, the first time as well', () => {
    const reading = readAt(NOON);
    const first = coreTime(() => overviewOf({ driftOf, reading, memory: remember(NO_MEMORY, reading) }));
    expect(first.result.counts.up).toBe(1000);
    expect(first.ms).toBeLessThan(1000);
    const again = atBest(5, (turn) => {
      const fresh = readAt(NOON + turn);
      return coreTime(() => overviewOf({ driftOf, reading: fresh }));
    });
    expect(again).toBeLessThan(300);
  });

  it('take a plan for one more, or a repair of each, within a moment', () => {
    const reading = readAt(NOON);
    const one = atBest(3, () => coreTime(() => planConnection(desiredOf(5000), reading)));
    expect(one).toBeLessThan(300);
    const all = atBest(6, () => coreTime(() => connectionsOf(reading).map((each) => planRepair(each, reading))));
    expect(all).toBeLessThan(600);
  });
});

it('a refresh keeps what it found again, and changes the row that changed', () => {
  const before = largeGrafana(20, 20, NOON);
  const rows = overviewOf({ driftOf, reading: before }).rows;
  const read = largeGrafana(20, 20, NOON);
  const [silent, ...others] = read.deliveries.filter(({ name }) => name.endsWith('heartbeat'));
  const failed = { ...silent, name: silent?.name ?? '', integrations: [] };
  const after = sharedWith(before, {
    ...read,
    deliveries: read.deliveries.map((one) => (one === silent ? failed : one)),
    serverTime: NOON + 1000,
  });
  expect(others).toHaveLength(19);
  expect(after.integrations).toBe(before.integrations);
  const again = overviewOf({ driftOf, reading: after }).rows;
  expect(
    again.filter((row) => !rows.includes(row)).map(({ connection }) => connection.heartbeatContactPoint?.name)
  ).toEqual([silent?.name]);
});

it('1,000 refreshes leave nothing behind', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let reading: GrafanaReading | undefined;
  let memory = NO_MEMORY;
  const heapAfter = (refreshes: number) => {
    for (let turn = 0; turn < refreshes; turn += 1) {
      const time = (reading?.serverTime ?? NOON) + 10_000;
      reading = sharedWith(reading, structuredClone(largeGrafana(20, 20, time)));
      memory = remember(memory, reading);
      overviewOf({ driftOf, reading, memory });
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  const early = heapAfter(200);
  expect((heapAfter(1000) - early) / 1_000_000).toBeLessThan(2);
});
