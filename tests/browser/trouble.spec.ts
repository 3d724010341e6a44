import { editor, environment, viewer } from './support/environment';
import { connectionNamed } from './support/connections';
import { expect, test } from './support/fixtures';
import { asAdmin, objectsOf, signIn } from './support/grafana';
import { Wizard } from './support/wizard';

test('an address that is not the HTTP endpoint is explained, and mended where that is possible', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.connect();

  await wizard.endpoint('https://me.grafana.net/a/grafana-irm-app/integrations/CABC123?tab=settings');
  await expect(page.getByRole('alert')).toContainText('This is a browser URL');
  await expect(page.getByRole('link', { name: /Open the page of the integration/ })).toBeVisible();
  await expect(wizard.field(/^HTTP endpoint/)).toHaveAttribute('aria-invalid', 'true');

  await wizard.paste('http://irm.example.com/integrations/v1/alertmanager/LUL6EatRGTbhTAKmYmWzYpgZZ/');
  await expect(page.getByText('This address is not encrypted')).toBeVisible();

  await wizard.paste(`${integration.endpoint}heartbeat/`);
  await expect(page.getByRole('alert')).toContainText('This is the heartbeat endpoint');
  await wizard.button('Use the address for alerts').click();
  await expect(page.getByRole('table', { name: 'Parts of the endpoint' })).toBeVisible();

  await wizard.paste(integration.endpoint.replace(/\/$/, ''));
  await expect(page.getByText('Added the missing trailing slash')).toBeVisible();
  await wizard.button('Next').click();
  await wizard.contactPoint(`Mended ${Date.now()}`);
  const { points } = await objectsOf(integration.endpoint);
  expect(points.map(({ settings }) => settings.url)).toEqual([integration.endpoint]);
});

test('a masked endpoint is shown by its button only, copied by another, and replaced by what is pasted', async ({
  page,
  context,
  integration,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.connect();
  const field = wizard.field(/^HTTP endpoint/);
  await wizard.paste(integration.endpoint);
  await wizard.button('Copy URL').click();
  await wizard.paste(integration.endpoint.replace('alertmanager', 'webhook'));
  await field.blur();
  await field.focus();
  await expect(field).toHaveValue(/….$/);
  await expect(field).not.toBeEditable();
  await field.press('ControlOrMeta+v');
  await expect(field).toHaveValue(integration.endpoint);
  await wizard.button('Hide token').click();
  await expect(field).toHaveValue(/….$/);
  await wizard.button('Show token').click();
  await expect(field).toHaveValue(integration.endpoint);
});

test('a wrong key is only noticed by the test, which says what to do', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  const wrong = integration.endpoint.replace(/[^/]+\/$/, 'wrongkeywrongkeywrongkey1/');
  try {
    await wizard.toContactPoint(wrong);
    await wizard.button('Create contact point').click();
    await expect(page.getByText('The message was rejected (403)')).toBeVisible();
    await expect(page.getByText('Compare the URL with the HTTP endpoint in IRM.')).toBeVisible();
    await expect(page.getByText('I see it')).toBeHidden();
    await page.getByText('Message from Grafana').click();
    await expect(page.getByText(/403/).last()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('wrongkeywrongkeywrongkey1');
    expect((await objectsOf(wrong)).points).toEqual([]);
    await expect(wizard.button('Change endpoint')).toBeVisible();
  } finally {
    await asAdmin(async (api) => {
      for (const { uid } of (await objectsOf(wrong)).points) {
        await api.delete(`/api/v1/provisioning/contact-points/${uid}`);
      }
    });
  }
});

test('a taken name is refused before Grafana would merge two contact points', async ({ page, integration }) => {
  const taken = `Taken ${Date.now()}`;
  const uid = `taken-${Date.now()}`;
  await asAdmin(async (api) => {
    const data = { uid, name: taken, type: 'webhook', settings: { url: 'https://other.example.com/' } };
    expect((await api.post('/api/v1/provisioning/contact-points', { data })).status()).toBe(202);
  });
  try {
    await signIn(page, environment.admin);
    const wizard = new Wizard(page);
    await wizard.toContactPoint(integration.endpoint);
    await wizard.field(/^Name/).fill(taken);
    await expect(page.getByRole('alert')).toContainText('silently add this integration to it');
    await expect(wizard.button('Create contact point')).toBeDisabled();
    await wizard.contactPoint(`${taken} too`);
    const { points } = await objectsOf(integration.endpoint);
    expect(points.map(({ name }) => name)).toEqual([`${taken} too`]);
  } finally {
    await asAdmin((api) => api.delete(`/api/v1/provisioning/contact-points/${uid}`));
  }
});

test('a viewer sees everything read-only and which permissions are missing', async ({
  page,
  integration,
  browserOf,
}) => {
  await signIn(page, environment.admin);
  const admin = new Wizard(page);
  const name = `Read only ${Date.now()}`;
  await admin.toContactPoint(integration.endpoint);
  await admin.contactPoint(name);

  const theirs = await browserOf(viewer);
  const wizard = new Wizard(theirs);
  await wizard.open();
  await expect(wizard.button('Connect integration')).toBeDisabled();
  await connectionNamed(theirs, name).getByRole('link', { name: 'Continue setup' }).click();
  await expect(wizard.field(/^Name/)).toBeDisabled();
  await expect(wizard.field(/^Name/)).toHaveValue(name);
  await expect(theirs.getByText('View only').first()).toBeVisible();
  await wizard.step('Heartbeat').click();
  await expect(wizard.button('Add heartbeat')).toBeDisabled();
  await theirs.getByText('Missing permissions', { exact: true }).click();
  await expect(theirs.getByText('alert.rules:create', { exact: true })).toBeVisible();
});

test('whoever chooses so gets locked objects, heartbeat included', async ({ page, integration }) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.unfold('Advanced');
  await page.getByRole('radio', { name: /Lock \(provisioned\)/ }).check();
  await wizard.contactPoint(`Locked ${Date.now()}`);
  await wizard.button('Next').click();
  await wizard.addHeartbeat('5 minutes');
  await wizard.firstBeat();
  const { points, groups } = await objectsOf(integration.endpoint);
  expect(points.map(({ provenance }) => provenance)).toEqual(['api', 'api']);
  expect(groups[0]?.rules[0]?.grafana_alert.provenance).toBe('api');

  await wizard.step('Contact point').click();
  await wizard.unfold('Advanced');
  await expect(page.getByRole('radio', { name: /Allow edits in the UI/ })).toBeDisabled();
  await page.getByRole('spinbutton', { name: /^Max alerts/ }).fill('50');
  await wizard.button('Save changes').click();
  await expect(page.getByText('Changes saved')).toBeVisible();
});

test('one person leaves after the contact point, another takes up where Grafana stands', async ({
  page,
  integration,
  browserOf,
}) => {
  await signIn(page, environment.admin);
  const first = new Wizard(page);
  const name = `Handed over ${Date.now()}`;
  await first.toContactPoint(integration.endpoint);
  await page.reload();
  await expect(page.getByText('Paste the endpoint again')).toBeVisible();
  await first.endpoint(integration.endpoint);
  await first.contactPoint(name);
  await page.close();

  const theirs = await browserOf(editor);
  const wizard = new Wizard(theirs);
  await wizard.open();
  await connectionNamed(theirs, name).getByRole('link', { name: 'Continue setup' }).click();
  // Who tested it is not told to others, so whoever takes over may test it again.
  await expect(wizard.button('Send test alert')).toBeEnabled();
  await wizard.button('Next').click();
  await expect(theirs.getByRole('heading', { name: 'Heartbeat', exact: true })).toBeVisible();
  await wizard.addHeartbeat('10 minutes');
  await wizard.firstBeat();
  await wizard.open();
  await expect(connectionNamed(theirs, name)).toContainText(/New|Up/);
});

test('an answer that gets lost leaves nothing double: applying again finishes the work', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  await wizard.toContactPoint(integration.endpoint);
  await wizard.field(/^Name/).fill(`Lost answer ${Date.now()}`);
  let network: 'not yet broken' | 'loses answers' | 'waits' | 'mended' = 'not yet broken';
  let mend = () => {};
  const mended = new Promise<void>((resolve) => (mend = resolve));
  await page.route('**/api/v1/provisioning/contact-points', async (route) => {
    if (network === 'not yet broken' && route.request().method() === 'POST') {
      await route.fetch();
      network = 'loses answers';
    }
    if (network === 'loses answers') {
      return route.abort();
    }
    await (network === 'waits' && mended);
    return route.continue();
  });
  await wizard.button('Create contact point').click();
  await expect(page.getByText('Grafana cannot be reached').first()).toBeVisible();
  // Or the page would read by itself, sooner or later, that the contact point is there, and offer nothing to apply.
  network = 'waits';
  await wizard.button('Create contact point').click();
  network = 'mended';
  mend();
  await expect(wizard.button('Send test alert')).toBeVisible();
  await wizard.button('Next').click();
  await wizard.addHeartbeat('5 minutes');
  const before = await objectsOf(integration.endpoint);

  await wizard.step('Heartbeat').click();
  await expect(wizard.button('Save changes')).toBeHidden();
  await wizard.step('Contact point').click();
  await expect(wizard.button(/Create contact point|Save changes/)).toBeHidden();
  expect(before.points).toHaveLength(2);
  expect(await objectsOf(integration.endpoint)).toEqual(before);
});

test('two people press Create for the same endpoint, and there is one contact point', async ({
  integration,
  browserOf,
}) => {
  const wizards = await Promise.all(
    [environment.admin, editor].map(async (account) => new Wizard(await browserOf(account)))
  );
  const name = `Both ${Date.now()}`;
  await Promise.all(
    wizards.map(async (wizard) => {
      await wizard.toContactPoint(integration.endpoint);
      await wizard.field(/^Name/).fill(name);
    })
  );
  await Promise.all(wizards.map((wizard) => wizard.button('Create contact point').click()));
  await Promise.all(wizards.map((wizard) => expect(wizard.button('Send test alert')).toBeVisible()));
  const { points } = await objectsOf(integration.endpoint);
  expect(points.map((point) => point.name)).toEqual([name]);

  await Promise.all(wizards.map((wizard) => wizard.button('Next').click()));
  await Promise.all(wizards.map((wizard) => wizard.button('Add heartbeat').click()));
  await Promise.all(wizards.map((wizard) => expect(wizard.page.getByText('Heartbeat delivered')).toBeVisible()));
  const made = await objectsOf(integration.endpoint);
  expect(made.points).toHaveLength(2);
  expect(made.groups.map(({ rules }) => rules.length)).toEqual([1]);
});
