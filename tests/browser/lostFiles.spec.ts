import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { objectsOf, PLUGIN_ID, signIn } from './support/grafana';
import { Wizard } from './support/wizard';

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
