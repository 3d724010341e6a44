/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import { render, screen, within } from '@testing-library/react';
import { HEARTBEAT_INTERVALS } from '../../connection/timing/presets';
import { PresetComparison } from './PresetComparison';

test('the presets differ in group interval, gap and retries, and nothing else is listed', () => {
  render(<PresetComparison interval={600} />);
  const rows = screen.getAllByRole('row').slice(1);
  const names = rows.map((row) => within(row).getByRole('rowheader').textContent);
  expect(names).toEqual([
    'Group interval',
    'Time between heartbeats',
    'Retries in 5 min on failure',
    'Left of IRM’s 300 for alerts meanwhile',
  ]);
  const retries = within(rows[2] as HTMLElement).getAllByRole('cell');
  expect(retries.map((cell) => cell.textContent)).toEqual(['300', '30']);
});

test.each(HEARTBEAT_INTERVALS)('there is a difference to show for a heartbeat interval of %i s', (interval) => {
  render(<PresetComparison interval={interval} />);
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
    'Figure',
    'Fast retry (docs default)',
    'Balanced (recommended)',
  ]);
  expect(screen.getAllByRole('row').length).toBeGreaterThan(3);
});
