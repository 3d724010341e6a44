import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/**
 * Chooses in a list that IRM gives, which may still be read: what is not listed yet is not taken, so it is chosen until
 * it is. By keyboard, because lists are drawn by what is in view, which is nothing in jsdom.
 */
export async function choose(user: UserEvent, field: string | RegExp, option: string) {
  const box = await screen.findByRole('combobox', { name: field });
  await waitFor(async () => {
    await user.click(box);
    await user.keyboard(`${option}{ArrowDown}{Enter}`);
    expect(box).toHaveDisplayValue(option);
  });
}
