import { expect, test } from '@playwright/test';
import { environment } from './support/environment';
import { asAdmin, cleanUp, configurePlugin, contactPoints, heartbeatGroups, signIn } from './support/grafana';
import { alertGroups, createIntegration, deleteIntegration, type Integration } from './support/irm';
import { Wizard } from './support/wizard';

let integration: Integration;

test.beforeEach(async () => {
  await configurePlugin({ access: 'session', irmUrl: environment.irmUrl });
  integration = await createIntegration('Browser test');
  await cleanUp(integration.endpoint);
});

test.afterEach(async () => {
  await cleanUp(integration.endpoint);
  await deleteIntegration(integration);
});

test('an administrator connects an integration, sees a test alert arrive and the first beat leave', async ({
  page,
}) => {
  const name = `Walk ${Date.now()}`;
  const wizard = new Wizard(page);
  await signIn(page, environment.admin);
  await wizard.open();
  await wizard.integration('Production Grafana');
  await wizard.endpoint(integration.endpoint);
  await wizard.contactPoint(name);

  await wizard.sendTest();
  await expect(page.getByText('Is there a new one for the test?')).toBeVisible();
  await expect.poll(async () => (await alertGroups(integration))?.length ?? 1).toBe(1);
  await wizard.button('I see it').click();
  await wizard.button('Next').click();

  await wizard.enableHeartbeat('5 minutes');
  const seconds = await wizard.firstBeat();
  test.info().annotations.push({ type: 'first beat', description: `${seconds.toFixed(1)} s after the click` });
  if (environment.isSandbox) {
    expect(seconds).toBeLessThan(15);
  }
  await expect(page.getByText(/at the latest/)).toBeVisible();
  await expect(page.getByText('5 minutes')).toBeVisible();

  const made = await asAdmin(async (api) => ({ points: await contactPoints(api), groups: await heartbeatGroups(api) }));
  const own = made.points.filter((point) => point.settings.url?.startsWith(integration.endpoint));
  expect(own.map((point) => [point.type, point.disableResolveMessage, point.settings.url])).toEqual([
    ['webhook', false, integration.endpoint],
    ['webhook', true, `${integration.endpoint}heartbeat/`],
  ]);
  const id = own[0]?.uid.replace('irmc-', '');
  expect(own.map((point) => point.uid)).toEqual([`irmc-${id}`, `irmc-${id}-hb`]);
  const group = made.groups.find((candidate) => candidate.name === `irmc-${id}`);
  expect(group).toMatchObject({
    interval: '10s',
    rules: [
      {
        for: '0s',
        labels: { irm_connection: id, heartbeat: 'true', severity: 'none' },
        annotations: { irm_heartbeat_interval: expect.stringMatching(/./) },
        grafana_alert: {
          is_paused: false,
          data: [{ datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0' } }],
          notification_settings: {
            receiver: own[1]?.name,
            group_wait: '0s',
            group_interval: '1s',
            repeat_interval: '1m',
          },
        },
      },
    ],
  });
});
