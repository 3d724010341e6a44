/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { inIrm, irmStage, texts } from './testing/irmStage';
import { readSettings } from '../../../grafana/settings';

let on: ReturnType<typeof irmStage>;
beforeEach(async () => {
  on = irmStage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

const section = () => screen.getByRole('region', { name: 'In IRM' });
const plain = () => (section().textContent ?? '').replaceAll('\u00a0', ' ');

test('the integration is named as in IRM, and all is quiet', async () => {
  const { url } = await on.newIntegration('Production', { team: 'SRE' });
  const { id } = await on.connect('Prod', { url });
  await on.pass(30);
  await on.openPage(id);
  expect(plain()).toContain('IntegrationProduction');
  expect(plain()).toContain('TypeAlertmanager');
  expect(plain()).toContain('TeamSRE');
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
  expect(inIrm().getByText('IRM missed no heartbeat in the last 30 days.')).toBeVisible();
  expect(inIrm().getByRole('img')).toHaveAccessibleName(/^Lost heartbeats since .*: none$/);
  expect(plain()).toContain('began up to 12 min earlier than shown');
  expect(inIrm().queryByText('Nobody will be paged')).not.toBeInTheDocument();
  expect(plain()).toContain('In IRM: Alerts & IRM → IRM → Integrations');
});

test('the integration is opened in the stack of the API where no other address is set', async () => {
  const { url, id: irmId } = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url });
  await on.openWith(id, {
    ...(await on.world.signIn('editor')),
    settings: readSettings({ irmStackUrl: 'https://acme.grafana.net' }, {}),
  });
  expect(inIrm().getByRole('link', { name: /Open the integration in IRM/ })).toHaveAttribute(
    'href',
    `https://acme.grafana.net/a/grafana-irm-app/integrations/${irmId}`
  );
});

test('an integration that was deleted is an error, with what to do', async () => {
  const { url, id: irmId } = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url });
  await on.atIrm(`/integrations/${irmId}`, undefined, 'DELETE');
  const { press } = await on.openPage(id, 'admin');
  expect(inIrm().getByText('IRM does not have this integration any longer: alerts sent there are lost')).toBeVisible();
  expect(inIrm().getByRole('link', { name: 'Connect another integration' })).toHaveAttribute(
    'href',
    '/a/irmconnect-setup-app/setup/new'
  );
  await press('Change endpoint', section());
  expect(await screen.findByRole('dialog')).toBeVisible();
});

test.each([
  ['maintenance', /^In maintenance until .*: nobody is paged$/],
  ['debug', /^In debug mode until .*: nobody is paged$/],
])('the mode "%s" is a warning with its end, and goes away with it', async (mode, title) => {
  const { url, id: irmId } = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url });
  await on.atIrm(`/integrations/${irmId}/maintenance`, { mode, seconds: 3600 }, 'PUT');
  await on.openPage(id);
  expect(inIrm().getByText(title)).toBeVisible();
  await on.atIrm(`/integrations/${irmId}/maintenance`, { mode: 'none' }, 'PUT');
  await on.pass(65);
  expect(inIrm().queryByText(title)).not.toBeInTheDocument();
});

test('a default route without an escalation chain pages nobody', async () => {
  const { url } = await on.newIntegration('Production', { chain: '' });
  const { id } = await on.connect('Prod', { url });
  await on.openPage(id);
  expect(inIrm().getByText('Nobody will be paged')).toBeVisible();
});

test('open alert groups are counted by state, and the newest five lead to IRM', async () => {
  const { url, alert, id: irmId } = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url });
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
    await alert(name);
    await on.world.clock.advance(61_000);
  }
  const listed = await (await on.world.irm.fetch(groupsAtIrm(irmId))).json();
  await on.atIrm(`/alert-groups/${listed[0].id}/acknowledge`);
  await on.atIrm(`/alert-groups/${listed[1].id}/silence`, { seconds: 3600 });
  await on.openPage(id);
  expect(inIrm().getByText('4 firing, 1 acknowledged, 1 silenced')).toBeVisible();
  const groups = texts('Newest open alert groups');
  expect(groups).toHaveLength(5);
  expect(groups[0]).toMatch(/^F.* acknowledged, for 1 min$/);
  expect(groups[1]).toMatch(/^E.* silenced, for 2 min$/);
  expect(groups[2]).toMatch(/^D.* firing, for /);
  expect(inIrm().getByRole('link', { name: /^F/ })).toHaveAttribute('href', expect.stringContaining(listed[0].id));
});

const groupsAtIrm = (id: string) => new Request(`https://irm.example.net/ui/api/integrations/${id}/alert-groups`);

test.each([
  ['admin', 'Set it up'],
  ['editor', undefined],
] as const)("without IRM's API one line tells %s what it would add, and who can set it up", async (login, link) => {
  const { id } = await on.connect('Prod');
  const { irm: _, ...person } = await on.world.signIn(login);
  await on.openWith(id, person);
  expect(plain()).toContain("With access to IRM's API, the integration, its open alert groups and past outages");
  const found = inIrm().queryByRole('link', { name: link });
  if (link) {
    expect(found).toHaveAttribute('href', '/plugins/irmconnect-setup-app');
  } else {
    expect(found).not.toBeInTheDocument();
    expect(plain()).toContain('An Admin can set it up.');
  }
  expect(on.askedIrm(/./)).toBe(0);
});

test('a viewer is told who sees it, and nothing is asked of IRM', async () => {
  const { id } = await on.connect('Prod');
  const services = { ...(await on.world.signIn('viewer')), irm: undefined, irmAccess: 'notForViewers' as const };
  await on.openWith(id, services);
  expect(inIrm().getByText("IRM's side is shown to Editors and Admins.")).toBeVisible();
  expect(on.askedIrm(/./)).toBe(0);
});
