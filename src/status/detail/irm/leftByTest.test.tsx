/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { applyPlan } from '../../../connection/apply/applyPlan';
import { TEST_LABEL } from '../../../connection/desired/objects';
import { planRealAlert } from '../../../connection/real-alert/plans';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { inIrm, irmStage, texts } from './testing/irmStage';

const TEST = 'irmc-00112233aabbccdd';

let on: ReturnType<typeof irmStage>;
beforeEach(async () => {
  on = irmStage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

/** A connection whose integration has an alert group that a test opened. */
async function withGroupOfTest({ minutesAgo = 11 } = {}) {
  const { url, alert } = await on.newIntegration('Production');
  const { id } = await on.connect('Production', { url });
  await alert('Disk full');
  await alert('Test', { [TEST_LABEL]: TEST });
  await on.world.clock.advance(minutesAgo * 60_000);
  return { id, alert };
}

const resolveButton = () => inIrm().queryByRole('button', { name: 'Resolve it now' });
const states = async () => (await on.world.alertGroups()).map(({ state }) => state).sort();

test('the alert group of a test whose page was lost is resolved from the page of the connection', async () => {
  const { id } = await withGroupOfTest();
  const { toasts } = await on.openPage(id);
  expect(inIrm().getAllByText('Opened by a test that is over.')).toHaveLength(1);
  const button = resolveButton();
  expect(button).toBeVisible();
  await on.press(button as HTMLElement);
  await on.letIrmAnswer();
  expect(await states()).toEqual(['firing', 'resolved']);
  expect(toasts).toEqual(['The alert group of the test is resolved in IRM']);
  expect(texts('Newest open alert groups')).toHaveLength(1);
  expect(resolveButton()).not.toBeInTheDocument();
});

test('where another alert joined it meanwhile, only a person resolves both', async () => {
  const { id, alert } = await withGroupOfTest();
  await alert('Test', { [TEST_LABEL]: TEST });
  await on.openPage(id);
  await on.press(resolveButton() as HTMLElement);
  await on.letIrmAnswer();
  expect(await states()).toEqual(['firing', 'firing']);
  expect(inIrm().getByText('Another alert joined the group, so it was left open.')).toBeVisible();
  await on.press(inIrm().getByRole('button', { name: 'Resolve the whole group' }));
  await on.letIrmAnswer();
  expect(await states()).toEqual(['firing', 'resolved']);
});

test('one that a resolved message may still close is left to it', async () => {
  const { id } = await withGroupOfTest({ minutesAgo: 9 });
  await on.openPage(id);
  expect(texts('Newest open alert groups')).toHaveLength(2);
  expect(resolveButton()).not.toBeInTheDocument();
});

test('a test whose rule still fires is not over', async () => {
  const { id } = await withGroupOfTest();
  const { grafana } = await on.world.signIn('admin');
  const objects = await readGrafana(grafana);
  if (!objects.ok) {
    throw new Error(objects.error.message);
  }
  const now = on.world.clock.now();
  const mark = { startedAt: now, until: now + 600_000, groupWait: 30, groupInterval: 300, connection: id, by: 'Anna' };
  const wish = { mark, testId: TEST, labels: {}, receiver: undefined };
  expect((await applyPlan(planRealAlert(wish, objects.value), grafana)).result).toBe('applied');
  await on.openPage(id);
  expect(texts('Newest open alert groups')).toHaveLength(2);
  expect(resolveButton()).not.toBeInTheDocument();
  expect(screen.queryByText('Opened by a test that is over.')).not.toBeInTheDocument();
});
