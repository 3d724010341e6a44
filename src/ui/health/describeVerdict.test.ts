/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import { dateTimeFormat } from '@grafana/data';
import { overviewOf } from '../../connection/health/overview';
import { grafanaOf } from '../../connection/health/testing/grafanaOf';
import { at, type Scene } from '../../connection/health/testing/scene';
import type { HealthInput } from '../../connection/health/types';
import { verdictOf } from '../../connection/health/verdict';
import { describeVerdict, verdictMark } from './describeVerdict';
import { driftOf } from '../../connection/drift/drift';

const clock = (seconds: number) => dateTimeFormat(at(seconds), { format: 'HH:mm:ss' });
const uses = (silent: readonly string[], defaultSends = true): HealthInput['receiverUses'] => ({
  useOf: (name) => ({ routes: silent.includes(name) ? 0 : 1, rules: 0, isDefault: false, isShut: false }),
  defaultPolicy: { receiver: 'empty', sends: defaultSends },
});

function told(scenes: Record<string, Scene>, more: Partial<HealthInput> = {}) {
  const overview = overviewOf({
    reading: grafanaOf(scenes),
    driftOf,
    replicas: 'one',
    receiverUses: uses([]),
    ...more,
  });
  const verdict = verdictOf({ overview, hasFailed: more.shownAt !== undefined });
  return verdict && { ...describeVerdict(verdict, at(0)), mark: verdictMark(verdict) };
}

const DOWN: Scene = { lastAttempt: -700 };
const CUT_OFF: Scene = { lastAttempt: -1, delivery: { lastError: 'no', cause: 'refused' } };

test('all is well', () => {
  expect(told({ a: {}, b: {} })).toEqual({
    severity: 'success',
    sentence: 'All 2 heartbeats arrive and alerts are routed to all of them',
    mark: '',
  });
  expect(told({ a: {}, b: {} }, { receiverUses: undefined })).toMatchObject({
    sentence: 'All 2 heartbeats arrive',
    detail: 'It is not known whether alerts are routed to 2 connections.',
  });
});

test('one is down, or several', () => {
  expect(told({ Payments: DOWN, b: {} })).toEqual({
    severity: 'error',
    sentence: `Payments has been silent since ${clock(-700)}`,
    detail: `IRM pages by ${clock(20)} unless a heartbeat arrives. 1 other heartbeat arrives.`,
    mark: '(1 down)',
  });
  expect(told({ Payments: CUT_OFF })?.sentence).toBe('Payments is down: nobody would be paged');
  expect(told({ a: DOWN, b: DOWN, c: {} })).toMatchObject({
    sentence: `2 of 3 heartbeats have been down since ${clock(-700)}`,
    mark: '(2 down)',
  });
});

test('connections without a heartbeat are none of the heartbeats', () => {
  const none: Scene = { heartbeatContactPoint: null, rule: null };
  expect(told({ a: DOWN, b: DOWN, c: {}, d: none, e: none })?.sentence).toBe(
    `2 of 3 heartbeats have been down since ${clock(-700)}`
  );
  expect(told({ c: {}, d: none, e: none })?.sentence).toBe('2 of 3 connections have no heartbeat');
});

test('heartbeats arrive, but alerts are not routed', () => {
  expect(told({ Payments: {}, b: {} }, { receiverUses: uses(['Payments']) })).toMatchObject({
    severity: 'warning',
    sentence: 'Heartbeats arrive, but no alert is routed to Payments',
    mark: '(1 not routed)',
  });
});

test('no alert is routed anywhere', () => {
  expect(told({ a: {}, b: {} }, { receiverUses: uses(['a', 'b']) })?.sentence).toBe(
    'Heartbeats arrive, but no alert is routed to any connection'
  );
});

test('Grafana cannot be read', () => {
  expect(told({ a: {}, b: {} }, { shownAt: at(40) })).toEqual({
    severity: 'unknown',
    sentence: `No update from Grafana since ${clock(0)}`,
    detail: `IRM pages at ${clock(570)} unless a heartbeat arrives.`,
    mark: '(not updated)',
  });
});

test('a default policy that reaches nobody is told beside it', () => {
  expect(told({ a: {} }, { receiverUses: uses([], false) })).toMatchObject({
    severity: 'success',
    detail: expect.stringContaining('sends to "empty", which has no integration'),
  });
});
