import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { PLUGIN_ID, signIn } from './support/grafana';

test.skip(!environment.isSandbox, 'What a real Grafana serves is not changed from here.');

test('a part of the plugin that was changed on its way does not run, and the page says so', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { ranChanged: false }));
  await page.route(new RegExp(`/public/plugins/${PLUGIN_ID}/\\d+\\.js`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `window.ranChanged = true;${await response.text()}` });
  });
  await signIn(page, environment.admin);
  await page.goto(`/a/${PLUGIN_ID}/status`);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { ranChanged: boolean }).ranChanged)).toBe(false);
});
