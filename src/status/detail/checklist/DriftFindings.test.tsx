/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { render, screen } from '@testing-library/react';
import type { Drift } from '../../../connection/drift/drift';
import { DriftFindings } from './DriftFindings';

test('everything that keeps from a repair of the same object has its own line', () => {
  const blocked: Omit<Drift, 'obstacle'> = { code: 'blocked', object: 'rule', severity: 'stops', changes: [] };
  const drifts: Drift[] = [
    { ...blocked, obstacle: { object: 'rule', blocking: true, reason: 'dataSourceMissing' } },
    { ...blocked, obstacle: { object: 'rule', blocking: true, reason: 'otherFolder', title: 'Watchdog' } },
  ];
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => {});
  render(<DriftFindings drifts={drifts} />);
  expect(screen.getAllByRole('paragraph')).toHaveLength(2);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
