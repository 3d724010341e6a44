/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { settingsPage } from '../../tests/support/settingsPage';
import { rememberReplicas } from '../ui/reading/rememberedReplicas';

const { open, store, stored } = settingsPage();
beforeEach(() => window.localStorage.clear());

const choice = (name: RegExp) => screen.getByRole('radio', { name });

test('an administrator says how many replicas there are, sees what was seen, and can leave it to the plugin again', async () => {
  await store({ jsonData: {} });
  const first = await open();
  expect(choice(/^Detect/)).toBeChecked();
  expect(
    screen.getByText('Seen from this browser in the last 24 hours: no sign of more than one replica.')
  ).toBeVisible();
  await first.user.click(choice(/^Several/));
  await first.user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(first.onSaved).toHaveBeenCalled());
  expect((await stored()).jsonData).toMatchObject({ replicas: '2+' });
  first.unmount();

  rememberReplicas({ proof: 'history', seenAt: Date.now(), count: 3 });
  const second = await open();
  expect(choice(/^Several/)).toBeChecked();
  expect(screen.getByText(/^Seen from this browser: at least 3 replicas, at [\d:]+\.$/)).toBeVisible();
  await second.user.click(choice(/^Detect/));
  await second.user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(second.onSaved).toHaveBeenCalled());
  expect((await stored()).jsonData).toMatchObject({ replicas: '' });
});

test('what a file says and nobody understands counts as not said', async () => {
  await store({ jsonData: { replicas: 'two' } });
  await open();
  expect(choice(/^Detect/)).toBeChecked();
});

test('settings of a provisioning file are shown and cannot be changed', async () => {
  await store({ jsonData: { replicas: '1', managedBy: 'irmconnect.yaml' } });
  await open();
  expect(choice(/^One/)).toBeChecked();
  expect(choice(/^Several/)).toBeDisabled();
});
