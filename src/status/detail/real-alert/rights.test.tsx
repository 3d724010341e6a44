/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { buttonToGoOn } from '../../../../tests/support/buttonToGoOn';
import type { Permissions } from '../../../connection/plan/granted';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { connectionPath } from '../../../ui/pagePaths';
import { stage } from '../../testing/stage';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => window.localStorage.clear());
afterEach(() => on.end());

const READING: Permissions = {
  'alert.notifications.receivers:read': ['receivers:*'],
  'alert.instances:read': [''],
  'folders:read': ['folders:*'],
  'alert.rules:read': ['folders:*'],
};
const RULES_IN = (folder: string): Permissions => ({
  ...READING,
  'alert.rules:create': [folder],
  'alert.rules:delete': [folder],
});

async function realAlertRules() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? (read.value.realAlertRules ?? []) : [];
}

/** The item of the menu, with what it says of missing rights. */
async function itemFor(id: string, permissions: Permissions, actor: 'person' | 'serviceAccount') {
  const person = await on.world.letIn(permissions);
  const view = await on.openStatus(person, connectionPath(id), { actor });
  await on.settle();
  await on.press(screen.getByRole('button', { name: 'More' }));
  const item = within(screen.getByRole('menu')).getByRole('menuitem', { name: /^Send real alert/ });
  return { view, item };
}

describe.each(['12.4.0', '13.2.1'] as const)('on %s', (version) => {
  beforeEach(() => {
    on = stage({ version });
  });

  test('a viewer is told the missing rights before any click, and no address opens the dialog', async () => {
    const { id } = await on.connect('Production');
    const { openMenu, unmount } = await openDetail(on, id, 'viewer');
    const item = within(await openMenu()).getByRole('menuitem', { name: /^Send real alert/ });
    expect(item).toBeDisabled();
    expect(item).toHaveTextContent('You lack: alert.rules:create, alert.rules:delete');
    unmount();
    await on.openStatus('viewer', `${connectionPath(id)}?action=realAlert`);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await realAlertRules()).toEqual([]);
  });

  test.each([
    ['person', /^Send real alertYou lack: alert\.rules:create, alert\.rules:delete$/],
    ['serviceAccount', /The plugin's service account lacks: alert\.rules:create, alert\.rules:delete/],
  ] as const)('a %s with rules in other folders alone cannot begin', async (actor, words) => {
    const { id } = await on.connect('Production');
    const { item } = await itemFor(id, RULES_IN('folders:uid:servers'), actor);
    expect(item).toBeDisabled();
    expect(item).toHaveTextContent(words);
  });

  test('whoever may delete nothing there is not let begin what could not be ended', async () => {
    const { id } = await on.connect('Production');
    const { item } = await itemFor(
      id,
      { ...RULES_IN('folders:uid:irm-heartbeats'), 'alert.rules:delete': [] },
      'person'
    );
    expect(item).toBeDisabled();
    expect(item).toHaveTextContent('You lack: alert.rules:delete');
  });

  test.each(['person', 'serviceAccount'] as const)(
    'where Grafana refuses a %s after all, the dialog says so and nothing is left',
    async (actor) => {
      const { id } = await on.connect('Production');
      const view = await openDetail(on, id, 'editor', { actor });
      const { dialog } = await view.start('Send real alert', 'Send real alert');
      await on.press(dialog.getByRole('radio', { name: /Straight to the contact point/ }));
      await on.press(dialog.getByRole('checkbox', { name: /Whoever is on call knows/ }));
      on.world.failWith((_, { method }) =>
        method === 'POST' || method === 'PUT'
          ? Response.json({ message: "You'll need additional permissions to perform this action." }, { status: 403 })
          : undefined
      );
      await on.press(dialog.getByRole('button', { name: 'Send real alert now' }));
      await on.settle();
      const said = within(screen.getByRole('dialog', { name: 'Send real alert' })).getByRole('alert');
      expect(said).toHaveTextContent(/^You lack a permission.*Not done yetAlert rule: IRM Connect: real alert test/);
      expect(buttonToGoOn()).toBeEnabled();
      expect(await realAlertRules()).toEqual([]);

      on.world.failWith();
      await on.press(buttonToGoOn());
      await on.settle();
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(await realAlertRules()).toHaveLength(1);
    }
  );
});
