import { screen, within } from '@testing-library/react';
import type { Login } from '../../../../tests/support/standIns';
import type { Services } from '../../../ui/data/createServices';
import { connectionPath } from '../../../ui/pagePaths';
import type { stage } from '../../testing/stage';

/** Opens the page of one connection as the plugin's root does. */
export async function openDetail(
  on: ReturnType<typeof stage>,
  id: string,
  login: Login = 'editor',
  more?: Partial<Services>
) {
  const view = await on.openStatus(login, connectionPath(id), more);
  await screen.findByRole('heading', { name: 'Checks' });
  const press = async (name: string | RegExp, inside: HTMLElement = document.body) => {
    await view.user.click(within(inside).getByRole('button', { name }));
    await on.settle();
  };
  const openMenu = async () => {
    await press('More');
    return screen.getByRole('menu');
  };
  /** A button of the header, or an item of its menu. */
  const choose = async (action: string) => {
    if (screen.queryByRole('button', { name: action })) {
      return press(action);
    }
    await view.user.click(within(await openMenu()).getByRole('menuitem', { name: action }));
    await on.settle();
  };
  return {
    ...view,
    press,
    openMenu,
    choose,
    /** Opens the dialog of an action. */
    async start(action: string, title: string) {
      await choose(action);
      // The dialogs are loaded with the first one.
      await screen.findByRole('dialog', { name: title });
      await on.settle();
      const dialog = screen.getByRole('dialog', { name: title });
      return { dialog: within(dialog), apply: (label: string) => press(label, dialog) };
    },
    /** Unfolds what is in order. */
    showPassed: () => press(/checks? passed$/),
  };
}

/** One item of the checklist: its line, and whether it is open. */
export function check(statement: string | RegExp) {
  const entry = screen
    .getAllByText(statement)
    .map((found) => found.closest('details'))
    .find((details) => details !== null);
  if (!entry) {
    throw new Error(`no check says: ${statement}`);
  }
  return entry;
}
