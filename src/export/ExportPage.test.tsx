/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { config } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../status/testing/stage';
import { exportPath } from '../ui/pagePaths';
import ExportPage from './ExportPage';

let scene: ReturnType<typeof stage>;
beforeEach(() => {
  scene = stage();
});
afterEach(() => scene.end());

type Who = Parameters<ReturnType<typeof stage>['open']>[0];

const open = (who: Who, connectionId?: string, more?: Parameters<ReturnType<typeof stage>['open']>[3]) =>
  scene.open(
    who,
    <Routes>
      <Route path="/a/irmconnect-setup-app/export" element={<ExportPage />} />
    </Routes>,
    exportPath(connectionId),
    more
  );

const code = (name: RegExp | string) => screen.getByRole('group', { name }).textContent ?? '';

test('a Viewer gets one connection as Terraform, YAML and JSON, with what to type, and never its token', async () => {
  const connection = await scene.connect('IRM Production');
  await scene.connect('IRM Staging');
  await open('viewer', connection.id);
  await scene.settle();
  expect(code('irm-production.tf')).toContain('resource "grafana_contact_point" "irm_production"');
  expect(code('irm-production.tf')).not.toContain('Staging');
  expect(document.body).toHaveTextContent("export TF_VAR_irm_production_url='<HTTP endpoint from IRM>'");

  await scene.press(screen.getByRole('radio', { name: 'YAML' }));
  expect(code('irm-production.yaml')).toContain('url: "$IRM_PRODUCTION_URL"');
  expect(code('irm-production.yaml')).toContain('url: "${IRM_PRODUCTION_URL}heartbeat/"');
  expect(document.body).toHaveTextContent('/etc/grafana/provisioning/alerting/');

  await scene.press(screen.getByRole('radio', { name: 'JSON' }));
  expect(JSON.parse(code('irm-production.json'))).toMatchObject({ apiVersion: 1 });
  expect(document.body).not.toHaveTextContent(new RegExp(connection.endpoint.token));
});

test('what to type names the address in the browser, as root_url is often left at localhost', async () => {
  const { appUrl, appSubUrl } = config;
  Object.assign(config, { appUrl: 'http://localhost:3000/', appSubUrl: '/grafana' });
  try {
    await scene.connect('IRM Production');
    await open('viewer');
    await scene.settle();
    expect(document.body).toHaveTextContent(`export GRAFANA_URL='${window.location.origin}/grafana'`);
  } finally {
    Object.assign(config, { appUrl, appSubUrl });
  }
});

test('all connections are in one file, with the policies when they are asked for', async () => {
  await scene.connect('IRM Production');
  await scene.connect('IRM Staging');
  await open('admin');
  await scene.settle();
  expect(code('irm-connections.tf')).toMatch(/"irm_production"[^]*"irm_staging"/);
  expect(code('irm-connections.tf')).not.toContain('grafana_notification_policy');
  await scene.press(screen.getByRole('checkbox', { name: 'Include notification policies' }));
  expect(code('irm-connections.tf')).toContain('resource "grafana_notification_policy" "policies"');
  expect(screen.getByText(/replaces all policies of the other Grafana/)).toBeVisible();
});

test('with IRM’s API the integration is exported, too, and its link stands for the address', async () => {
  await scene.world.withIrmApi();
  const connection = await scene.connect('IRM Production');
  await open('admin', connection.id);
  await scene.settle();
  const text = code('irm-production.tf');
  expect(text).toContain('resource "grafana_oncall_integration" "irm_production"');
  expect(text).toMatch(/url += grafana_oncall_integration\.irm_production\.link/);
  expect(text).toContain('"${grafana_oncall_integration.irm_production.link}heartbeat/"');
  expect(text).not.toContain('variable "');
});

test('where IRM cannot be read, it is said that its integrations are left out, until it can', async () => {
  await scene.world.withIrmApi();
  const connection = await scene.connect('IRM Production');
  scene.world.failWith((path) => (path.includes('/irm/') ? new Response('Bad Gateway', { status: 502 }) : undefined));
  await open('admin', connection.id);
  await scene.settle();
  expect(screen.getByText('The integrations in IRM could not be read and are left out.')).toBeVisible();
  expect(screen.getByText('IRM cannot be reached')).toBeVisible();
  expect(code('irm-production.tf')).toContain('variable "irm_production_url"');
  await scene.press(screen.getByRole('radio', { name: 'YAML' }));
  expect(screen.queryByText(/are left out\.$/)).not.toBeInTheDocument();
  await scene.press(screen.getByRole('radio', { name: 'Terraform' }));
  scene.world.failWith();
  await scene.press(screen.getByRole('button', { name: 'Try again' }));
  expect(code('irm-production.tf')).toContain('resource "grafana_oncall_integration" "irm_production"');
  expect(screen.queryByText(/could not be read and are left out/)).not.toBeInTheDocument();
});

test.each([
  ['Grafana’s export', '/api/v1/provisioning/contact-points/export'],
  ['states of the heartbeat rules', '/api/prometheus/grafana/api/v1/rules'],
])('where it waits long for %s the page says so, and shows no text', async (part, slow) => {
  const { id } = await scene.connect('IRM Production');
  const release = scene.world.holdBack((_, path) => path === slow);
  await open('viewer', id);
  await scene.pass(5);
  expect(screen.getByText(`Still reading: ${part}`)).toBeVisible();
  expect(screen.queryByRole('group', { name: 'irm-production.tf' })).not.toBeInTheDocument();
  expect(screen.queryByText('Nothing to export')).not.toBeInTheDocument();
  release();
  // The export is asked for once the connection is known.
  await scene.pass(1);
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();
  expect(code('irm-production.tf')).toContain('IRM Production');
});

test('no text is shown that would be another one once IRM has answered', async () => {
  await scene.world.withIrmApi();
  const connection = await scene.connect('IRM Production');
  const release = scene.world.holdBack((_, path) => path.includes('/irm/'));
  await open('admin', connection.id);
  await scene.settle();
  expect(screen.queryByRole('group', { name: 'irm-production.tf' })).not.toBeInTheDocument();
  await scene.press(screen.getByRole('radio', { name: 'YAML' }));
  expect(code('irm-production.yaml')).toContain('IRM Production');
  await scene.press(screen.getByRole('radio', { name: 'Terraform' }));
  release();
  await scene.settle();
  expect(code('irm-production.tf')).toContain('resource "grafana_oncall_integration" "irm_production"');
});

test.each([
  ['policies', 'cut off', (text: string) => text.slice(0, text.lastIndexOf('policy {') + 10)],
  ['policies', 'of another form', (text: string) => `x${text}`],
  ['policies', 'empty', () => ''],
  ['contact-points', 'cut off', (text: string) => text.slice(0, -10)],
  ['alert-rules', 'of another form', () => 'Bad Gateway'],
])('an export of %s that is %s is no text that leaves something out', async (part, _, spoil) => {
  const connection = await scene.connect('IRM Production');
  await scene.routeTo('IRM Production');
  let isTerraform = false;
  scene.world.failWith((path, { answer }) => {
    if (!path.endsWith(`/${part}/export`)) {
      return undefined;
    }
    const spoiled = isTerraform;
    isTerraform = true;
    return answer().then(async (own) => (spoiled ? new Response(spoil(await own.text())) : own));
  });
  await open('admin', connection.id);
  await scene.settle();
  isTerraform = false;
  await scene.press(screen.getByRole('checkbox', { name: 'Include notification policies' }));
  expect(screen.getByText(/^Grafana did not export the/)).toBeVisible();
  expect(screen.getByRole('alert', { name: 'Unexpected answer from Grafana' })).toBeVisible();
});

test('a refusal names the part and the right, and is tried again', async () => {
  const connection = await scene.connect('IRM Production');
  scene.world.failWith((path) =>
    path.endsWith('/alert-rules/export')
      ? Response.json({ message: 'Permissions needed: alert.rules:read' }, { status: 403 })
      : undefined
  );
  await open('admin', connection.id);
  await scene.settle();
  expect(screen.getByText('Grafana did not export the alert rules.')).toBeVisible();
  const alert = screen.getByRole('alert', { name: /You lack a permission/ });
  expect(alert).toHaveTextContent('alert.rules:read');
  scene.world.failWith();
  await scene.press(within(alert).getByRole('button', { name: 'Try again' }));
  expect(code('irm-production.tf')).toContain('grafana_rule_group');
});

test('without the provisioning API it says so, and asks once more, as Grafana may be restarting', async () => {
  const connection = await scene.connect('IRM Production');
  scene.world.failWith((path) =>
    path.endsWith('/export') ? Response.json({ message: 'Not found' }, { status: 404 }) : undefined
  );
  await open('admin', connection.id);
  await scene.settle();
  const alert = screen.getByRole('alert', { name: 'This Grafana does not export alerting' });
  scene.world.failWith();
  await scene.press(within(alert).getByRole('button', { name: 'Try again' }));
  expect(code('irm-production.tf')).toContain('grafana_rule_group');
});

test('a connection that is not there leads back', async () => {
  await scene.connect('IRM Production');
  await open('admin', '0123456789');
  expect(screen.getByText('Nothing to export')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Connections' })).toHaveAttribute('href', '/a/irmconnect-setup-app/status');
});
