/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { useFocusAfterDialog } from './useFocusAfterDialog';

function Notice() {
  const ref = useRef<HTMLDivElement>(null);
  useFocusAfterDialog(ref, 'done');
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label="It is done">
      <button>Take it back</button>
    </div>
  );
}

function Page({ isDone }: { isDone: boolean }) {
  return (
    <>
      <button>Repair</button>
      {isDone && <Notice />}
    </>
  );
}

const notice = () => screen.getByRole('group', { name: 'It is done' });
const repair = () => screen.getByRole('button', { name: 'Repair' });

function finish() {
  const { rerender } = render(<Page isDone={false} />);
  rerender(<Page isDone />);
}

afterEach(() => jest.useRealTimers());

it('has the focus at once, and again after the dialog has handed it back late', () => {
  finish();
  expect(notice()).toHaveFocus();
  act(() => repair().focus());
  expect(notice()).toHaveFocus();
});

it('lets a person go elsewhere at once, by keyboard and by pointer', async () => {
  const user = userEvent.setup();
  finish();
  await user.tab({ shift: true });
  expect(repair()).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(screen.getByRole('button', { name: 'Take it back' })).toHaveFocus();
});

it('lets a person go elsewhere by a click alone, as assistive technology sends it', () => {
  finish();
  act(() => repair().click());
  act(() => repair().focus());
  expect(repair()).toHaveFocus();
});

it('lets go of the focus after a moment', () => {
  jest.useFakeTimers();
  finish();
  act(() => jest.advanceTimersByTime(500));
  act(() => repair().focus());
  expect(repair()).toHaveFocus();
});
