import '@testing-library/jest-dom';
import { setImmediate as turn } from 'node:timers/promises';
import { configure, getConfig } from '@testing-library/react';

const { asyncWrapper } = getConfig();

configure({
  // A busy machine takes its time; nothing waits longer than it has to.
  asyncUtilTimeout: 10_000,
  // Testing Library goes on after a millisecond, which on a busy machine is over before React has rendered what a form
  // found out in promises. A turn renders, one runs the effects, and one renders what these changed.
  asyncWrapper: (act) =>
    asyncWrapper(async () => {
      const result = await act();
      for (let turns = 0; turns < 3; turns++) {
        await turn();
      }
      return result;
    }),
});
