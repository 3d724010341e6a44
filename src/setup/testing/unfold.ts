import { fireEvent, screen } from '@testing-library/react';

/** Opens what is folded away. A plain click, so that it works where the clocks are the test's as well. */
export async function unfold(...labels: string[]) {
  for (const name of labels) {
    const fold = await screen.findByRole('button', { name });
    if (fold.getAttribute('aria-expanded') !== 'true') {
      fireEvent.click(fold);
    }
  }
}
