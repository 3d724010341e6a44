import type { Page } from '@playwright/test';
import { CONNECTIONS } from './support/connections';
import { environment, viewer } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, objectsOf, PLUGIN_ID, signIn } from './support/grafana';
import { ConfigurationPage } from './support/configurationPage';
import { consoleErrors, expectGoodLooks, NARROW } from './support/looks';
import { Wizard } from './support/wizard';

const SIZES = {
  wide: { width: 1400, height: 900 },
  middle: { width: 1024, height: 900 },
  narrow: NARROW,
};

for (const theme of ['dark', 'light'] as const) {
  test(`every page in the ${theme} theme, wide and narrow`, async ({ page, integration, browserOf }) => {
    // Some sixty pictures, each looked over by axe and with longer texts.
    test.slow();
    const errors = consoleErrors(page);
    await signIn(page, environment.admin);
    const wizard = new Wizard(page);
    const look = async (name: string) => {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await expectGoodLooks(page, `${name}-${theme}-${size}`, { withAxe: size !== 'middle' });
      }
      await page.setViewportSize(SIZES.wide);
    };

    await page.goto(`${CONNECTIONS}?theme=${theme}`);
    await expect(wizard.button('Connect integration')).toBeVisible();
    await look('01-no-connections');
    await wizard.connect();
    await look('02-integration');
    await wizard.paste(`${integration.endpoint}heartbeat/`);
    await look('03-endpoint-refused');
    await wizard.paste('http://irm.example.com/integrations/v1/webhook/LUL6EatRGTbhTAKmYmWzYpgZZ');
    await look('04-endpoint-notes');
    await wizard.paste(integration.endpoint);
    await look('05-endpoint');
    await wizard.button('Next').click();
    const name = `Production Grafana ${Date.now()}`;
    await expect(wizard.field(/^Name/)).toBeVisible();
    await expectOneScreen(page);
    await wizard.field(/^Name/).fill('');
    await wizard.unfold('Advanced');
    await look('06-contact-point');
    await wizard.contactPoint(name);
    await wizard.button("I don't see it").click();
    await look('07-contact-point-tested');
    await wizard.button('Next').click();
    await expect(page.getByText(/^IRM starts monitoring with the first heartbeat/)).toBeVisible();
    await expectOneScreen(page);
    await look('08-heartbeat');
    await wizard.unfold('Advanced');
    await page.getByRole('radio', { name: 'Custom' }).check();
    await wizard.field(/^Repeat interval/).fill('10m');
    await look('09-heartbeat-refused');
    await page.getByRole('radio', { name: /^Balanced/ }).check();
    await wizard.addHeartbeat('5 minutes');
    await look('10-verify-waiting');
    // Longer texts were tried while the checklist ticked, which takes its nodes away from the page.
    await page.reload();
    await wizard.firstBeat();
    await look('11-verify');
    if (theme === 'dark') {
      await page.locator('main').screenshot({ path: 'test-results/looks/setup.png' });
    }
    await wizard.step('Heartbeat').click();
    await look('12-heartbeat-enabled');
    await wizard.step('Integration').click();
    await look('13-integration-known');
    await wizard.open();
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    await look('15-connections');
    await wizard.open('/0000000000/verify');
    await expect(page.getByText('Connection not found')).toBeVisible();
    await look('16-gone');

    const rule = (await objectsOf(integration.endpoint)).groups[0]?.rules[0]?.grafana_alert.title ?? '';
    await page.goto(`/a/${PLUGIN_ID}/coverage`);
    const found = page.getByRole('link', { name: rule, exact: true });
    await expect(found).toBeVisible();
    await look('17-coverage');
    await found.click();
    await expect(page.getByRole('heading', { name: 'Timing settings' })).toBeVisible();
    await look('18-coverage-of-rule');
    await page.getByLabel('Heartbeat interval in IRM').click();
    await page.getByRole('option', { name: '10 minutes' }).click();
    await look('19-coverage-heartbeat');

    const configuration = new ConfigurationPage(page);
    await configuration.open();
    await look('20-configuration');
    await configuration.chooseServiceAccount();
    await configuration.address('http://localhost:9');
    await configuration.token('glsa_wrong');
    await configuration.save();
    await configuration.check();
    await expect(page.getByText('No answer at this URL')).toBeVisible();
    await look('21-configuration-service-account');
    await wizard.open();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('22-grafana-out-of-reach');
    await asAdmin((api) =>
      api.post(`/api/plugins/${PLUGIN_ID}/settings`, { data: { enabled: true, pinned: true, jsonData: {} } })
    );

    const theirs = await browserOf(viewer);
    await theirs.goto(`${CONNECTIONS}?theme=${theme}`);
    await expect(theirs.getByRole('button', { name: 'Connect integration' })).toBeDisabled();
    await expectGoodLooks(theirs, `23-viewer-${theme}-wide`);
    expect(errors).toEqual([]);
  });
}

/** All of a step can be seen without scrolling, in a window of 1400 by 900. */
async function expectOneScreen(page: Page) {
  const overhang = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect.soft(overhang, 'reaches below the window').toBeLessThanOrEqual(0);
}
