import type { Page } from '@playwright/test';
import { CONNECTIONS, connectionNamed } from './support/connections';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { signIn } from './support/grafana';
import { consoleErrors, expectGoodLooks, NARROW, scrollingSideways } from './support/looks';
import { walk } from './support/walk';
import { SETUP } from './support/wizard';

const SIZES = { wide: { width: 1280, height: 900 }, narrow: NARROW };

test('the page of connections shows the heartbeat up, pauses and resumes it, and removes the connection', async ({
  page,
  integration,
}) => {
  // A real Grafana has more on its pages than the plugin, and complains about that too.
  const errors = consoleErrors(page, () => !environment.isSandbox);
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  const name = points[0]?.name ?? '';

  const calls: string[] = [];
  page.on('request', (request) => {
    if (/\/apis?\/|\/api\//.test(request.url()) && !/access-control|frontend|plugins\//.test(request.url())) {
      calls.push(`${request.method()} ${new URL(request.url()).pathname}`);
    }
  });
  await page.goto(CONNECTIONS);
  const card = connectionNamed(page, name);
  await expect(card.getByText('Up', { exact: true })).toBeVisible();
  // What the page reads by itself, every ten seconds, is not counted.
  await untilQuiet(page, calls);
  calls.length = 0;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => calls.length).toBeGreaterThan(0);
  await untilQuiet(page, calls);
  // Where alerts are routed is read again as well, with two requests.
  expect(calls.length).toBeLessThanOrEqual(7);

  for (const theme of ['dark', 'light']) {
    await page.goto(`${CONNECTIONS}?theme=${theme}`);
    await expect(card.getByText('Up', { exact: true })).toBeVisible();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await expectGoodLooks(page, `30-connections-${theme}-${size}`);
    }
    await card.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await expectGoodLooks(page, `31-status-detail-${theme}-${size}`);
    }
    await page.setViewportSize(SIZES.wide);
  }

  const dialog = page.getByRole('dialog');
  await page.setViewportSize(SIZES.narrow);
  for (const action of ['Timing', 'Rename', 'Change endpoint', 'Delete']) {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await expect(dialog).toBeVisible();
    expect.soft(await scrollingSideways(dialog), action).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await page.setViewportSize(SIZES.wide);

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(dialog.getByText(/^IRM pages .* after the last heartbeat/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  const done = (outcome: string) => page.getByRole('group', { name: outcome });
  await expect(done('Heartbeat paused')).toBeFocused();
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(done('Undone')).toBeFocused();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(done('Connection deleted')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible();
  await expect(card).toBeHidden();
  expect(errors).toEqual([]);
});

/** Until nothing more was asked for a second. */
async function untilQuiet(page: Page, calls: readonly string[]) {
  for (let seen = -1; seen < calls.length; await page.waitForTimeout(1000)) {
    seen = calls.length;
  }
}
