import { CONNECTIONS, connectionNamed } from './support/connections';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, objectsOf, pauseHeartbeat, PLUGIN_ID, signIn } from './support/grafana';
import { walk } from './support/walk';
import { SETUP, Wizard } from './support/wizard';

const OWN_FILES = new RegExp(`/public/plugins/${PLUGIN_ID}/.*\\.js`);

/** What a page meets whose plugin was updated: the files that it has not loaded yet are gone. */
test('a write whose code is gone is refused in words, sends nothing, and works once the code is there', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  const name = `Lost ${Date.now()}`;
  await wizard.field(/^Name/).fill(name);
  // The next step is loaded ahead of time.
  await page.waitForLoadState('networkidle');

  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && /\/apis?\//.test(request.url())) {
      writes.push(request.url());
    }
  });
  await page.route(OWN_FILES, (route) => route.fulfill({ status: 404 }));
  // Both the test alert, which goes first, and the contact point itself.
  for (const button of ['Create contact point', 'Create anyway']) {
    await wizard.button(button).click();
    await expect(page.getByRole('alert', { name: 'IRM Connect could not load a part of itself' })).toBeVisible();
    await expect(page.getByText(/This request was not sent\. Reload the page\./)).toBeVisible();
    await expect(wizard.field(/^Name/)).toHaveValue(name);
  }
  await page.waitForTimeout(500);
  expect(writes).toEqual([]);
  expect((await objectsOf(integration.endpoint)).points).toEqual([]);

  await page.unroute(OWN_FILES);
  await wizard.button('Create anyway').click();
  await expect.poll(async () => (await objectsOf(integration.endpoint)).points.length).toBe(1);
});

test('a state whose words are gone is told without them, and with them once they are there', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  await page.goto(CONNECTIONS);
  const card = connectionNamed(page, points[0]?.name ?? '');
  await expect(card.getByText('Up', { exact: true })).toBeVisible({ timeout: 120_000 });
  // Opened anew, because a page that has been open for a while has them at hand.
  await page.reload();
  await expect(card.getByText('Up', { exact: true })).toBeVisible();

  await page.route(OWN_FILES, (route) => route.fulfill({ status: 404 }));
  await asAdmin(async (api) => {
    const { groups } = await objectsOf(integration.endpoint);
    await Promise.all(groups.map((group) => pauseHeartbeat(api, group, true)));
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(card.getByText('Paused', { exact: true })).toBeVisible();
  const words = card.getByText('The alert rule is paused, so no heartbeats are sent.');
  await expect(words).toBeHidden();

  await page.unroute(OWN_FILES);
  await expect(words).toBeVisible();
});

test('a configuration page whose code is gone says so, and is there once the code is', async ({ page }) => {
  await signIn(page, environment.admin);
  await page.goto(`/plugins/${PLUGIN_ID}`);
  await page.route(OWN_FILES, (route) => route.fulfill({ status: 404 }));
  // Reloaded once by itself; what loads the page is there, or there is no plugin at all.
  await page.route(/module\.js/, (route) => route.continue());
  await page
    .getByRole('link', { name: 'Configuration' })
    .or(page.getByRole('tab', { name: 'Configuration' }))
    .first()
    .click();
  const alert = page.getByRole('alert', { name: 'IRM Connect could not load a part of itself' });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText('Reload the page');

  await page.unroute(OWN_FILES);
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('button', { name: /^Save/ })).toBeVisible();
});
