/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../status/testing/stage';
import type { Permissions } from '../connection/plan/granted';
import SetupPage from '../setup/SetupPage';
import { StatusPage } from '../status/StatusPage';

const ROOT = '/a/irmconnect-setup-app';

/** As docs/rights.md lists them: for looking, and for a whole set-up. */
const READING: Permissions = {
  'alert.notifications.receivers:read': ['receivers:*'],
  'alert.instances:read': [''],
  'folders:read': ['folders:*'],
  'alert.rules:read': ['folders:*'],
};
const SET_UP: Permissions = {
  ...READING,
  'alert.provisioning.provenance:write': [''],
  'folders:create': ['folders:uid:general'],
};
const SET_UP_13: Permissions = {
  ...SET_UP,
  'alert.notifications.receivers:create': [''],
  'alert.notifications.receivers.test:create': ['receivers:uid:-'],
  'alert.rules:create': ['folders:uid:irm-heartbeats'],
};
const SET_UP_12: Permissions = {
  ...SET_UP,
  'alert.notifications:write': [''],
  'alert.rules:create': ['folders:uid:irm-heartbeats'],
};
const LACKING = /^Ask an admin(istrator)? for the (Editor )?role, or for the (missing )?permissions/;

let on: ReturnType<typeof stage>;
beforeEach(() => window.sessionStorage.clear());
afterEach(() => on.end());

/** Somebody without a role opens this address of the plugin. */
async function openAs(permissions: Permissions, route: string) {
  const view = await on.open(
    await on.world.letIn(permissions),
    <Routes>
      <Route path={`${ROOT}/setup/*`} element={<SetupPage />} />
      <Route path={`${ROOT}/status/*`} element={<StatusPage />} />
    </Routes>,
    ROOT + route
  );
  await on.settle();
  return view;
}

const button = (name: string) => screen.getByRole('button', { name });

/** The rights that a part of the page names as missing. */
function lacking(): string[] {
  const alert = screen.getByText(LACKING).parentElement;
  return alert
    ? within(alert)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    : [];
}

const OF_POINTS = {
  '13.2.1': [
    'alert.notifications.receivers:test',
    'alert.rules:write',
    'alert.notifications.receivers:write',
    'alert.provisioning.provenance:write',
    'alert.notifications.receivers.protected:write',
    'alert.notifications.receivers:delete',
    'alert.rules:delete',
  ],
  '12.4.0': [
    'alert.notifications.receivers:test',
    'alert.rules:write',
    'alert.notifications:write',
    'alert.provisioning.provenance:write',
    'alert.notifications.receivers.protected:write',
    'alert.rules:delete',
  ],
};

describe.each(['13.2.1', '12.4.0'] as const)('someone without a role in Grafana %s', (version) => {
  const setUp = version === '13.2.1' ? SET_UP_13 : SET_UP_12;
  beforeEach(() => {
    on = stage({ version });
  });

  test('who may only read sees how the heartbeat is, and what changing it would take', async () => {
    const { id } = await on.connect('Production');
    await on.pass(70);
    await openAs(READING, `/status/${id}`);
    expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
    expect(screen.getByText('View only')).toBeVisible();
    expect(lacking()).toEqual(OF_POINTS[version]);
    for (const name of ['Send test alert', 'Send heartbeat', 'Pause']) {
      expect(button(name)).toHaveAttribute('aria-disabled', 'true');
    }
    expect(document.body).not.toHaveTextContent('You lack a permission');
  });

  test('who loses a right while the page is open is refused once, and sees then what is left', async () => {
    const { id } = await on.connect('Production');
    await on.pass(70);
    await openAs({ ...READING, 'alert.rules:write': ['folders:*'] }, `/status/${id}`);
    await on.press(button('Pause'));
    const dialog = within(await screen.findByRole('dialog'));
    await on.world.letIn(READING);
    await on.press(dialog.getByRole('button', { name: 'Pause' }));
    expect(dialog.getByText('You lack a permission')).toBeVisible();
    await on.press(dialog.getByRole('button', { name: 'Cancel' }));
    expect(button('Pause')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('View only')).toBeVisible();
  });

  test('who may not read alerts is told that, with the right, and sees the rest', async () => {
    const { id } = await on.connect('Production');
    await on.pass(70);
    const { 'alert.instances:read': _, ...less } = READING;
    await openAs(less, `/status/${id}`);
    expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
    expect(document.body).toHaveTextContent(
      'Could not read the alerts of the heartbeat rules. You lack a permission. Missing permission: alert.instances:read. Ask an Admin for it, or for the Editor role.'
    );
    expect(document.body).not.toHaveTextContent('service account');
  });

  test('who may only read is told in the place of the first step what connecting would take', async () => {
    await openAs(READING, '/setup/new');
    const create = version === '13.2.1' ? 'alert.notifications.receivers:create' : 'alert.notifications:write';
    expect(lacking()).toEqual([create, 'alert.provisioning.provenance:write']);
  });

  test('who may not read contact points is told so in the place of a page that looks empty', async () => {
    await on.connect('Production');
    await openAs({}, '/status');
    expect(screen.getByText('You lack a permission')).toBeVisible();
    expect(screen.queryByText('Production')).not.toBeInTheDocument();
  });

  test('the listed rights are enough for a whole set-up, and whoever made it manages it', async () => {
    const { endpoint } = on.world.newIntegration('Production');
    await openAs(setUp, '/setup/new/integration');
    fireEvent.change(screen.getByRole('textbox', { name: /HTTP endpoint/ }), { target: { value: endpoint } });
    await on.settle();
    await on.press(button('Next'));
    await on.press(button('Create contact point'));
    expect(screen.getByText('Contact point created')).toBeVisible();
    expect(screen.queryByText(LACKING)).not.toBeInTheDocument();
    await on.press(button('I see it'));
    await on.press(button('Next'));
    await on.press(button('Add heartbeat'));
    expect(screen.getByRole('heading', { name: 'Verify' })).toBeVisible();
    expect(screen.queryByText(LACKING)).not.toBeInTheDocument();
  });

  test('without the right to make folders it ends before the click, and the right is named', async () => {
    const { id } = await on.connect('Production', { withHeartbeat: false });
    const { 'folders:create': _, ...less } = setUp;
    await openAs(less, `/setup/${id}/heartbeat`);
    expect(button('Add heartbeat')).toBeDisabled();
    expect(lacking()).toEqual(['folders:create']);
  });
});
