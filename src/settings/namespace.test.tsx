/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { ROOT_URL, settingsPage } from '../../tests/support/settingsPage';

const { open, store, stored } = settingsPage();
const TITLE = 'These settings do not match this organization';
const viaAccount = (more: Record<string, string>) =>
  store({ jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, ...more }, secureJsonData: { grafanaToken: 'glsa_x' } });

test.each([['of another organization', { namespace: 'org-7' }] as const, ['that say none', {}] as const])(
  'settings %s are told of, and saving them once mends it',
  async (_, more) => {
    await viaAccount(more);
    const { user, onSaved, unmount } = await open();
    expect(screen.getByText(TITLE)).toBeVisible();
    expect(
      screen.getByText(
        'The service account would be used in another organization, or in none. Save the settings once to fix this. The token must belong to this organization too.'
      )
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ namespace: 'default' });
    unmount();
    await open();
    expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  }
);

test('where a file keeps the settings, the page says what has to stand in it', async () => {
  await viaAccount({ namespace: 'org-7', managedBy: 'irmconnect.yaml' });
  await open();
  expect(
    screen.getByText(
      'The service account would be used in another organization, or in none. In the provisioning file, give jsonData the namespace default.'
    )
  ).toBeVisible();
});

test('nothing is said where everybody works with their own rights', async () => {
  await store({ jsonData: { access: 'session', namespace: 'org-7' } });
  await open();
  expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
});
