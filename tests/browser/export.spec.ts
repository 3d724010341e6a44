import { readFile } from 'node:fs/promises';
import { CONNECTIONS, connectionNamed } from './support/connections';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { signIn } from './support/grafana';
import { consoleErrors, expectGoodLooks, NARROW } from './support/looks';
import { walk } from './support/walk';
import { SETUP } from './support/wizard';

const SIZES = { wide: { width: 1400, height: 900 }, narrow: NARROW };

test('a connection is shown as Terraform and YAML, downloaded, and its token is in neither', async ({
  page,
  integration,
}) => {
  const errors = consoleErrors(page, () => !environment.isSandbox);
  const token = /\/([\w-]+)\/?$/.exec(integration.endpoint)?.[1] ?? '';
  expect(token).not.toBe('');
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  const name = points[0]?.name ?? '';

  await page.goto(CONNECTIONS);
  await connectionNamed(page, name).getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Export as code' }).click();
  await expect(page.getByRole('heading', { name: /\.tf$/ })).toBeVisible();
  const terraform = page.getByRole('group', { name: /\.tf$/ });
  await expect(terraform).toContainText('resource "grafana_contact_point"');
  await expect(terraform).toContainText('import {');
  expect(await page.locator('main').innerText()).not.toContain(token);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.tf$/);
  expect(await readFile(await file.path(), 'utf8')).toBe(await terraform.textContent());

  await page.getByRole('radio', { name: 'YAML' }).check({ force: true });
  await expect(page.getByRole('group', { name: /\.yaml$/ })).toContainText('apiVersion: 1');
  expect(await page.locator('main').innerText()).not.toContain(token);

  const address = page.url();
  for (const theme of ['dark', 'light']) {
    await page.goto(`${address}&theme=${theme}`);
    await expect(terraform).toBeVisible();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await expectGoodLooks(page, `60-export-${theme}-${size}`);
    }
  }
  expect(errors).toEqual([]);
});
