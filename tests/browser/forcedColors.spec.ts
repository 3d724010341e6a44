import type { Locator, Page } from '@playwright/test';
import { ALWAYS_TRUE } from '../support/alwaysTrue';
import { CONNECTIONS, connectionNamed } from './support/connections';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, PLUGIN_ID, signIn } from './support/grafana';
import { Wizard } from './support/wizard';

const FOLDER = 'forced-colors';
const SCHEMES = ['dark', 'light'] as const;

test.afterEach(() => asAdmin((api) => api.delete(`/api/folders/${FOLDER}?forceDeleteRules=true`)));

test('where people force colors of their own, what is told by color is still told', async ({ page, integration }) => {
  test.slow();
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.connect();
  await wizard.endpoint(integration.endpoint);
  const name = `Forced ${Date.now()}`;
  await wizard.contactPoint(name);
  await wizard.button('I see it').click();
  await wizard.button('Next').click();
  await wizard.chooseInterval('5 minutes');
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, `heartbeat-${colorScheme}`);
    await expectOwnGround(page.locator('main svg[role="img"]'));
    const steps = page.getByRole('navigation', { name: 'Setup steps' }).getByRole('button');
    await expectChosen(steps.and(page.locator('[aria-current="step"]')), steps.last());
  }
  await wizard.button('Add heartbeat').click();
  await wizard.firstBeat();
  await makeRules(name);

  for (const theme of SCHEMES) {
    await page.goto(`${CONNECTIONS}?theme=${theme}`);
    await connectionNamed(page, name).getByRole('link', { name, exact: true }).click();
    const drawing = page.getByRole('slider', { name: 'Deliveries over time' }).locator('svg');
    const legend = ['Delivered', 'Failed or missing', 'Not seen'].map((text) =>
      page.locator('main ul[aria-hidden] li').filter({ hasText: text })
    );
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await expectOwnGround(drawing);
      await takePicture(page, `connection-${theme}-${colorScheme}`);
      await expectApart(page, await Promise.all(legend.map((entry) => seenOf(entry, 'background-color', '::before'))));
    }

    await page.goto(`/a/${PLUGIN_ID}/coverage?theme=${theme}&reach=irm`);
    const groups = page.getByRole('group', { name: 'Filter by whom rules reach' }).getByRole('button');
    const [irm, nobody] = [/^Reaches IRM/, /^Nobody/].map((text) => groups.filter({ hasText: text }));
    if (!irm || !nobody) {
      throw new Error('no groups');
    }
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await expectChosen(irm, nobody);
      await takePicture(page, `coverage-${theme}-${colorScheme}`);
      const dots = [irm, nobody].map((group) => group.locator('span').first());
      await expectApart(page, await Promise.all(dots.map((dot) => seenOf(dot, 'background-color'))));
    }
  }
});

/** One rule that reaches IRM, and one that reaches nobody. */
async function makeRules(contactPoint: string) {
  await asAdmin(async (api) => {
    await api.post('/api/folders', { data: { uid: FOLDER, title: 'Forced colors' } });
    for (const [title, receiver] of [
      ['Told', contactPoint],
      ['Lost', undefined],
    ]) {
      const alert = { title, condition: 'A', data: [ALWAYS_TRUE], no_data_state: 'OK', exec_err_state: 'OK' };
      const rule = { for: '1h', grafana_alert: { ...alert, ...(receiver && { notification_settings: { receiver } }) } };
      await api.post(`/api/ruler/grafana/api/v1/rules/${FOLDER}`, {
        data: { name: title, interval: '1m', rules: [rule] },
      });
    }
  });
}

const takePicture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/looks/forced-${name}.png`, fullPage: true });

/** What the browser really draws, after people's colors took the place of the page's. */
const seenOf = (locator: Locator, property: string, part?: string) =>
  locator.evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(name), [
    property,
    part,
  ] as const);

/** Colors differ from each other and from the ground that people chose. */
async function expectApart(page: Page, colors: string[]) {
  const ground = await seenOf(page.locator('body'), 'background-color');
  expect(new Set([ground, ...colors]).size).toBe(colors.length + 1);
}

/** A drawing whose shapes keep their colors stands on the ground that they were chosen for. */
async function expectOwnGround(drawing: Locator) {
  await expect(drawing).toBeVisible();
  expect(await seenOf(drawing, 'background-color')).not.toBe('rgba(0, 0, 0, 0)');
}

async function expectChosen(chosen: Locator, other: Locator) {
  await expect(chosen).toBeVisible();
  expect(await seenOf(chosen, 'border')).not.toBe(await seenOf(other, 'border'));
}
