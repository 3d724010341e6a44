import { screen, within } from '@testing-library/react';
import type { Login } from '../../../../tests/support/standIns';
import type { Services } from '../../../ui/data/createServices';
import { connectionPath } from '../../summary/paths';
import type { stage } from '../../testing/stage';

/** Opens the page of one connection as the plugin's root does. */
export async function openDetail(
  on: ReturnType<typeof stage>,
  id: string,
  login: Login = 'editor',
  more?: Partial<Services>
) {
  const view = await on.openStatus(login, connectionPath(id), more);
  await screen.findByRole('heading', { name: 'Actions' });
  const press = async (name: string | RegExp, inside: HTMLElement = document.body) => {
    await view.user.click(within(inside).getByRole('button', { name }));
    await on.settle();
  };
  return {
    ...view,
    press,
    /** Opens the dialog of an action. */
    async start(action: string, title: string) {
      await press(action);
      const dialog = screen.getByRole('dialog', { name: title });
      return { dialog: within(dialog), apply: (label: string) => press(label, dialog) };
    },
  };
}

/** One item of the checklist: its line, and whether it is open. */
export function check(question: string) {
  const entry = screen.getByText(question).closest('details');
  if (!entry) {
    throw new Error(`the checklist does not ask: ${question}`);
  }
  return entry;
}
