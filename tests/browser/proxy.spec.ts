import { editor, environment, viewer } from './support/environment';
import { expect, test } from './support/fixtures';
import { authorOfFolder } from './support/grafana';
import { ConfigurationPage } from './support/configurationPage';
import { Traffic } from './support/traffic';
import { expectConnection, walk } from './support/walk';
import { Wizard } from './support/wizard';

/** What the plugin asks of Grafana for its work; through the proxy none of it may leave the browser under this name. */
const WORK = /^\/(api\/(v1\/(provisioning|rules)|ruler|prometheus|alertmanager|folders)|apis\/notifications)/;

test('with a service account everything goes through the proxy, and the token never comes back', async ({
  integration,
  serviceAccount,
  browserOf,
}) => {
  const admin = await browserOf(environment.admin);
  const adminTraffic = new Traffic(admin);
  const configuration = new ConfigurationPage(admin);
  await configuration.open();
  await configuration.chooseServiceAccount();
  await configuration.address(environment.grafanaUrl);
  await configuration.token(serviceAccount.token);
  await configuration.save();
  await configuration.check();
  await expect(admin.getByText('The service account works')).toBeVisible();
  await expect(admin.getByText(/Role of the service account: Editor/)).toBeVisible();

  const page = await browserOf(editor);
  const traffic = new Traffic(page);
  const objects = await walk(page, integration);
  expectConnection(objects, integration);
  expect(await authorOfFolder()).toBe(serviceAccount.login);
  const author = objects.groups[0]?.rules[0]?.grafana_alert.updated_by?.name;
  expect(author ?? serviceAccount.login).toBe(serviceAccount.login);

  const asked = (await traffic.toApi()).map(({ method, path }) => `${method} ${path}`);
  expect(asked.filter((call) => WORK.test(call.replace(/^\w+ /, '')))).toEqual([]);
  expect(asked).toContain(
    'POST /api/plugin-proxy/irmconnect-setup-app/grafana/api/ruler/grafana/api/v1/rules/irm-heartbeats'
  );
  const seen = [...(await adminTraffic.all()), ...(await traffic.all())];
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter(({ body }) => body.includes(serviceAccount.token)).map(({ path }) => path)).toEqual([]);
});

test('a wrong token and a wrong address are told apart, in the page and in the wizard', async ({
  integration: _,
  serviceAccount,
  browserOf,
}) => {
  const page = await browserOf(environment.admin);
  const configuration = new ConfigurationPage(page);
  await configuration.open();
  await configuration.chooseServiceAccount();
  await configuration.address(environment.grafanaUrl);

  await configuration.token('');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /Paste (a service account token|it again)/ })).toBeVisible();

  await configuration.token('glsa_wrong');
  await configuration.save();
  await configuration.check();
  await expect(page.getByText('Grafana rejected the token')).toBeVisible();
  const colleague = await browserOf(editor);
  await new Wizard(colleague).open();
  await expect(colleague.getByRole('alert').first()).toContainText(/token/);

  await configuration.token(serviceAccount.token);
  await expect(page.getByText('Save first: tests use the stored settings.')).toBeVisible();
  await configuration.save();
  await configuration.check();
  await expect(page.getByText('The service account works')).toBeVisible();

  await configuration.address('localhost:3000');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The URL must start with https:// or http://.')).toBeVisible();
  // A stored token is not sent to another address: it has to be pasted again for each.
  await configuration.address('http://localhost:9');
  await configuration.token(serviceAccount.token);
  await configuration.save();
  await configuration.check();
  await expect(page.getByText('No answer at this URL')).toBeVisible();
  await configuration.address(environment.irmUrl);
  await configuration.token(serviceAccount.token);
  await configuration.save();
  await configuration.check();
  await expect(page.getByText('Something else answers at this URL')).toBeVisible();
});

test('a viewer, for whom the proxy is closed, still sees how things stand', async ({
  integration,
  serviceAccount,
  browserOf,
}) => {
  const admin = await browserOf(environment.admin);
  const wizard = new Wizard(admin);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Seen by a viewer ${Date.now()}`);
  const configuration = new ConfigurationPage(admin);
  await configuration.open();
  await configuration.chooseServiceAccount();
  await configuration.address(environment.grafanaUrl);
  await configuration.token(serviceAccount.token);
  await configuration.save();

  const page = await browserOf(viewer);
  await new Wizard(page).open();
  await expect(page.getByRole('link', { name: /Seen by a viewer/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect integration' })).toBeDisabled();
});
