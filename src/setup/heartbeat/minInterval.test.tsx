/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { openWizard } from '../testing/openWizard';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage({ env: { GF_UNIFIED_ALERTING_MIN_INTERVAL: '5m' } });
});
afterEach(() => on.end());

const text = (element: HTMLElement) => element.textContent?.replaceAll('\u00a0', ' ') ?? '';

test('before the click: what a short heartbeat interval means where rules are seldom evaluated, and which one holds', async () => {
  const { id } = await on.connect('Production', { interval: 60 });
  await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  expect(screen.getByLabelText('Evaluation interval')).toHaveValue('5m');
  expect(text(screen.getByRole('list', { name: 'Reasons' }))).toContain(
    'Every restart of Grafana pages you: the first heartbeat waits for an evaluation, and this Grafana evaluates rules at most every 5 min (min_interval). Select a heartbeat interval of 10 min or longer, or ask an administrator to lower min_interval.'
  );
  expect(screen.getByRole('row', { name: /First heartbeat after saving/ })).toHaveTextContent(/5 min/);
});

test('a rule that asks to be evaluated more often than this Grafana does is told of, and stays as it is', async () => {
  const { id } = await on.connect('Production', { timing: { evaluationInterval: 10 } });
  await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  expect(screen.getByLabelText('Evaluation interval')).toHaveValue('10s');
  expect(text(screen.getByRole('list', { name: 'Reasons' }))).toContain(
    'This Grafana evaluates rules at most every 5 min (min_interval), even with an evaluation interval of 10 s.'
  );
});

test('on the status page such a heartbeat is up all the time', async () => {
  const { id } = await on.connect('Production', { timing: { evaluationInterval: 10 } });
  await on.pass(320);
  await on.openStatus('viewer', `/a/irmconnect-setup-app/status/${id}`);
  await on.settle();
  for (let minute = 0; minute < 11; minute += 1) {
    expect(screen.getAllByText('Up')[0]).toBeVisible();
    await on.pass(60);
  }
});
