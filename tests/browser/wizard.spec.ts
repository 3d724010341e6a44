import type { Locator, Page } from '@playwright/test';
import { environment } from './support/environment';
import { CONNECTIONS } from './support/connections';
import { expect, test } from './support/fixtures';
import { signIn } from './support/grafana';
import { expectConnection, walk } from './support/walk';
import { Wizard } from './support/wizard';

const MOST_CLICKS = 7;

test('an administrator connects an integration, sees a test alert arrive and the first heartbeat leave', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  expectConnection(await walk(page, integration), integration);
});

test('with everything as proposed, it takes one pasted address and a few clicks', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks += 1;
  };
  await page.goto(CONNECTIONS);
  await click(wizard.button('Connect integration'));
  await expect(page).toHaveTitle(/^New connection: Integration\b/);
  await click(wizard.field(/^HTTP endpoint/));
  await page.keyboard.insertText(integration.endpoint);
  await click(wizard.button('Next'));
  await click(wizard.button('Create contact point'));
  await expect(page.getByText('Contact point created')).toBeVisible();
  await click(wizard.button('Next'));
  await click(wizard.button('Add heartbeat'));
  await expect(page.getByText(/^Connected\. First heartbeat after/)).toBeVisible({ timeout: 90_000 });
  test.info().annotations.push({ type: 'clicks', description: String(clicks) });
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('the whole way can be gone by keyboard alone', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await page.goto(CONNECTIONS);
  await press(page, wizard.button('Connect integration'));

  await expect(wizard.field(/^HTTP endpoint/)).toBeVisible();
  await tabTo(page, wizard.field(/^HTTP endpoint/));
  await page.keyboard.insertText(integration.endpoint);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Contact point', exact: true })).toBeFocused();
  await press(page, wizard.button('Create contact point'));
  const result = page.getByRole('status').filter({ hasText: 'Contact point created' });
  await expect(result).toBeFocused();
  await press(page, wizard.button('Next'));

  await expect(page.getByRole('heading', { name: 'Heartbeat', exact: true })).toBeFocused();
  await press(page, wizard.button('Add heartbeat'));
  await expect(page.getByRole('heading', { name: 'Verify', exact: true })).toBeFocused();
  await wizard.firstBeat();
  await expect(page.getByText(/^Connected\. First heartbeat after/)).toBeVisible({ timeout: 90_000 });
  await press(page, page.getByRole('link', { name: 'Route alerts' }));
  await expect(page).toHaveURL(/\/route\?connection=/);
});

/** Goes on with Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeEnabled();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function press(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
