import { environment } from './support/environment';
import { expect, fastTest as test } from './support/fixtures';
import { asAdmin, PLUGIN_ID, signIn } from './support/grafana';
import { alertGroups, beatsOf, breakIntegration } from './support/irm';
import { Traffic } from './support/traffic';
import { Wizard } from './support/wizard';

test.skip(!environment.isSandbox, 'A real IRM or Grafana cannot be made to fail on demand.');

test('what IRM answers is told in words, and a redirect that looks like success can be found out', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPoint(`Faults ${Date.now()}`);

  const before = (await alertGroups(integration))?.length ?? 0;
  const cases = [
    [{ kind: 'status', status: 500 }, 'IRM answered with a server error (5xx)'],
    [{ kind: 'status', status: 429 }, "IRM's rate limit is reached (429)"],
    [{ kind: 'status', status: 404 }, 'Nothing at this URL (404)'],
  ] as const;
  for (const [fault, title] of cases) {
    await breakIntegration(integration, fault);
    await wizard.sendTest();
    await expect(page.getByText(title)).toBeVisible();
  }

  await breakIntegration(integration, { kind: 'redirect' });
  await wizard.sendTest();
  await expect(page.getByText('Is there a new one for the test?')).toBeVisible();
  expect(await alertGroups(integration)).toHaveLength(before);
  await wizard.button("I don't see it").click();
  await expect(page.getByText(/A redirect from http to https loses the message/)).toBeVisible();

  await breakIntegration(integration, { kind: 'none' });
  await wizard.sendTest();
  await expect(page.getByText('Test alert sent and accepted')).toBeVisible();
  await expect.poll(() => alertGroups(integration)).toHaveLength(before + 1);

  await breakIntegration(integration, { kind: 'slow', seconds: 60 });
  await wizard.sendTest();
  await expect(page.getByText('No answer in time')).toBeVisible();
  await expect(page.getByText('The message may have arrived anyway')).toBeVisible();
  // Chromium sends a request again that is answered with 408 on a connection in use, so there may be more than one.
  await expect.poll(async () => (await alertGroups(integration))?.length).toBeGreaterThanOrEqual(before + 2);
});

test('a beat that IRM refuses is shown as such, and so is the next one that arrives', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await breakIntegration(integration, { kind: 'status', status: 500 });
  await wizard.toContactPoint(integration.endpoint);
  await wizard.contactPointAnyway(`Refused ${Date.now()}`);
  await wizard.addHeartbeat('5 minutes');
  await expect(page.getByText('The last heartbeat was not delivered', { exact: true })).toBeVisible();
  await breakIntegration(integration, { kind: 'none' });
  await wizard.firstBeat();
});

test('Grafana is killed and starts again in between: the walk goes on', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  const kill = async () => {
    expect((await page.request.post('/sandbox/restart?kind=kill')).status()).toBe(204);
  };
  await wizard.toContactPoint(integration.endpoint);
  await kill();
  await wizard.contactPoint(`Restarted ${Date.now()}`);
  await kill();
  await wizard.button('Next').click();
  await wizard.addHeartbeat('5 minutes');
  await wizard.firstBeat();
  const before = (await beatsOf(integration)).length;
  await kill();
  await expect.poll(async () => (await beatsOf(integration)).length).toBeGreaterThan(before);
  await expect(page.getByText('Heartbeat delivered')).toBeVisible();
});

test('hundreds of rules in other folders are never read by the wizard', async ({ page, integration, place }) => {
  await asAdmin(async (api) => {
    await api.post('/api/folders', { data: { uid: 'crowd', title: 'Crowd' } });
    for (let group = 0; group < 10; group++) {
      const rules = Array.from({ length: 50 }, (_, index) => ruleOf(`Rule ${group}-${index}`));
      const response = await api.post('/api/ruler/grafana/api/v1/rules/crowd', {
        data: { name: `group-${group}`, interval: '1m', rules },
      });
      expect(response.status()).toBe(202);
    }
  }, place.grafanaUrl);
  try {
    await signIn(page, environment.admin);
    const traffic = new Traffic(page);
    const wizard = new Wizard(page);
    await wizard.toContactPoint(integration.endpoint);
    await wizard.contactPoint(`Crowd ${Date.now()}`);
    await wizard.button('Next').click();
    await wizard.addHeartbeat('5 minutes');
    await wizard.firstBeat();
    const sizes = (await traffic.toApi()).map(({ path, body }) => ({ path, size: body.length }));
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter(({ size }) => size > 100_000)).toEqual([]);

    await page.goto(`/a/${PLUGIN_ID}/coverage`);
    await page.getByRole('textbox', { name: 'Search alert rules' }).fill('Rule 7-42');
    await expect(page.getByRole('link', { name: 'Rule 7-42', exact: true })).toBeVisible();
  } finally {
    await asAdmin(async (api) => {
      for (let group = 0; group < 10; group++) {
        await api.delete(`/api/ruler/grafana/api/v1/rules/crowd/group-${group}`);
      }
      await api.delete('/api/folders/crowd');
    }, place.grafanaUrl);
  }
});

function ruleOf(title: string) {
  const expression = {
    refId: 'A',
    datasourceUid: '__expr__',
    model: { refId: 'A', type: 'math', expression: '0 > 1' },
  };
  return {
    for: '5m',
    labels: { team: 'crowd' },
    annotations: { summary: 'One of many' },
    grafana_alert: { title, condition: 'A', data: [expression], no_data_state: 'OK', exec_err_state: 'OK' },
  };
}
