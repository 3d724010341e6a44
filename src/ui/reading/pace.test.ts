import { QueryClient } from '@tanstack/react-query';
import { NO_MEMORY, remember } from '../../connection/health/memory';
import type { GrafanaReading } from '../../connection/reading/reading';
import { largeGrafana } from '../../connection/testing/many';
import { calmSince, keepsContactPoints, noteTurn, paceOf, type Judged, type Paced } from './pace';
import { driftOf } from '../../connection/drift/drift';

const NOON = Date.UTC(2026, 10, 26, 12);
const MINUTE = 60_000;

beforeEach(() => jest.useFakeTimers({ now: NOON }));
afterEach(() => jest.useRealTimers());

/** A page that reads every minute, as far as its pace goes. */
function page(connections: number, others = 0) {
  const client = new QueryClient();
  let data: (Paced & Judged) | undefined;
  const read = (minute: number, change: (reading: GrafanaReading) => GrafanaReading = (same) => same) => {
    jest.setSystemTime(NOON + minute * MINUTE);
    const reading = change(largeGrafana(connections, others, NOON + minute * MINUTE));
    const now = { reading, driftOf, memory: remember(NO_MEMORY, reading), replicas: undefined };
    const next: Paced & Judged = { ...now, listedAt: Date.now(), calmSince: calmSince(data, now) };
    data = next;
    return next;
  };
  return { client, read, pace: () => paceOf(client, data) };
}

const paused = (reading: GrafanaReading) => ({
  ...reading,
  rules: reading.rules.map((rule, index) => (index === 0 ? { ...rule, isPaused: true } : rule)),
});
const silent = (reading: GrafanaReading) => ({
  ...reading,
  ruleStatuses: reading.ruleStatuses.map((one, index) => (index === 0 ? { ...one, state: 'inactive' as const } : one)),
});

test('a long list that has been well for five minutes is read every 30 s, and every 10 s once anything is not', () => {
  const { read, pace } = page(101);
  for (const minute of [0, 1, 2, 3, 4]) {
    read(minute, paused);
    expect(pace()).toBe(10_000);
  }
  read(5);
  expect(pace()).toBe(30_000);
  read(6, silent);
  expect(pace()).toBe(10_000);
  read(7);
  expect(pace()).toBe(10_000);
});

test('whoever turns to it, or asks for a refresh, sees it every 10 s for a while', () => {
  const { client, read, pace } = page(101);
  read(0);
  read(6);
  expect(pace()).toBe(30_000);
  noteTurn(client);
  expect(pace()).toBe(10_000);
  read(11);
  expect(pace()).toBe(30_000);
});

test('a short list is always read every 10 s, unless it is among many contact points of others', () => {
  const among = page(1, 1000);
  among.read(0);
  among.read(60);
  expect(among.pace()).toBe(30_000);
  const { read, pace } = page(100);
  read(0);
  read(60);
  expect(pace()).toBe(10_000);
});

test('among many contact points they are listed once a minute, and whenever somebody asks', () => {
  const { client, read } = page(1, 1000);
  const before = read(0);
  jest.setSystemTime(NOON + 10_000);
  expect(keepsContactPoints(client, before)).toBe(true);
  jest.setSystemTime(NOON + MINUTE);
  expect(keepsContactPoints(client, before)).toBe(false);

  const again = read(2);
  expect(keepsContactPoints(client, again)).toBe(true);
  noteTurn(client);
  expect(keepsContactPoints(client, again)).toBe(false);
  expect(keepsContactPoints(client, { ...again, replicas: 'several' })).toBe(false);
  expect(keepsContactPoints(client, page(1, 10).read(2))).toBe(false);
});
