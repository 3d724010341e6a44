import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { CONNECTIONS } from './support/connections';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { objectsOf, PLUGIN_ID, signIn } from './support/grafana';
import { axeFindings, consoleErrors, NARROW, overflowing } from './support/looks';
import { startOwnSandbox, type OwnSandbox } from './support/ownSandbox';

/** Languages are chosen in the sandbox; on a real Grafana they are a person's preference. */
test.skip(!environment.isSandbox, 'needs the sandbox');

const SIZES = [{ width: 1400, height: 900 }, NARROW];

const german = JSON.parse(readFileSync(`src/locales/de-DE/${PLUGIN_ID}.json`, 'utf8')) as Nested;

test('a whole walk through the wizard in German', async ({ page, integration }) => {
  test.slow();
  const errors = consoleErrors(page);
  await signIn(page, environment.admin);
  await page.goto(`${CONNECTIONS}?language=de-DE`);
  const button = (key: string) => page.getByRole('button', { name: de(key), exact: true });

  await expect(page.getByRole('heading', { name: de('connections.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
  await page
    .getByRole('link', { name: de('connections.connect') })
    .or(button('connections.connect'))
    .first()
    .click();
  await look(page, de('setup.steps.integration.title'));
  await page.getByRole('textbox', { name: new RegExp(`^${de('setup.endpoint.label')}`) }).click();
  await page.keyboard.insertText(integration.endpoint);
  await button('setup.footer.next').click();
  await look(page, de('setup.steps.contact-point.title'));
  await page.getByRole('textbox', { name: /^Name/ }).fill(`Gang ${Date.now()}`);
  await button('setup.contact-point.create').click();
  await expect(page.getByText(de('setup.contact-point.created')).first()).toBeVisible();
  await look(page);
  await button('setup.footer.next').click();
  await look(page, de('setup.steps.heartbeat.title'));
  await button('setup.heartbeat.apply').click();
  await expect(page.getByText(/^Verbunden\. Erster Heartbeat nach/)).toBeVisible({ timeout: 90_000 });
  await look(page, de('setup.steps.verify.title'));

  expect((await objectsOf(integration.endpoint)).points).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('the language is chosen in the menu of the person and stays', async ({ page }) => {
  await signIn(page, environment.admin);
  await page.goto(CONNECTIONS);
  await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible();
  await chooseLanguage(page, 'Deutsch');
  await expect(page.getByRole('heading', { name: de('connections.title') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: de('connections.title') })).toBeVisible();
  await chooseLanguage(page, 'English');
  await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible();
});

test.describe('with six connections in six states', () => {
  let sandbox: OwnSandbox;
  test.beforeAll(async () => {
    sandbox = await startOwnSandbox(1, {}, ['--demo']);
  });
  test.afterAll(() => sandbox.stop());

  for (const language of ['de-DE', 'long', 'right-to-left']) {
    test(`pages hold their layout: ${language}`, async ({ page }) => {
      test.slow();
      const { grafanaUrl } = sandbox;
      await page.request.post(`${grafanaUrl}/login`, { data: { user: 'admin', password: 'admin' } });
      await page.goto(`${grafanaUrl}${CONNECTIONS}?language=${language}`);
      const direction = language === 'right-to-left' ? 'rtl' : 'ltr';
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      const connection = page.locator(`main a[href*="${CONNECTIONS}/"]`);
      await expect(connection.first()).toBeVisible();
      const paths = await connection.evaluateAll((links) => [
        ...new Set(links.map((link) => link.getAttribute('href'))),
      ]);
      const others = ['coverage', 'route', 'export'].map((name) => `/a/${PLUGIN_ID}/${name}`);
      for (const path of [CONNECTIONS, ...paths, ...others, `/plugins/${PLUGIN_ID}?page=configuration`]) {
        await page.goto(new URL(path ?? '', grafanaUrl).href);
        await expect(page.locator('main h1').first()).toBeVisible();
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await settle(page);
          const name = `${path} at ${size.width} pixels`;
          expect.soft(await overflowing(page), `${name}: reaches beyond the window`).toEqual([]);
          expect.soft(await cutOff(page.locator('main')), `${name}: cut off`).toEqual([]);
        }
      }
    });
  }
});

interface Nested {
  [key: string]: string | Nested;
}

/** A text of the German file. */
function de(key: string): string {
  const found = key
    .split('.')
    .reduce<string | Nested | undefined>((place, part) => (typeof place === 'object' ? place[part] : place), german);
  if (typeof found !== 'string') {
    throw new Error(`there is no German text ${key}`);
  }
  return found;
}

async function look(page: Page, heading?: string): Promise<void> {
  if (heading) {
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  for (const size of [...SIZES].reverse()) {
    await page.setViewportSize(size);
    await settle(page);
    expect.soft(await overflowing(page), `${heading}: reaches beyond the window`).toEqual([]);
  }
  expect.soft(await axeFindings(page), `${heading}: axe`).toEqual([]);
}

/** What moves in must have arrived. */
const settle = (page: Page) => page.waitForTimeout(300);

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Profile/ }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Texts whose end is hidden, other than by dots, which lists put where a whole text is shown elsewhere. */
function cutOff(within: Locator): Promise<string[]> {
  return within
    .locator('button, h1, h2, h3, label, p, li, td, th, [role=cell], [role=columnheader]')
    .evaluateAll((all) =>
      all
        .filter((element) => {
          const { overflowX, textOverflow } = getComputedStyle(element);
          const isHidden = overflowX === 'hidden' || overflowX === 'clip';
          return isHidden && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
        })
        .map((element) => element.textContent.slice(0, 60))
    );
}
