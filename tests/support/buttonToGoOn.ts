import { screen } from '@testing-library/react';

/** The button that the words on a failure name, which has to be there under just that name. */
export function buttonToGoOn(): HTMLElement {
  const said = screen.getByText(/again to finish/).textContent ?? '';
  const [, name] = /^Press "(.+)" again to finish/.exec(said) ?? [];
  if (name === undefined) {
    throw new Error(`no button is named: ${said}`);
  }
  return screen.getByRole('button', { name });
}
