/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { namesToRemove, planRemoval } from '../../connection/actions/remove';
import { applyPlan } from '../../connection/apply/applyPlan';
import { connectionWithId, type Connection } from '../../connection/ownership/connections';
import { readGrafana } from '../../connection/reading/readGrafana';
import { readSurroundings } from '../../connection/reading/uses';
import { stage } from '../../status/testing/stage';
import { loadJourney, saveJourney } from '../step/journey';
import { isProven } from '../step/isProven';
import { openWizard } from '../testing/openWizard';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

async function read() {
  const { grafana } = await on.world.signIn('admin');
  const reading = await readGrafana(grafana);
  if (!reading.ok) {
    throw new Error(reading.error.message);
  }
  return { grafana, reading: reading.value };
}

async function remove({ id }: Connection) {
  const { grafana, reading } = await read();
  const connection = connectionWithId(id, reading);
  const surroundings = connection && (await readSurroundings(grafana, namesToRemove(connection)));
  if (!connection || !surroundings?.ok) {
    throw new Error('nothing to remove');
  }
  const { result } = await applyPlan(planRemoval(connection, reading, surroundings.value).plan, grafana);
  expect(result).toBe('applied');
}

test('a heartbeat of the same name that was removed right before proves nothing of the new one', async () => {
  const { endpoint: url } = on.world.newIntegration('Production');
  const before = await on.connect('Production', { url });
  await on.pass(40);
  await remove(before);
  const { id } = await on.connect('Production', { url });
  expect(id).toBe(before.id);
  await openWizard(on, id, 'verify');
  expect(screen.getByText('Waiting for the first heartbeat')).toBeVisible();
  expect(screen.queryByText('Heartbeat delivered')).not.toBeInTheDocument();
  expect(screen.getByText('No test alert was accepted yet')).toBeVisible();
  expect(screen.queryByText(/^Connected/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Verify +\(to do\)/ })).toBeVisible();
  await on.pass(40);
  expect(screen.getByText('Heartbeat delivered')).toBeVisible();
});

test('nor does what this browser saw of it, once a contact point is created anew', async () => {
  const { endpoint: url } = on.world.newIntegration('Production');
  const connection = await on.connect('Production', { url });
  await remove(connection);
  const earlier = { testedAt: 1, answeredMs: 12, isSeen: true, enabledAt: 2, firstBeatAt: 3 };
  saveJourney(connection.id, earlier);
  const { user } = await openWizard(on, 'new', 'integration');
  await user.click(screen.getByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(url);
  await on.press(screen.getByRole('button', { name: 'Next' }));
  await on.press(screen.getByRole('button', { name: 'Create contact point' }));
  const journey = loadJourney(connection.id);
  expect(journey.madeAt).toBeGreaterThan(earlier.firstBeatAt);
  expect(journey.testedAt).toBeGreaterThan(earlier.firstBeatAt);
  expect(Object.keys(journey).filter((key) => ['isSeen', 'enabledAt', 'firstBeatAt'].includes(key))).toEqual([]);
});

test('an alert that went to a contact point of the same name before is no proof, and its failure no disproof', async () => {
  const connection = await on.connect('Production', { withHeartbeat: false });
  const { reading } = await read();
  const name = connection.alertContactPoint?.name ?? '';
  const status = { type: 'webhook', lastAttempt: 1_000, cause: undefined, sendResolved: true };
  const after = (lastError: string | undefined, journey: Parameters<typeof isProven>[2]) => {
    const deliveries = [{ name, integrations: [{ ...status, lastError }] }];
    const memory = { beats: {}, log: {}, severalReplicas: false };
    return isProven(connection, { reading: { ...reading, deliveries }, memory }, journey);
  };
  expect(after(undefined, {})).toBe(true);
  expect(after(undefined, { madeAt: 2_000 })).toBe(false);
  expect(after('no such host', { testedAt: 500 })).toBe(false);
  expect(after('no such host', { madeAt: 2_000, testedAt: 2_500 })).toBe(true);
});
