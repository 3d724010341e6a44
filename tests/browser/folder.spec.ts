import type { APIRequestContext } from '@playwright/test';
import { environment } from './support/environment';
import { expect, test } from './support/fixtures';
import { asAdmin, objectsOf, signIn } from './support/grafana';
import type { Integration } from './support/irm';
import { Wizard } from './support/wizard';

const TEAM = { uid: 'folder-spec-team', title: 'Folder spec team' };
const BELOW = { uid: 'folder-spec-below', title: 'Payments', parentUid: TEAM.uid };
const RULER = '/api/ruler/grafana/api/v1/rules';

const removeFolders = () =>
  asAdmin(async (api) => void (await api.delete(`/api/folders/${TEAM.uid}?forceDeleteRules=true`)));

test.beforeEach(async () => {
  await removeFolders();
  await asAdmin(async (api) => {
    for (const data of [TEAM, BELOW]) {
      expect((await api.post('/api/folders', { data })).ok()).toBe(true);
    }
  });
});
test.afterEach(removeFolders);

test('a heartbeat is kept in the folder that was chosen for it', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint('Folder spec');
  await wizard.button('Next').click();
  await wizard.unfold('Advanced');
  await page.getByRole('combobox', { name: /^Folder of the alert rule/ }).click();
  await page.getByRole('option', { name: `${TEAM.title} / ${BELOW.title}` }).click();
  await wizard.button('Add heartbeat').click();
  await expect(page.getByText(/^Connected\. First heartbeat after/)).toBeVisible({ timeout: 90_000 });
  expect((await objectsOf(integration.endpoint)).groups).toEqual([]);
  await asAdmin(async (api) => {
    const groups = Object.values((await (await api.get(`${RULER}/${BELOW.uid}`)).json()) as object).flat();
    expect(groups).toMatchObject([{ rules: [{ labels: { heartbeat: 'true' } }] }]);
  });

  await page.reload();
  await expect(page.getByText(/^Connected/)).toBeVisible();
});

test('a connection made by hand is adopted with its rule where it stands', async ({ page, integration }) => {
  await asAdmin((api) => makeByHand(api, integration));
  await signIn(page, environment.admin);
  await page.goto('/a/irmconnect-setup-app');
  await page.getByRole('link', { name: 'By hand' }).first().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Adopt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Adopt connection' });
  await expect(dialog.getByText(`The rule stays in the folder ${TEAM.title} / ${BELOW.title}.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Adopt' }).click();
  await expect(page.getByRole('group', { name: 'Connection adopted' })).toBeVisible();
  await asAdmin(async (api) => {
    const groups = Object.values((await (await api.get(`${RULER}/${BELOW.uid}`)).json()) as object).flat();
    expect(groups).toMatchObject([{ name: 'always', rules: [{ annotations: { irm_heartbeat_interval: '600' } }] }]);
  });
});

/** As somebody follows the manual page, with the rule in the team's folder. */
async function makeByHand(api: APIRequestContext, { endpoint }: Integration) {
  for (const [name, url, disableResolveMessage] of [
    ['By hand', endpoint, false],
    ['By hand beat', `${endpoint}heartbeat/`, true],
  ] as const) {
    const data = { name, type: 'webhook', settings: { url }, disableResolveMessage };
    expect((await api.post('/api/v1/provisioning/contact-points', { data })).ok()).toBe(true);
  }
  const alert = {
    ...{ title: 'Always by hand', condition: 'A', no_data_state: 'OK', exec_err_state: 'OK' },
    data: [
      {
        ...{ refId: 'A', datasourceUid: '__expr__', relativeTimeRange: { from: 0, to: 0 } },
        model: { refId: 'A', type: 'math', expression: '1 > 0' },
      },
    ],
    notification_settings: { receiver: 'By hand beat', group_wait: '0s', group_interval: '1s', repeat_interval: '2m' },
  };
  const data = { name: 'always', interval: '10s', rules: [{ for: '0s', grafana_alert: alert }] };
  expect((await api.post(`${RULER}/${BELOW.uid}`, { data })).ok()).toBe(true);
}
