/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { firingRule } from '../../tests/support/firingRule';
import CoveragePage from '../coverage/CoveragePage';
import RoutePage from '../route/RoutePage';
import { stage } from '../status/testing/stage';

const APP = '/a/irmconnect-setup-app';
let on: ReturnType<typeof stage>;
afterEach(() => on.end());

/** A connection, and one rule of others whose alerts go elsewhere; both pages as the plugin shows them. */
async function openCoverage() {
  window.sessionStorage.clear();
  on = stage();
  await on.connect('Production');
  const { world } = on;
  const mail = { name: 'ops-mail', type: 'webhook', settings: { url: 'http://mail.example/' } };
  await world.call('admin', 'POST', '/api/v1/provisioning/contact-points', mail);
  await world.call('admin', 'PUT', '/api/v1/provisioning/policies', { receiver: 'ops-mail' });
  await world.call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const group = { name: 'disks', interval: '10s', rules: [firingRule('Disk full')] };
  await world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group);
  const pages = (
    <>
      <a href={`${APP}/coverage`}>To coverage</a>
      <Routes>
        <Route path={`${APP}/coverage`} element={<CoveragePage />} />
        <Route path={`${APP}/route`} element={<RoutePage />} />
      </Routes>
    </>
  );
  await on.open('editor', pages, `${APP}/coverage`);
  await on.settle();
  await on.settle();
}

const row = () => within(screen.getByRole('row', { name: /Disk full/ }));

test.each([
  ['one rule', undefined],
  ['everything', /^All alerts/],
])('whoever routes %s and goes back sees it on the coverage page at once', async (_, choice) => {
  await openCoverage();
  expect(row().queryByText('Reaches IRM')).not.toBeInTheDocument();
  await on.press(row().getByRole('link', { name: 'Route Disk full to IRM' }));
  if (choice) {
    await on.press(screen.getByRole('radio', { name: choice }));
  }
  await on.settle();
  await on.press(screen.getByRole('button', { name: 'Apply' }));
  await on.settle();
  await on.press(screen.getByRole('link', { name: 'To coverage' }));
  await on.settle();
  expect(row().getByText('Reaches IRM')).toBeVisible();
});
