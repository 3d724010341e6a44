import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { signIn } from './support/grafana';
import { beatsOf, setHeartbeatInterval } from './support/irm';
import { Wizard } from './support/wizard';

test.skip(!environment.isSandbox, 'A real IRM does not tell when its beats arrived.');

const GAPS = 3;
/** The sandbox shares the machine with the browser, which may hold up a delivery. */
const SLACK_S = 0.4;

test('beats leave as often as the page says, on the real clock', async ({ page, integration }) => {
  await setHeartbeatInterval(integration, 60);
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Timing ${Date.now()}`);
  await wizard.button('Next').click();
  await wizard.chooseInterval('1 minute');
  await wizard.unfold('Advanced');
  await page.getByRole('radio', { name: 'Custom' }).check();
  await wizard.field(/^Group interval/).fill('1s');
  await wizard.field(/^Repeat interval/).fill('10s');

  const row = page.getByRole('row', { name: /^Time between heartbeats/ });
  const bounds = secondsIn(await row.getByRole('cell').last().innerText());
  expect(bounds).toHaveLength(2);
  const [least = 0, greatest = 0] = bounds;
  expect(least).toBeGreaterThanOrEqual(10);
  expect(greatest).toBeLessThan(15);

  await wizard.button('Add heartbeat').click();
  await expect
    .poll(async () => (await beatsOf(integration)).length, { timeout: 30_000 + GAPS * greatest * 1000 })
    .toBeGreaterThan(GAPS);
  const beats = await beatsOf(integration);
  const gaps = beats.slice(1).map((at, index) => (at - (beats[index] ?? 0)) / 1000);
  test.info().annotations.push({ type: 'gaps', description: gaps.map((gap) => `${gap} s`).join(', ') });
  expect(Math.min(...gaps)).toBeGreaterThan(least - SLACK_S);
  expect(Math.max(...gaps)).toBeLessThan(greatest + SLACK_S);
});

/** "10 to 12 s" in seconds. */
function secondsIn(text: string): number[] {
  return /^[\d.]+ to [\d.]+.s$/.test(text) ? [...text.matchAll(/[\d.]+/g)].map(Number) : [];
}
