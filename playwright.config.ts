import { defineConfig, devices } from '@playwright/test';

/**
 * Without GRAFANA_URL the specs run against the sandbox, which is started for them.
 * With GRAFANA_URL, GRAFANA_USER, GRAFANA_PASSWORD and IRM_URL they run against a real Grafana and a real OnCall.
 * CHROMIUM_PATH names a browser of the system's in place of Playwright's own.
 * The sandbox has React's development form, whose warnings count as errors; those that specs start for themselves have
 * what Grafana has.
 */
const grafanaUrl = process.env.GRAFANA_URL;
const port = process.env.PORT ?? '3100';
const irmPort = process.env.IRM_PORT ?? '8180';
const executablePath = process.env.CHROMIUM_PATH;

/**
 * How long a page may take to show what it is to show. That is no promise of the product, which specs that hold one
 * reckon with themselves, and nothing waits longer than it has to: a browser on a machine that others use as well was
 * seen to spend 20 s on a click whose requests took one.
 */
const PATIENCE_MS = 60_000;
/** How long a spec may take with all its waits; those that take pictures of many pages have three times as long. */
const LONGEST_SPEC_MS = 5 * PATIENCE_MS;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: LONGEST_SPEC_MS,
  expect: { timeout: PATIENCE_MS },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: grafanaUrl ?? `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: executablePath ? { executablePath, args: ['--no-sandbox'] } : {},
  },
  webServer: grafanaUrl
    ? undefined
    : {
        command: 'npm start',
        env: { PORT: port, IRM_PORT: irmPort, SANDBOX_REACT: process.env.SANDBOX_REACT ?? 'development' },
        url: `http://localhost:${port}/api/health`,
        timeout: 240_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
      },
});
