/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import { render, screen, within } from '@testing-library/react';
import type { HeartbeatTiming } from '../../connection/model';
import { presets } from '../../connection/timing/presets';
import { TimingPanel } from './TimingPanel';

const [documented, gentle] = presets(600).map(({ timing }) => timing) as [HeartbeatTiming, HeartbeatTiming];

const figure = (name: RegExp, column = 0) => {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  return row ? within(row).getAllByRole('cell')[column]?.textContent?.replaceAll('\u00a0', ' ') : undefined;
};

test('a good timing says so, with its figures', () => {
  render(<TimingPanel timing={gentle} interval={600} />);
  expect(screen.getByText('Good')).toBeVisible();
  expect(figure(/^Time between heartbeats/)).toBe('2 min to 2 min 10 s');
  expect(figure(/^Heartbeats per interval/)).toBe('4');
  expect(figure(/^You are paged after the last heartbeat/)).toBe('10 to 12 min');
  expect(figure(/^Retries in 5 min/)).toBe('30');
  expect(figure(/^Left of IRM’s 300/)).toBe('270');
});

test('a group interval of one second holds, and is not called good, because a failing heartbeat leaves alerts no room', () => {
  render(<TimingPanel timing={documented} interval={600} />);
  expect(screen.getByText('Holds, but can block alerts')).toBeVisible();
  expect(screen.queryByText('Good')).not.toBeInTheDocument();
  expect(screen.getByText(/retries 300 times in 5 minutes.*so 0 are left for alerts/)).toBeVisible();
});

test('5m/5m means 10 minutes and cannot hold a heartbeat interval of 10 minutes', () => {
  const timing = { ...documented, groupInterval: 300, repeatInterval: 300 };
  render(<TimingPanel timing={timing} interval={600} />);
  expect(screen.getByText('Cannot hold')).toBeVisible();
  expect(screen.getByText('Up to 10 min pass between heartbeats', { exact: false })).toBeVisible();
  expect(figure(/^Time between heartbeats/)).toBe('5 to 10 min');
});

test('few beats and a short restart budget are risky, each with its sentence', () => {
  render(<TimingPanel timing={{ ...gentle, repeatInterval: 50 }} interval={120} />);
  expect(screen.getByText('Risky')).toBeVisible();
  expect(within(screen.getByRole('list', { name: 'Reasons' })).getAllByRole('listitem')).toHaveLength(2);
});

test('impossible values name what is wrong and show no figures', () => {
  render(<TimingPanel timing={{ ...gentle, evaluationInterval: 15, groupInterval: 0 }} interval={600} />);
  expect(screen.getByText(/rejects an evaluation interval of 15 s/)).toBeVisible();
  expect(screen.getByText(/group interval must be at least 1 s/)).toBeVisible();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('values that are missing are asked for', () => {
  render(<TimingPanel timing={undefined} interval={600} />);
  expect(screen.getByText(/Fill in all values/)).toBeVisible();
});

test('another timing stands beside', () => {
  render(<TimingPanel timing={gentle} interval={600} compareWith={{ label: 'In use now', timing: documented }} />);
  expect(screen.getByRole('columnheader', { name: 'In use now' })).toBeVisible();
  expect(figure(/^Retries in 5 min/, 0)).toBe('30');
  expect(figure(/^Retries in 5 min/, 1)).toBe('300');
});
