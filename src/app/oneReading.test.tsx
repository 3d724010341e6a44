/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { TextLink } from '@grafana/ui';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../status/testing/stage';
import SetupPage from '../setup/SetupPage';
import { StatusPage } from '../status/StatusPage';

const ROOT = '/a/irmconnect-setup-app';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** Both features under the plugin's root, with the ways between them that Grafana's menu has. */
function openPlugin(route: string, id: string) {
  return on.open(
    'editor',
    <>
      <TextLink href={`${ROOT}/setup/${id}/contact-point`}>To the setup</TextLink>
      <TextLink href={`${ROOT}/status`}>To the status</TextLink>
      <Routes>
        <Route path={`${ROOT}/setup/*`} element={<SetupPage />} />
        <Route path={`${ROOT}/status/*`} element={<StatusPage />} />
      </Routes>
    </>,
    route
  );
}

const readings = () => on.world.asked.filter((one) => one === 'GET /api/v1/provisioning/contact-points').length;

test('what an action on the status page changes, the wizard shows without reading again', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const { user } = await openPlugin(`${ROOT}/status/${id}`, id);
  await on.press(await screen.findByRole('button', { name: 'More' }));
  await on.press(screen.getByRole('menuitem', { name: 'Rename' }));
  // The dialogs are loaded with the first one.
  const dialog = within(await screen.findByRole('dialog', { name: 'Rename' }));
  await on.settle();
  const name = dialog.getByLabelText('Contact point for alerts');
  await user.clear(name);
  await user.type(name, 'Night shift');
  await on.press(dialog.getByRole('button', { name: 'Rename' }));
  expect(screen.getByRole('group', { name: 'Contact points renamed' })).toBeVisible();

  const before = readings();
  await user.click(screen.getByRole('link', { name: 'To the setup' }));
  expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveValue('Night shift');
  expect(readings()).toBe(before);
});

test('what the wizard makes, the status page shows without reading again', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const { user } = await openPlugin(`${ROOT}/setup/${id}/heartbeat`, id);
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(screen.getByRole('heading', { name: 'Verify' })).toBeVisible();

  const before = readings();
  await user.click(screen.getByRole('link', { name: 'To the status' }));
  // The first line tells more, depending on whether it is known yet where alerts are routed.
  expect(await screen.findByText('Starting')).toBeVisible();
  expect(readings()).toBe(before);
});
