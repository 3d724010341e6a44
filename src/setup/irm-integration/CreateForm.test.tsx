/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { userKey } from '../../../sandbox/irm/organization';
import { standIns } from '../../../tests/support/standIns';
import { choose } from '../testing/choose';
import { openSetup } from '../testing/openSetup';
import { CHAINS, CREATE } from '../testing/withIrm';

const world = standIns();
beforeAll(() => world.withIrmApi());
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  world.failWith();
});
afterAll(() => world.stop());

async function open() {
  const services = await world.signIn('editor');
  const page = openSetup(services, '/new/integration');
  await screen.findByRole('textbox', { name: /Title/ });
  return { ...page, services };
}

type Page = Awaited<ReturnType<typeof open>>;

/** IRM's integrations of a name. */
async function inIrm({ services: { irm } }: Page, name: string) {
  const answer = await irm?.listIntegrations({ name });
  return answer?.ok ? answer.value.items : [];
}

/** In one go: each key draws the form again, and one test types. */
async function fill({ user }: Page, field: RegExp, text: string) {
  await user.click(screen.getByRole('textbox', { name: field }));
  await user.paste(text);
}

const fillTitle = (page: Page, title: string) => fill(page, /Title/, title);
const press = ({ user }: Page) => user.click(screen.getByRole('button', { name: 'Create integration' }));

test('from the first step to a proven connection with one typed name, and no address is copied', async () => {
  const services = await world.signIn('editor');
  const page = { ...openSetup(services, '/new/integration'), services };
  const { user, address } = page;
  let clicks = 0;
  const click = async (role: string, name: string | RegExp) => {
    clicks += 1;
    await user.click(await screen.findByRole(role, { name }));
  };

  await click('textbox', /Title/);
  expect(screen.getByText('Step 1 of 4')).toBeVisible();
  await user.keyboard('Production Grafana');
  await choose(page.user, /Escalation chain/, 'SRE on call');
  clicks += 2;
  await click('button', 'Create integration');

  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Production Grafana');
  expect(screen.getByText('Step 2 of 4')).toBeVisible();
  await click('button', 'Create contact point');
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  expect(await screen.findByText(/Arrived/, {}, { timeout: 5000 })).toBeVisible();
  await waitFor(async () => expect(await world.alertGroups()).toMatchObject([{ state: 'resolved' }]), {
    timeout: 5000,
  });
  await click('button', 'Next');

  expect(
    await screen.findByText(/IRM's default is 10 minutes: nothing to do there\.$/, undefined, { timeout: 5000 })
  ).toBeVisible();
  await click('button', 'Add heartbeat');
  expect(await screen.findByText('Waiting for the first evaluation', undefined, { timeout: 5000 })).toBeVisible();
  expect(screen.getByText('Step 4 of 4')).toBeVisible();
  expect(clicks).toBe(7);
  const [made] = await inIrm(page, 'Production Grafana');
  expect(made).toMatchObject({ type: 'alertmanager', escalationChainId: 'FSANDBOXESC01', teamId: undefined });
});

test('all that is filled in goes to IRM in one request, and the description is counted as IRM counts', async () => {
  const page = await open();
  const { user } = page;
  await fillTitle(page, '  Payments ');
  await fill(page, /Description/, '🔥'.repeat(120));
  expect(screen.getByText('120 of 250 characters')).toBeVisible();
  await choose(page.user, /Team/, 'Payments');
  await user.click(screen.getByRole('radio', { name: /Webhook/ }));
  expect(screen.getByRole('checkbox', { name: /Set the two templates/ })).toBeChecked();
  expect(screen.getByText('Nobody will be paged')).toBeVisible();
  await choose(page.user, /Escalation chain/, 'SRE on call');
  expect(screen.queryByText('Nobody will be paged')).not.toBeInTheDocument();
  const before = world.asked.length;
  await press(page);
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
  expect(world.asked.slice(before).filter((call) => /^(POST|PUT).*irm/.test(call))).toHaveLength(1);
  expect(await inIrm(page, 'Payments')).toEqual([
    expect.objectContaining({
      description: '🔥'.repeat(120),
      teamId: 'TSANDBOXPAY01',
      type: 'webhook',
      escalationChainId: 'FSANDBOXESC01',
      templates: {
        groupingKey: '{{ payload.groupKey or payload.alert_uid }}',
        resolveSignal: "{{ payload.status == 'resolved' or payload.state == 'ok' }}",
      },
    }),
  ]);
});

test('a webhook without the tick keeps the templates of its type, and the wizard says what that means', async () => {
  const page = await open();
  const { user } = page;
  await fillTitle(page, 'Bare webhook');
  await user.click(screen.getByRole('radio', { name: /Webhook/ }));
  await user.click(screen.getByRole('checkbox', { name: /Set the two templates/ }));
  await press(page);
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  expect(await screen.findByText('Alert groups of this integration stay open forever')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Set both templates' }));
  await waitFor(() =>
    expect(screen.queryByText('Alert groups of this integration stay open forever')).not.toBeInTheDocument()
  );
  expect(await inIrm(page, 'Bare webhook')).toMatchObject([
    { templates: { groupingKey: '{{ payload.groupKey or payload.alert_uid }}' } },
  ]);
});

test('what IRM would refuse is refused before it is asked', async () => {
  const page = await open();
  const { address } = page;
  await press(page);
  expect(await screen.findByText('IRM needs a title for a new integration.')).toBeVisible();
  await fillTitle(page, 'n'.repeat(151));
  expect(await screen.findByText('IRM takes up to 150 characters. Shorten the title.')).toBeVisible();
  await fill(page, /Description/, 'x'.repeat(251));
  expect(await screen.findByText('IRM takes up to 250 characters. Shorten the description.')).toBeVisible();
  const before = world.asked.length;
  await press(page);
  expect(world.asked.slice(before)).toEqual([]);
  expect(address()).toMatch(/integration$/);
});

test.each([
  ['name', 'Title', 'May not be this.'],
  ['description_short', 'Description', 'Too dull.'],
  ['team_id', 'Team', 'Object does not exist'],
  ['type', 'Type', 'Not today.'],
  ['escalation_chain_id', 'Escalation chain', 'Object does not exist'],
])('IRM’s word on %s stands beside that field, and what was typed stays', async (field, label, words) => {
  const title = `Refused for its ${label}`;
  const page = await open();
  await fillTitle(page, title);
  await fill(page, /Description/, 'Some words');
  await choose(page.user, /Team/, 'SRE');
  world.failWith((path, { method }) =>
    method === 'POST' && CREATE.test(path) ? Response.json({ [field]: [words] }, { status: 400 }) : undefined
  );
  await press(page);
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByText('IRM rejected the values')).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue(title);
  expect(screen.getByRole('textbox', { name: /Description/ })).toHaveValue('Some words');
  expect(screen.getByRole('combobox', { name: /Team/ })).toHaveDisplayValue('SRE');
  world.failWith();
  await press(page);
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
});

test('a name that is taken is told at the title, and the one that has it can be used', async () => {
  world.irm.createIntegration({ name: 'Taken', type: 'alertmanager', escalationChainId: 'FSANDBOXESC01' });
  const page = await open();
  await fillTitle(page, 'Taken');
  await press(page);
  expect(await screen.findByText('IRM has an integration of this name already in this team.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /Title/ })).toBeInvalid();
  await page.user.click(screen.getByRole('button', { name: 'Use that one' }));
  expect(await screen.findByRole('table', { name: 'Parts of the endpoint' })).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Taken');
});

test('two clicks in a row create one integration', async () => {
  const page = await open();
  await fillTitle(page, 'Clicked twice');
  const before = world.asked.length;
  await page.user.dblClick(screen.getByRole('button', { name: 'Create integration' }));
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
  expect(world.asked.slice(before).filter((call) => call.startsWith('POST') && CREATE.test(call))).toHaveLength(1);
  expect(await inIrm(page, 'Clicked twice')).toHaveLength(1);
});

test('two people who create the same at once: one goes on, the other is told and can go along', async () => {
  const page = await open();
  await fillTitle(page, 'At once');
  const colleague = await world.signIn('admin');
  world.failWith((path, { method, answer }) => {
    if (method !== 'POST' || !CREATE.test(path)) {
      return undefined;
    }
    world.failWith();
    const wish = { type: 'alertmanager', name: 'At once', description: '', templates: {} };
    return (
      colleague.irm?.createIntegration({ ...wish, teamId: undefined, escalationChainId: undefined }).then(answer) ??
      undefined
    );
  });
  await press(page);
  expect(await screen.findByText('IRM has "At once" already')).toBeVisible();
  expect(await inIrm(page, 'At once')).toHaveLength(1);
  await page.user.click(screen.getByRole('button', { name: 'Use that one' }));
  expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
});

test('when the answer is lost, the integration is looked up, told of and used', async () => {
  const page = await open();
  await fillTitle(page, 'Answer lost');
  world.failWith((path, { method, answer }) =>
    method === 'POST' && CREATE.test(path) ? answer().then(() => new Response(undefined, { status: 504 })) : undefined
  );
  await press(page);
  expect(await screen.findByText('The integration is in IRM')).toBeVisible();
  expect(await inIrm(page, 'Answer lost')).toHaveLength(1);
  await page.user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Answer lost');
});

test('when nothing can be looked up either, a second press creates no second one', async () => {
  const page = await open();
  await fillTitle(page, 'Twice lost');
  let isGone = false;
  world.failWith((path, { method, answer }) => {
    if (CREATE.test(path) && method === 'POST') {
      isGone = true;
      return answer().then(() => new Response(undefined, { status: 502 }));
    }
    return isGone && CREATE.test(path) ? new Response(undefined, { status: 502 }) : undefined;
  });
  await press(page);
  expect(await screen.findByText('IRM may still have created it')).toBeVisible();
  expect(screen.getByText('IRM cannot be reached')).toBeVisible();
  world.failWith();
  await press(page);
  expect(await screen.findByText('The integration is in IRM')).toBeVisible();
  expect(await inIrm(page, 'Twice lost')).toHaveLength(1);
});

test('what IRM left out is told, and set from here', async () => {
  const page = await open();
  await fillTitle(page, 'Half done');
  await page.user.click(screen.getByRole('radio', { name: /Webhook/ }));
  await choose(page.user, /Escalation chain/, 'SRE on call');
  world.failWith((path, { method, answer }) =>
    method === 'POST' && CREATE.test(path)
      ? answer().then(async (response) => {
          const body = (await response.json()) as { id: string };
          const bare = { default_route: { escalation_chain_id: null }, templates: {} };
          return Response.json({ ...body, ...bare }, { status: 201 });
        })
      : undefined
  );
  await press(page);
  const notice = await screen.findByText(/The escalation chain and the two templates were not set. Set them below./);
  expect(notice).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Set both templates' }));
  await waitFor(() => expect(screen.queryByText('Nobody will be paged')).not.toBeInTheDocument());
  expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
});

test('where IRM lists no chains, the consequence is said and nothing stands in the way', async () => {
  world.failWith((path) =>
    CHAINS.test(path)
      ? Response.json({ detail: 'You do not have permission to perform this action.' }, { status: 403 })
      : undefined
  );
  const page = await open();
  expect(await screen.findByText('Nobody is paged until you choose an escalation chain in IRM')).toBeVisible();
  await fillTitle(page, 'No chains listed');
  await press(page);
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
});

test('a token that may not create is told, and choosing still works', async () => {
  await world.withIrmApi(userKey('viewer'));
  world.irm.createIntegration({ name: 'There already', type: 'alertmanager' });
  const page = await open();
  await fillTitle(page, 'Not allowed');
  await press(page);
  expect(await screen.findByText('The IRM token lacks a permission')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('Not allowed');
  await page.user.click(screen.getByRole('radio', { name: 'Use existing' }));
  await page.user.type(await screen.findByRole('searchbox', { name: 'Search title or type' }), 'there');
  const list = await screen.findByRole('list', { name: 'Integrations of IRM' });
  await page.user.click(within(list).getByRole('button', { name: 'Choose There already' }));
  expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
  await world.withIrmApi();
});
