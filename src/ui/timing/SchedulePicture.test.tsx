/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import { render, screen } from '@testing-library/react';
import { presets } from '../../connection/timing/presets';
import { SchedulePicture } from './SchedulePicture';

const timing = presets(600)[1]?.timing;

test('the picture has a text alternative and follows the values', () => {
  const { rerender } = render(<SchedulePicture timing={timing} interval={600} />);
  const picture = () => screen.getByRole('img');
  expect(picture()).toHaveAccessibleName(/a heartbeat every 2.min to 2.min.10.s, while IRM waits 10.min/);
  expect(picture().querySelectorAll('circle')).toHaveLength(5);

  rerender(<SchedulePicture timing={timing && { ...timing, repeatInterval: 280 }} interval={600} />);
  expect(picture()).toHaveAccessibleName(/a heartbeat every 4.min.40.s to 5.min/);
  expect(picture().querySelectorAll('circle')).toHaveLength(3);
});

test('every label of the picture has a line of its own', () => {
  render(<SchedulePicture timing={timing} interval={600} />);
  const lines = [...screen.getByRole('img').querySelectorAll('text')].map((text) => Number(text.getAttribute('y')));
  expect(lines).toHaveLength(4);
  lines.slice(1).forEach((line, index) => expect(line - (lines[index] ?? NaN)).toBeGreaterThanOrEqual(16));
});

test('nothing is drawn of values that cannot be calculated', () => {
  const { rerender } = render(<SchedulePicture timing={undefined} interval={600} />);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  rerender(<SchedulePicture timing={timing && { ...timing, groupInterval: 0 }} interval={600} />);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});
