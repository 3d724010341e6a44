import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, signIn } from './support/grafana';
import { consoleErrors, expectGoodLooks, NARROW } from './support/looks';
import { walk } from './support/walk';
import { SETUP } from './support/wizard';

const POLICIES = '/api/v1/provisioning/policies';
const SIZES = { wide: { width: 1280, height: 900 }, narrow: NARROW };

interface Policy {
  receiver?: string;
  routes?: Policy[];
}

const policies = () => asAdmin(async (api) => (await (await api.get(POLICIES)).json()) as Policy);

let before: Policy;
test.beforeEach(async () => {
  before = await policies();
});
test.afterEach(async () => {
  await asAdmin((api) => api.put(POLICIES, { data: before }));
});

test('routes alerts with a label to a new connection, shows what changes, and takes it back', async ({
  page,
  integration,
}) => {
  const errors = consoleErrors(page, () => !environment.isSandbox);
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  const name = points[0]?.name ?? '';

  await page.getByRole('link', { name: 'Route alerts' }).click();
  await expect(page.getByRole('heading', { name: 'Route alerts', exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Label 1' }).fill('team');
  await page.getByRole('textbox', { name: 'Value 1' }).fill('browser-test');
  await expect(page.getByText(`A new policy for team="browser-test" sends to ${name}.`)).toBeVisible();
  const after = page.getByRole('region', { name: 'Afterwards' });
  await expect(after.getByText('New', { exact: true })).toBeVisible();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await expectGoodLooks(page, `50-route-${size}`);
  }
  await page.setViewportSize(SIZES.wide);

  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('group', { name: 'Alerts routed' })).toBeFocused();
  expect((await policies()).routes?.[0]?.receiver).toBe(name);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('group', { name: 'Undone' })).toBeFocused();
  expect((await policies()).routes ?? []).toEqual(before.routes ?? []);
  expect(errors).toEqual([]);
});

test('a change by somebody else in between is told, and nothing is written over it', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  const name = points[0]?.name ?? '';
  await page.getByRole('link', { name: 'Route alerts' }).click();
  await page.getByText('All alerts that no other policy takes').click();
  await expect(page.getByText(`The default policy sends to ${name}`)).toBeVisible();
  const theirs = { ...before, repeat_interval: '3h' };
  await asAdmin((api) => api.put(POLICIES, { data: theirs }));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /changed/i })).toBeVisible();
  expect(await policies()).toMatchObject({ receiver: before.receiver, repeat_interval: '3h' });
});
