import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, signIn } from './support/grafana';
import { alertGroups } from './support/irm';
import { consoleErrors, expectGoodLooks, NARROW } from './support/looks';
import { walk } from './support/walk';
import { SETUP } from './support/wizard';

const POLICIES = '/api/v1/provisioning/policies';
const RULES = '/api/ruler/grafana/api/v1/rules/irm-heartbeats';
const SIZES = { wide: { width: 1400, height: 900 }, narrow: NARROW };

let before: object;
test.beforeEach(async () => {
  before = await asAdmin(async (api) => (await (await api.get(POLICIES)).json()) as object);
});
test.afterEach(async () => {
  await asAdmin((api) => api.put(POLICIES, { data: before }));
});

const testGroups = () =>
  asAdmin(async (api) => {
    const folders = (await (await api.get(RULES)).json()) as Record<string, Array<{ name: string }>>;
    return Object.values(folders)
      .flat()
      .filter(({ name }) => name.includes('-test-'));
  });

test('a real alert goes by the policies to IRM, and leaves no rule behind', async ({ page, integration }) => {
  const errors = consoleErrors(page, () => !environment.isSandbox);
  await signIn(page, environment.admin);
  await page.goto(SETUP);
  const { points } = await walk(page, integration);
  const [point] = points;
  const route = {
    receiver: point?.name,
    object_matchers: [['team', '=', 'browser-test']],
    group_wait: '5s',
    group_interval: '5s',
  };
  await asAdmin((api) => api.put(POLICIES, { data: { ...before, routes: [route] } }));
  const known = (await alertGroups(integration))?.length ?? 0;

  await page.goto(`/a/irmconnect-setup-app/status/${point?.uid.replace('irmc-', '')}?action=realAlert`);
  const dialog = page.getByRole('dialog', { name: 'Send real alert' });
  // The labels of the policy that leads here are proposed.
  await expect(dialog.getByRole('textbox', { name: 'Value 1' })).toHaveValue('browser-test');
  await expect(dialog.getByText(/It goes to/)).toBeVisible();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await expectGoodLooks(page, `60-real-alert-${size}`);
  }
  await page.setViewportSize(SIZES.wide);
  await dialog.getByText('Whoever is on call knows').click();
  await dialog.getByRole('button', { name: 'Send real alert now' }).click();
  await expect(dialog).toBeHidden();

  const way = page.getByRole('list', { name: 'Way of the alert' });
  await expect(way.getByText('Rule created')).toBeVisible();
  // Whoever reloads while it is on its way loses nothing.
  await page.reload();
  await expect(way.getByText('Evaluated: the rule fires')).toBeVisible();
  await expect(page.getByText(/The whole way works|Delivered to IRM/)).toBeVisible({ timeout: 120_000 });
  await expect(way.getByText('Cleaned up: the rule is deleted')).toBeVisible();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await expectGoodLooks(page, `61-real-alert-done-${size}`);
  }
  expect(await testGroups()).toEqual([]);
  expect((await alertGroups(integration))?.length ?? known + 1).toBe(known + 1);
  expect(errors).toEqual([]);
});
