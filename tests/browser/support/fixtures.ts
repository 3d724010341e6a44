import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { environment, type Account, type Place } from './environment';
import { cleanUp, configurePlugin, createServiceAccount, signIn, type ServiceAccount } from './grafana';
import { createIntegration, deleteIntegration, type Integration } from './irm';
import { startOwnSandbox } from './ownSandbox';

interface Fixtures {
  /** Where Grafana and IRM are. */
  place: Place;
  /** A fresh integration in IRM. The plugin works as the signed-in user; what Grafana held of it goes afterwards. */
  integration: Integration;
  /** A fresh service account of role Editor, with a token. */
  serviceAccount: ServiceAccount;
  /** Opens a browser of somebody's own, signed in: no cookies, no storage, no cache shared with others. */
  browserOf(account: Account, options?: BrowserContextOptions): Promise<Page>;
}

export const test = base.extend<Fixtures>({
  place: [environment, { option: true }],
  integration: async ({ place }, use) => {
    await configurePlugin({ access: 'session', irmUrl: place.irmUrl }, place.grafanaUrl);
    const integration = await createIntegration('Browser test', place.irmUrl);
    await cleanUp(integration.endpoint, place.grafanaUrl);
    await use(integration);
    await cleanUp(integration.endpoint, place.grafanaUrl);
    await deleteIntegration(integration);
  },
  serviceAccount: async ({ place: _place }, use) => {
    const account = await createServiceAccount(`irm-connect-${Date.now()}`);
    await use(account);
    await account.remove();
  },
  browserOf: async ({ browser, baseURL, viewport }, use) => {
    const contexts: Array<{ close(): Promise<void> }> = [];
    await use(async (account, options) => {
      const context = await browser.newContext({ baseURL, viewport, ...options });
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, account);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

const inOwnSandbox = (speed: number, settings: Readonly<Record<string, string>> = {}) =>
  test.extend<object, { ownSandbox: Place }>({
    ownSandbox: [
      async ({ browserName: _browserName }, use) => {
        const sandbox = await startOwnSandbox(speed, settings);
        await use(sandbox);
        await sandbox.stop();
      },
      { scope: 'worker' },
    ],
    place: ({ ownSandbox }, use) => use(ownSandbox),
    baseURL: ({ ownSandbox }, use) => use(ownSandbox.grafanaUrl),
  });

/** Runs in a sandbox of its own, where time passes twenty times as fast. */
export const fastTest = inOwnSandbox(20);

/** Runs in a sandbox of its own with a Grafana of two replicas, where time passes four times as fast. */
export const replicasTest = inOwnSandbox(4, { SANDBOX_REPLICAS: '2' });

/** Runs in a sandbox of its own whose Grafana is served below a path and sends a strict content security policy. */
export const servedTest = inOwnSandbox(1, {
  GF_SERVER_ROOT_URL: 'http://localhost:3000/grafana/',
  GF_SERVER_SERVE_FROM_SUB_PATH: 'true',
  GF_SECURITY_CONTENT_SECURITY_POLICY: 'true',
});

export { expect } from '@playwright/test';
