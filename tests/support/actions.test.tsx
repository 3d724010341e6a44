/** @jest-environment <rootDir>/.config/jest/page.mjs */
import './browser';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

/** Checks as a form of react-hook-form does: the answer comes some promises later. */
async function slowly() {
  for (let i = 0; i < 500; i++) {
    await Promise.resolve();
  }
}

function holdTheMachine(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // Nothing else runs meanwhile.
  }
}

function Form() {
  const [message, setMessage] = useState('This is wrong');
  const check = async () => {
    await slowly();
    setMessage('In order');
    holdTheMachine(5);
  };
  return <button onClick={() => void check()}>{message}</button>;
}

test('what an action brings about is shown when the action is over, on a busy machine, too', async () => {
  const user = userEvent.setup({ delay: null });
  render(<Form />);
  await turn();
  await user.click(screen.getByRole('button'));
  expect(screen.getByRole('button')).toHaveTextContent('In order');
});
