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

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
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
