/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { renderInApp } from '../../tests/support/render';
import { standIns } from '../../tests/support/standIns';
import type { StepProgress } from '../connection/apply/types';
import { endpointUrl } from '../connection/endpoint/integrationPath';
import { planConnection } from '../connection/plan/planConnection';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { desiredConnection, endpoint, integration } from '../connection/testing/fixtures';
import { NO_FOLDER, objects } from '../connection/testing/planning';
import { ApplyFailure } from './ApplyFailure';
import { PlanView } from './PlanView';

const world = standIns();
let services: Awaited<ReturnType<typeof world.signIn>>;
beforeAll(async () => {
  services = await world.signIn('editor');
});
afterAll(() => world.stop());

const nothing = objects({ folder: NO_FOLDER });
const timeout: GrafanaError = { reason: 'timeout', message: 'timeout', status: undefined };

test('each object is listed with what happens to it; what exists is linked', () => {
  const existing = integration({ name: 'IRM Production', url: endpointUrl(endpoint) });
  const observed = { ...nothing, integrations: [existing] };
  renderInApp(<PlanView plan={planConnection(desiredConnection(), observed)} />, { services });
  const items = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(items[0]).toMatch(/^UnchangedContact point for alertsIRM Production/);
  expect(items[1]).toMatch(/^CreateContact point for the heartbeat/);
  expect(items[2]).toMatch(/^CreateFolderIRM heartbeats/);
  expect(items[3]).toMatch(/^CreateAlert rule/);
  expect(screen.getByRole('link', { name: 'IRM Production' })).toHaveAttribute(
    'href',
    '/alerting/notifications?search=IRM+Production'
  );
  expect(document.body).not.toHaveTextContent(endpoint.token);
});

test('what stands in the way is said, and what is only good to know is told apart from it', () => {
  const locked = integration({ name: 'IRM Production', url: endpointUrl(endpoint), provenance: 'api' });
  const others = integration({ uid: 'others', name: 'Beats', type: 'email', url: '' });
  const observed = { ...nothing, integrations: [locked, others] };
  const desired = desiredConnection();
  const heartbeat = desired.heartbeat && { ...desired.heartbeat, contactPointName: 'Beats' };
  renderInApp(<PlanView plan={planConnection({ ...desired, heartbeat }, observed)} />, { services });
  expect(screen.getByRole('alert')).toHaveTextContent(/another contact point named "Beats"/);
  expect(screen.getByText('Note')).toBeVisible();
  expect(screen.getByText(/is provisioned/)).toBeVisible();
});

test('while it is applied every object shows how far it got, in words', () => {
  const plan = planConnection(desiredConnection(), nothing);
  const states = ['done', 'failed', 'skipped', 'skipped'] as const;
  const progress = plan.steps.map((step, index): StepProgress => ({
    step,
    state: states[index] ?? 'waiting',
    ...(index === 1 && { error: timeout, uncertain: true }),
  }));
  renderInApp(<PlanView plan={plan} progress={progress} />, { services });
  const items = screen.getAllByRole('listitem');
  expect(items[0]).toHaveTextContent('Done');
  expect(items[1]).toHaveTextContent('Failed');
  expect(items[1]).toHaveTextContent('Grafana took too long to answer');
  expect(items[1]).toHaveTextContent('It may have been done anyway.');
  expect(items[2]).toHaveTextContent('Skipped');
  expect(screen.getByRole('link', { name: 'IRM Production' })).toBeVisible();
});

test('a failure whose outcome is not known does not say that Grafana did not answer', () => {
  const { steps } = planConnection(desiredConnection(), nothing);
  const progress = steps.map((step): StepProgress => ({ step, state: 'failed', uncertain: true }));
  const outcome = { result: 'failed', steps: progress, reached: [], remaining: steps } as const;
  renderInApp(<ApplyFailure outcome={{ ...outcome, reached: [] }} button={undefined} />, { services });
  expect(screen.getByText('May have been done')).toBeVisible();
});
