import type { Page } from '@playwright/test';
import { CONNECTIONS } from './support/connections';
import { environment } from './support/environment';
import { expect, fastTest as test } from './support/fixtures';
import { asAdmin, objectsOf, pauseHeartbeat, PLUGIN_ID, signIn } from './support/grafana';
import { alertGroups, beatsOf, setHeartbeatInterval, timeIn } from './support/irm';
import { Wizard } from './support/wizard';

test.skip(!environment.isSandbox, 'About the sandbox itself.');

test('whoever is not signed in is asked to, a wrong password is said so, and then the page opens', async ({ page }) => {
  await page.goto(CONNECTIONS);
  await expect(page).toHaveURL(/\/login/);
  await logIn(page, 'viewer', 'wrong');
  await expect(page.getByRole('alert')).toContainText(/invalid/i);
  await logIn(page, 'viewer', 'viewerpass');
  await expect(page).toHaveURL(new RegExp(`${CONNECTIONS}$`));
  await expect(page.getByText('No IRM integrations connected yet')).toBeVisible();

  await page.getByRole('button', { name: /Profile: viewer, Viewer/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await page.goto(CONNECTIONS);
  await expect(page).toHaveURL(/\/login/);
});

test('the theme can be switched, the plugin follows at once, and the choice is kept', async ({ page }) => {
  await signIn(page, environment.admin);
  await page.goto(`${CONNECTIONS}?theme=dark`);
  const heading = page.getByText('No IRM integrations connected yet');
  await expect(heading).toBeVisible();
  const colour = () => heading.evaluate((element) => getComputedStyle(element).color);
  const inTheDark = await colour();
  await page.getByRole('button', { name: 'Switch to light theme' }).click();
  await expect.poll(colour).not.toBe(inTheDark);
  const inTheLight = await colour();
  await page.goto(CONNECTIONS);
  await expect(page.getByRole('button', { name: 'Switch to dark theme' })).toBeVisible();
  expect(await colour()).toBe(inTheLight);
});

test('an administrator disables the plugin and enables it again', async ({ page }) => {
  await signIn(page, environment.admin);
  await page.goto(`/plugins/${PLUGIN_ID}`);
  const menu = page.getByRole('navigation', { name: 'Navigation' });
  await expect(menu.getByRole('link', { name: 'IRM Connect' })).toBeVisible();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('button', { name: 'Enable', exact: true })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'IRM Connect' })).toBeHidden();
  await page.goto(CONNECTIONS);
  await expect(page.getByText('No app with this id is installed and enabled.')).toBeVisible();

  await page.goto(`/plugins/${PLUGIN_ID}?page=configuration`);
  await expect(page.getByText('IRM Connect is not enabled')).toBeVisible();
  await page.getByRole('button', { name: 'Enable', exact: true }).click();
  await expect(menu.getByRole('link', { name: 'IRM Connect' })).toBeVisible();
  await page.goto(CONNECTIONS);
  await expect(page.getByText('No IRM integrations connected yet')).toBeVisible();
});

test('IRM shows the heartbeat down once its interval is over, and up again when the rule resumes', async ({
  page,
  context,
  integration,
  place,
}) => {
  const interval = 60;
  await setHeartbeatInterval(integration, interval);
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Expiry ${Date.now()}`);
  await wizard.button('Next').click();
  await wizard.addHeartbeat('1 minute');
  await wizard.firstBeat();

  const irm = await context.newPage();
  await irm.goto(`${place.irmUrl}/ui/integrations/${integration.id}`);
  const heartbeat = irm.locator('#heartbeat');
  await expect(heartbeat.getByText('Up', { exact: true })).toBeVisible();

  const [group] = (await objectsOf(integration.endpoint, place.grafanaUrl)).groups;
  const pause = (isPaused: boolean) =>
    asAdmin((api) => (group ? pauseHeartbeat(api, group, isPaused) : Promise.reject()), place.grafanaUrl);
  await pause(true);
  await expect(page.getByText('The rule is paused')).toBeVisible();
  await expect(heartbeat.getByText('Down', { exact: true })).toBeVisible();
  const lastBeat = (await beatsOf(integration)).at(-1) ?? NaN;
  // By IRM's own clock, which it tells in whole seconds.
  expect((await timeIn(integration)) - lastBeat).toBeGreaterThan((interval - 1) * 1000);
  // Beside the one of the test that proved the contact point.
  const lost = async () => (await alertGroups(integration))?.filter(({ title }) => /heartbeat/i.test(title));
  await expect.poll(async () => (await lost())?.map(({ state }) => state)).toEqual(['firing']);

  await pause(false);
  await expect(heartbeat.getByText('Up', { exact: true })).toBeVisible();
  await expect.poll(async () => (await lost())?.map(({ state }) => state)).toEqual(['resolved']);
});

async function logIn(page: Page, user: string, password: string) {
  await page.getByLabel('Email or username').fill(user);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}
