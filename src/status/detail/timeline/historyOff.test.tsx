/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => window.localStorage.clear());
afterEach(() => on.end());

const NOT_KEPT =
  'This Grafana does not write down how rules change their state (unified_alerting.state_history is switched off). Beats and the state of this moment are seen all the same; how many replicas evaluate cannot be told.';

test('where Grafana keeps no state history, that is said, and the rest of the page goes on', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED: 'false' } });
  const { id } = await on.connect('Production');
  await on.pass(40);
  await openDetail(on, id);
  expect(screen.getByText(NOT_KEPT)).toBeVisible();
  expect(screen.queryByText('Grafana knows of no change in this time.')).not.toBeInTheDocument();
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Up');
});

test('a history without changes is told from one that is not kept', async () => {
  on = stage();
  const { id } = await on.connect('Production');
  await openDetail(on, id);
  expect(screen.getByText('Grafana knows of no change in this time.')).toBeVisible();
  expect(screen.queryByText(NOT_KEPT)).not.toBeInTheDocument();
});
