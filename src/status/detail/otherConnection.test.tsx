/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { TextLink } from '@grafana/ui';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Connection } from '../../connection/ownership/connections';
import { connectionPath } from '../../ui/pagePaths';
import { StatusPage } from '../StatusPage';
import { stage } from '../testing/stage';

let on: ReturnType<typeof stage>;
let production: Connection;
let staging: Connection;
let address: () => string;
beforeEach(async () => {
  on = stage();
  production = await on.connect('Production');
  staging = await on.connect('Staging');
  await on.pass(30);
  ({ address } = await on.open(
    'editor',
    <>
      {/* As the command palette leads to pages that were looked at before. */}
      <TextLink href={connectionPath(staging.id)}>Recent: staging</TextLink>
      <Routes>
        <Route path="/a/irmconnect-setup-app/status/*" element={<StatusPage />} />
      </Routes>
    </>,
    connectionPath(production.id)
  ));
  await screen.findByRole('heading', { name: 'Checks' });
});
afterEach(() => on.end());

const goToStaging = async () => {
  await on.press(screen.getByText('Recent: staging'));
  expect(address()).toBe(connectionPath(staging.id));
  await screen.findByRole('heading', { name: 'Checks' });
};

test('what was done to one connection, and its way back, do not stand on the page of another', async () => {
  await on.press(screen.getByRole('button', { name: 'Pause' }));
  await screen.findByRole('dialog', { name: 'Pause heartbeat' });
  await on.press(screen.getAllByRole('button', { name: 'Pause' }).at(-1) ?? document.body);
  expect(screen.getByRole('group', { name: 'Heartbeat paused' })).toBeVisible();
  await goToStaging();
  expect(screen.queryByRole('group', { name: 'Heartbeat paused' })).not.toBeInTheDocument();
});

test('a dialog that is open about one connection is not carried over to another', async () => {
  await on.press(screen.getByRole('button', { name: 'More' }));
  await on.press(screen.getByRole('menuitem', { name: 'Send real alert' }));
  await screen.findByRole('dialog', { name: 'Send real alert' });
  await goToStaging();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
