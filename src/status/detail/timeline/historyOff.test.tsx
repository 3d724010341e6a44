/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => window.localStorage.clear());
afterEach(() => on.end());

const NOT_KEPT = 'This Grafana does not keep the state history of rules (unified_alerting.state_history is disabled).';

const openLog = async (id: string) => {
  const { press } = await openDetail(on, id);
  await press('Delivery log and rule states');
};

test('where Grafana keeps no state history, that is said, and the rest of the page goes on', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED: 'false' } });
  const { id } = await on.connect('Production');
  await on.pass(40);
  await openLog(id);
  expect(await screen.findByText(NOT_KEPT)).toBeVisible();
  expect(screen.queryByText('No change in this time.')).not.toBeInTheDocument();
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Up');
});

test('a history without changes is told from one that is not kept', async () => {
  on = stage();
  const { id } = await on.connect('Production');
  await openLog(id);
  expect(await screen.findByText('No change in this time.')).toBeVisible();
  expect(screen.queryByText(NOT_KEPT)).not.toBeInTheDocument();
});
