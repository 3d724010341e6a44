import type { Page } from '@playwright/test';
import { environment } from './support/environment';
import { expect, servedTest as test } from './support/fixtures';
import { PLUGIN_ID } from './support/grafana';
import { createIntegration, deleteIntegration } from './support/irm';
import { Wizard } from './support/wizard';

test.skip(!environment.isSandbox, 'A real Grafana is not set otherwise from here.');

/** What a page did that it should not have done: against the policy, or past the path that Grafana is served below. */
async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.exposeFunction('reportViolation', (violation: string) => faults.push(violation));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { reportViolation } = window as unknown as { reportViolation(violation: string): void };
      reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    })
  );
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The sandbox's own page has the addresses of its parts built in.
    if (!/^\/(grafana|public\/build)\//.test(pathname)) {
      faults.push(`asked for ${pathname}`);
    }
  });
  return faults;
}

const outside = (page: Page) =>
  page.$$eval('a[href^="/"], img[src^="/"]', (elements) =>
    elements
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter((address) => !address.startsWith('/grafana/') && !address.startsWith('/public/build/'))
  );

test('below a path, and under a content security policy without unsafe-eval, everything opens and nothing is reported', async ({
  page,
  place,
}) => {
  const faults = await watch(page);
  const integration = await createIntegration('Below a path', place.irmUrl);
  const at = (path: string) => `${place.grafanaUrl}/a/${PLUGIN_ID}${path}`;
  expect(new URL(place.grafanaUrl).pathname).toBe('/grafana');

  const opened = await page.goto(at('/status'));
  expect(opened?.headers()['content-security-policy']).toMatch(/^script-src 'self' 'unsafe-inline' 'strict-dynamic' /);
  await page.getByLabel('Email or username').fill(environment.admin.user);
  await page.getByLabel('Password').fill(environment.admin.password);
  await page.getByRole('button', { name: 'Log in' }).click();

  const wizard = new Wizard(page);
  await wizard.connect();
  await wizard.endpoint(integration.endpoint);
  await wizard.contactPoint(`Below ${Date.now()}`);
  expect(page.url()).toMatch(/\/grafana\/a\/irmconnect-setup-app\/setup\/\w+\/contact-point$/);
  expect(await outside(page)).toEqual([]);

  await page.goto(at('/status'));
  await page.getByRole('link', { name: /^Below \d+/ }).click();
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
  expect(await outside(page)).toEqual([]);
  await page.goto(at('/coverage'));
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible();
  await page.goto(`${place.grafanaUrl}/plugins/${PLUGIN_ID}?page=configuration`);
  await expect(page.getByRole('form', { name: 'IRM Connect settings' })).toBeVisible();
  expect(await outside(page)).toEqual([]);

  expect(faults).toEqual([]);
  await deleteIntegration(integration);

  // The policy is in force: what it forbids is refused and reported.
  // (A browser lets the code of a test itself off, so a later turn does it.)
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()));
          } catch (error) {
            resolve((error as Error).name);
          }
        })
      )
  );
  expect(refused).toBe('EvalError');
  await expect.poll(() => faults).toEqual([expect.stringMatching(/^script-src eval/)]);
});
