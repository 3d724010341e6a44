import { environment, viewer } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, objectsOf, PLUGIN_ID, signIn } from './support/grafana';
import { ConfigurationPage } from './support/configurationPage';
import { consoleErrors, expectGoodLooks } from './support/looks';
import { SETUP, Wizard } from './support/wizard';

const SIZES = {
  wide: { width: 1400, height: 900 },
  middle: { width: 1024, height: 900 },
  narrow: { width: 390, height: 844 },
};

for (const theme of ['dark', 'light'] as const) {
  test(`every page in the ${theme} theme, wide and narrow`, async ({ page, integration, browserOf }) => {
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

    await page.goto(`${SETUP}?theme=${theme}`);
    await expect(wizard.button('Connect integration')).toBeVisible();
    await look('01-no-connections');
    await wizard.button('Connect integration').click();
    await page.getByRole('radio', { name: 'Webhook' }).check();
    await look('02-integration-webhook');
    await page.getByRole('radio', { name: /Alertmanager/ }).check();
    await wizard.field(/^Title/).fill('Production Grafana');
    await look('03-integration');
    await wizard.button('I have created it').click();
    await wizard.paste(`${integration.endpoint}heartbeat/`);
    await look('04-endpoint-refused');
    await wizard.endpoint(integration.endpoint.replace(/\/$/, ''));
    await wizard.step('HTTP endpoint').click();
    await wizard.paste('http://irm.example.com/integrations/v1/webhook/LUL6EatRGTbhTAKmYmWzYpgZZ');
    await look('05-endpoint-notes');
    await wizard.endpoint(integration.endpoint);
    const name = `Production Grafana ${Date.now()}`;
    await wizard.field(/^Name/).fill('');
    await look('06-contact-point');
    await wizard.contactPoint(name);
    await wizard.sendTest();
    await wizard.button("I don't see it").click();
    await look('07-contact-point-tested');
    await wizard.button('Next').click();
    await expect(page.getByText('The first beat arms IRM')).toBeVisible();
    await look('08-heartbeat');
    await page.getByRole('radio', { name: 'Custom' }).check();
    await wizard.field(/^Repeat interval/).fill('10m');
    await look('09-heartbeat-refused');
    await page.getByRole('radio', { name: 'As documented' }).check();
    await wizard.enableHeartbeat('5 minutes');
    await look('10-proof-waiting');
    await wizard.firstBeat();
    await look('11-proof');
    if (theme === 'dark') {
      await page.locator('main').screenshot({ path: 'test-results/looks/setup.png' });
    }
    await wizard.step('Heartbeat').click();
    await look('12-heartbeat-enabled');
    await wizard.step('Integration').click();
    await look('13-integration-known');
    await wizard.step('HTTP endpoint').click();
    await look('14-endpoint-known');
    await wizard.open();
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    await look('15-connections');
    await wizard.open('/0000000000/proof');
    await expect(page.getByText('This connection is not in Grafana any longer')).toBeVisible();
    await look('16-gone');

    const rule = (await objectsOf(integration.endpoint)).groups[0]?.rules[0]?.grafana_alert.title ?? '';
    await page.goto(`/a/${PLUGIN_ID}/cadence`);
    const found = page.getByRole('button', { name: rule });
    await expect(found).toBeVisible();
    await look('17-cadence-search');
    await found.click();
    await expect(page.getByText('Settings behind it')).toBeVisible();
    await look('18-cadence');
    await page.getByLabel('Heartbeat interval in IRM').click();
    await page.getByRole('option', { name: '10 minutes' }).click();
    await look('19-cadence-heartbeat');

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
    await theirs.goto(`${SETUP}?theme=${theme}`);
    await expect(theirs.getByRole('button', { name: 'Connect integration' })).toBeDisabled();
    await expectGoodLooks(theirs, `23-viewer-${theme}-wide`);
    expect(errors).toEqual([]);
  });
}
