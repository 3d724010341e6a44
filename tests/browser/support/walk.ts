import { expect, test, type Page } from '@playwright/test';
import { environment } from './environment';
import { objectsOf, type ConnectionObjects } from './grafana';
import { alertGroups, type Integration } from './irm';
import { Wizard } from './wizard';

/**
 * A new rule is taken up by the scheduler's next tick and evaluated within it, in turn with all others that are due
 * (docs/facts.md#rules); the page looks every 2 s, and what it reads has to be drawn.
 */
const FIRST_BEAT_WITHIN_S = 10 + 10 + 2 + 1;

/** The main job, from the page of all connections to the first heartbeat. Gives what Grafana holds in the end. */
export async function walk(page: Page, integration: Integration): Promise<ConnectionObjects> {
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Walk ${Date.now()}`);

  await expect(page.getByText('Is there a new one for the test?')).toBeVisible();
  await expect.poll(async () => (await alertGroups(integration))?.length ?? 1).toBe(1);
  await wizard.button('I see it').click();
  await expect(page.getByText('Alerts arrive', { exact: true })).toBeVisible();
  await wizard.button('Next').click();

  await wizard.addHeartbeat('5 minutes');
  const seconds = await wizard.firstBeat();
  test.info().annotations.push({ type: 'first heartbeat', description: `${seconds.toFixed(1)} s after the click` });
  if (environment.isSandbox) {
    expect(seconds).toBeLessThan(FIRST_BEAT_WITHIN_S);
  }
  await expect(page.getByText(/at the latest/)).toBeVisible();
  await expect(page.getByText(/^Connected\. First heartbeat after/)).toBeVisible();
  await expect(page.getByText('5 minutes')).toBeVisible();
  return objectsOf(integration.endpoint);
}

/** Holds what a walk made to the table of a connection's objects in docs/design.md. */
export function expectConnection({ points, groups }: ConnectionObjects, { endpoint }: Integration): void {
  expect(points.map((point) => [point.type, point.disableResolveMessage, point.settings.url])).toEqual([
    ['webhook', false, endpoint],
    ['webhook', true, `${endpoint}heartbeat/`],
  ]);
  const id = points[0]?.uid.replace('irmc-', '');
  expect(points.map((point) => point.uid)).toEqual([`irmc-${id}`, `irmc-${id}-hb`]);
  expect(groups).toMatchObject([
    {
      name: `irmc-${id}`,
      interval: '10s',
      rules: [
        {
          for: '0s',
          labels: {
            ...{ irm_connection: id, heartbeat: 'true', severity: 'none' },
            __grafana_origin: 'plugin/irmconnect-setup-app',
          },
          annotations: { irm_heartbeat_interval: expect.stringMatching(/./) },
          grafana_alert: {
            is_paused: false,
            data: [{ datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0' } }],
            notification_settings: {
              receiver: points[1]?.name,
              group_wait: '0s',
              group_interval: '1s',
              repeat_interval: '1m',
            },
          },
        },
      ],
    },
  ]);
}
