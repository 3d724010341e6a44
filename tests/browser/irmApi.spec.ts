import type { Locator } from '@playwright/test';
import { CONNECTIONS } from './support/connections';
import { editor, environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { cleanUp, configurePlugin, PLUGIN_ID, signIn } from './support/grafana';
import { alertGroups, deleteIntegration, integrationsNamed } from './support/irm';
import { expectGoodLooks, NARROW } from './support/looks';
import { Traffic } from './support/traffic';

const MOST_CLICKS = 8;
const SIZES = { wide: { width: 1280, height: 900 }, narrow: NARROW };

test.beforeEach(async () => {
  const jsonData = {
    access: 'session',
    irmUrl: environment.irmUrl,
    irmApiUrl: environment.irmUrl,
    irmCredential: 'apiKey',
  };
  await configurePlugin(jsonData, undefined, { irmToken: environment.irmApiToken });
});
test.afterEach(() => configurePlugin({ access: 'session', irmUrl: environment.irmUrl }, undefined, { irmToken: '' }));

test('an Editor goes from nothing to a proven connection without a look at IRM', async ({ page }) => {
  const name = `By API ${Date.now()}`;
  const traffic = new Traffic(page);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks += 1;
  };
  const button = (label: string) => page.getByRole('button', { name: label });

  await signIn(page, environment.isSandbox ? editor : environment.admin);
  await page.goto(CONNECTIONS);
  await click(button('Connect integration'));
  await click(page.getByRole('textbox', { name: /^Title/ }));
  await page.keyboard.type(name);
  await click(page.getByRole('combobox', { name: /Escalation chain/ }));
  await click(page.getByRole('option').nth(1));
  await expectGoodLooks(page, '40-create-integration');
  await click(button('Create integration'));
  await click(button('Create contact point'));
  await expect(page.getByText(/^Arrived/).first()).toBeVisible();
  await expectGoodLooks(page, '41-arrived');
  const [made, ...others] = await integrationsNamed(name);
  expect(others).toEqual([]);
  if (!made) {
    throw new Error('IRM holds the integration that was created');
  }
  expect(made.escalationChainId).not.toBeNull();
  const openGroups = async () =>
    ((await alertGroups(made.integration)) ?? []).filter(({ state }) => state !== 'resolved');
  await expect.poll(openGroups).toEqual([]);
  expect(await alertGroups(made.integration)).toHaveLength(1);
  await click(button('Next'));
  await click(button('Add heartbeat'));
  await expect(page.getByText('Heartbeat delivered')).toBeVisible({ timeout: 90_000 });
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);

  for (const theme of ['dark', 'light']) {
    await page.goto(`/a/${PLUGIN_ID}/status?theme=${theme}`);
    await page.getByRole('link', { name: `IRM ${name}` }).click();
    await expect(page.getByRole('heading', { name: 'In IRM' })).toBeVisible();
    await expect(page.getByText('No alert group is open.')).toBeVisible();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await expectGoodLooks(page, `42-in-irm-${theme}-${size}`);
    }
    await page.setViewportSize(SIZES.wide);
  }

  const seen = [...(await traffic.all()).map(({ body }) => body), ...said, await page.content()].join('\n');
  expect(seen).not.toContain(environment.irmApiToken);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const endpointToken = new URL(made.integration.endpoint).pathname.split('/').at(-2) ?? '';
  expect(kept).not.toContain(environment.irmApiToken);
  expect(kept).not.toContain(endpointToken);
  expect(said.join('\n')).not.toContain(endpointToken);
  expect(await page.content()).not.toContain(endpointToken);
  await cleanUp(made.integration.endpoint, environment.grafanaUrl);
  await deleteIntegration(made.integration);
});
