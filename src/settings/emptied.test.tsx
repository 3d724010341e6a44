/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { IRM_URL, ROOT_URL, settingsPage } from '../../tests/support/settingsPage';

const { open, store } = settingsPage();
const TITLE = 'These settings were emptied';
const IRM = { irmApiUrl: IRM_URL, irmCredential: 'apiKey' };
const VIA_ACCOUNT = { access: 'proxy', grafanaUrl: ROOT_URL, namespace: 'default' };

/** What Grafana makes of a file that names the plugin without `jsonData`: the tokens stay. */
const restartWithSuchAFile = () => store({ jsonData: null });

test.each([
  ['IRM', IRM, { irmToken: 'key' }],
  ['the service account', VIA_ACCOUNT, { grafanaToken: 'glsa_x' }],
])('settings whose token for %s is left alone are told of, with what empties them', async (_, jsonData, secrets) => {
  await store({ jsonData, secureJsonData: secrets });
  const before = await open();
  expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  before.unmount();

  await restartWithSuchAFile();
  await open();
  expect(await screen.findByText(TITLE)).toBeVisible();
  expect(screen.getByText(/a provisioning file names this plugin without its settings/)).toBeVisible();
});

test('saved once more, nothing is told any longer, and a token that nothing uses goes', async () => {
  await store({ jsonData: IRM, secureJsonData: { irmToken: 'key' } });
  await restartWithSuchAFile();
  const { user, onSaved, unmount } = await open();
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  unmount();
  await open();
  expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
});
