import type { Page } from '@playwright/test';
import { environment } from './support/environment';
import { expect, replicasTest as test } from './support/fixtures';
import { PLUGIN_ID, signIn } from './support/grafana';
import { Wizard } from './support/wizard';

test.skip(!environment.isSandbox, 'A real Grafana is not restarted from here.');

const STATUS = `/a/${PLUGIN_ID}/status`;

/** The state and its reason, first thing on the page of a connection. */
const verdict = (page: Page) => page.getByRole('status').first();

async function control(page: Page, what: string) {
  expect((await page.request.post(`/sandbox/${what}`)).status()).toBe(204);
}

/** Looks twice a second for so long; answers each state that was shown. */
async function statesFor(page: Page, seconds: number): Promise<string[]> {
  const states = new Set<string>();
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await page.waitForTimeout(500)) {
    states.add(/^(Up|New|Late|Down|Unknown|Misconfigured|Paused)/.exec(await verdict(page).innerText())?.[0] ?? 'none');
  }
  return [...states];
}

test('two replicas behind a load balancer: set up, watched while one is killed, and read while the other is gone', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Replicas ${Date.now()}`);
  await wizard.button('Next').click();
  await wizard.addHeartbeat('1 minute');
  await expect(page.getByText('Heartbeat delivered')).toBeVisible();

  await page.goto(STATUS);
  await page.getByRole('link', { name: /Replicas \d+/ }).click();
  await expect(verdict(page)).toContainText('Up');
  expect(await statesFor(page, 6)).toEqual(['Up']);

  await control(page, 'restart?kind=kill&replica=1&down=30');
  const states = await statesFor(page, 10);
  expect(states).not.toContain('Late');
  expect(states).not.toContain('Down');
  await expect(verdict(page)).toContainText('Up');

  await control(page, 'route?to=2');
  await control(page, 'restart?kind=kill&replica=2&down=86400');
  try {
    await expect(verdict(page)).toContainText(/Unknown.*No update from Grafana since/s);
    await expect(page.getByText(/^Not updated for /)).toBeVisible();
  } finally {
    await control(page, 'restart?kind=graceful&replica=2');
    await control(page, 'route?to=roundRobin');
  }
  // After failures the page asks less and less often.
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(verdict(page)).toContainText('Up');
});

test('at the replica that does not send, the proof ends in the true sentence and in where to look', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Standby ${Date.now()}`);
  await wizard.button('Next').click();
  await wizard.addHeartbeat('1 minute');
  await expect(page.getByText('Heartbeat delivered')).toBeVisible();

  // A browser that has seen nothing yet, at either of the two: one of them does not send.
  const proof = page.url();
  // Once the page before has kept what it saw, which it does as it goes.
  await page.addInitScript(() => window.localStorage.clear());
  const shown: string[] = [];
  for (const replica of [1, 2]) {
    await control(page, `route?to=${replica}`);
    await page.goto(proof);
    const end = page.getByText(/^(Heartbeat delivered|Another replica sends the heartbeats)$/);
    await expect(end).toBeVisible();
    shown.push(await end.innerText());
  }
  await control(page, 'route?to=roundRobin');
  expect(shown.sort()).toEqual(['Another replica sends the heartbeats', 'Heartbeat delivered']);
});
