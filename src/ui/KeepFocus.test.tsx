/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { KeepFocus } from './KeepFocus';

function Notice({ name }: { name: string }) {
  const [isThere, setIsThere] = useState(true);
  return isThere ? (
    <div>
      <h3>Title of {name}</h3>
      <button onClick={() => setIsThere(false)}>End {name}</button>
    </div>
  ) : null;
}

function Page() {
  return (
    <KeepFocus>
      <h1>Page</h1>
      <Notice name="first" />
      <h2>Section</h2>
      <p>Text</p>
      <Notice name="second" />
      <button>Beside</button>
      <h2>Next section</h2>
      {createPortal(
        <div role="dialog">
          <Notice name="dialog" />
        </div>,
        document.body
      )}
    </KeepFocus>
  );
}

async function press(name: string) {
  await userEvent.click(screen.getByRole('button', { name }));
  // Browsers tell of removed elements right after the script that removed them.
  await act(() => Promise.resolve());
}

test('a button that goes with what it ended leaves the focus on the heading before it', async () => {
  render(<Page />);
  await press('End second');
  expect(screen.getByRole('heading', { name: 'Section' })).toHaveFocus();
  await press('End first');
  expect(screen.getByRole('heading', { name: 'Page' })).toHaveFocus();
});

test('whoever went elsewhere before stays there', async () => {
  render(<Page />);
  const ending = screen.getByRole('button', { name: 'End second' });
  ending.focus();
  act(() => screen.getByRole('button', { name: 'Beside' }).focus());
  act(() => ending.click());
  await act(() => Promise.resolve());
  expect(screen.getByRole('button', { name: 'Beside' })).toHaveFocus();
});

test('whoever left all of it by a click beside stays out of it', async () => {
  render(<Page />);
  const ending = screen.getByRole('button', { name: 'End second' });
  ending.focus();
  await userEvent.click(screen.getByText('Text'));
  expect(document.body).toHaveFocus();
  act(() => ending.click());
  await act(() => Promise.resolve());
  expect(document.body).toHaveFocus();
});

test('dialogs hand the focus back themselves', async () => {
  render(<Page />);
  await press('End dialog');
  expect(document.body).toHaveFocus();
});
