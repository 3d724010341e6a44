/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { renderInApp } from '../../tests/support/render';
import { standIns } from '../../tests/support/standIns';
import { protectedFrom } from '../connection/plan/rights';
import type { Plan } from '../connection/plan/types';
import { integration } from '../connection/testing/fixtures';
import { useRights } from './data/useRights';
import { useApplyPlan } from './useApplyPlan';

const MADE = integration({ uid: 'irmc-1', name: 'IRM' });
const CREATION: Plan = {
  connectionId: '1',
  steps: [
    {
      ...{ object: 'alertContactPoint', name: MADE.name, uid: MADE.uid, action: 'create', changes: [] },
      command: { kind: 'createIntegration', integration: MADE },
    },
  ],
  obstacles: [],
};

function Maker() {
  const { apply } = useApplyPlan();
  const { granted, doors } = useRights();
  const mayReplace = protectedFrom(granted, [MADE], doors).length === 0;
  return (
    <>
      <button onClick={() => apply(CREATION)}>Create</button>
      <button disabled={!mayReplace}>Replace endpoint</button>
    </>
  );
}

test('on 13 an Editor who just made a contact point may replace its endpoint at once', async () => {
  const world = standIns({ version: '13.2.1' });
  const { user } = renderInApp(<Maker />, {
    services: { ...(await world.signIn('editor')), ...world.rightsOf('editor') },
  });
  expect(await screen.findByRole('button', { name: 'Replace endpoint' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Replace endpoint' })).toBeEnabled());
  world.stop();
});

test('a plan that is pressed twice at once is carried out once', async () => {
  const world = standIns();
  renderInApp(<Maker />, { services: await world.signIn('editor') });
  const button = screen.getByRole('button', { name: 'Create' });
  fireEvent.click(button);
  fireEvent.click(button);
  const written = () => world.asked.filter((one) => !one.startsWith('GET '));
  await waitFor(() => expect(written().length).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(written()).toHaveLength(1);
  world.stop();
});
