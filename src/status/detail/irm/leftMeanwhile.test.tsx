/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { TEST_LABEL } from '../../../connection/desired/objects';
import type { AlertGroup } from '../../../connection/irm/irmPort';
import { useUpdateIntegration } from '../../../ui/irm/useUpdateIntegration';
import { ResolveInIrm } from '../drill/ResolveInIrm';
import { ResolveAlertGroup } from '../real-alert/ResolveAlertGroup';
import { LeftByTest } from './LeftByTest';
import { irmStage } from './testing/irmStage';

const TEST = 'irmc-00112233aabbccdd';
const LEFT_UNDONE = 'IRM did not confirm all changes. Go back to the page to see what is left.';

let on: ReturnType<typeof irmStage>;
beforeEach(async () => {
  on = irmStage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

/** The alert group that a test opened in an integration of IRM. */
async function groupOfTest(): Promise<{ group: AlertGroup; integrationId: string }> {
  const { alert } = await on.newIntegration('Production');
  await alert('Test', { [TEST_LABEL]: TEST });
  await on.world.clock.advance(60_000);
  const { irm } = await on.world.signIn('editor');
  const integrations = await irm?.listIntegrations({ name: 'Production' });
  const [integration] = integrations?.ok ? integrations.value.items : [];
  const groups = integration && (await irm?.listAlertGroups({ integrationId: integration.id }));
  const [group] = groups?.ok ? groups.value.items : [];
  if (!integration || !group) {
    throw new Error('no alert group');
  }
  return { group, integrationId: integration.id };
}

/** From now on what is written to IRM waits for the answered function, and then fails where that is wished. */
function holdWrites(fails: boolean): () => void {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  on.world.failWith((_, { method, answer }) =>
    method === 'GET'
      ? undefined
      : gate.then(() => (fails ? Response.json({ detail: 'no' }, { status: 500 }) : answer()))
  );
  return release;
}

function Update({ id }: { id: string }) {
  const { update } = useUpdateIntegration(id);
  return <button onClick={() => update({ templates: { groupingKey: 'a', resolveSignal: 'b' } })}>Write</button>;
}

const mark = { startedAt: 0, until: 0, groupWait: 30, groupInterval: 300, connection: '', by: '' };

type Found = Awaited<ReturnType<typeof groupOfTest>>;
const WRITES: Array<[string, (found: Found) => ReactElement, RegExp, string]> = [
  ['a change of an integration', ({ integrationId }) => <Update id={integrationId} />, /Write/, 'Changes saved in IRM'],
  [
    'an alert group of a drill',
    ({ group }) => <ResolveInIrm groups={[group]} />,
    /Resolve in IRM/,
    'Alert group resolved in IRM',
  ],
  [
    'an alert group of a real alert',
    ({ group }) => <ResolveAlertGroup group={group} alert={{ testId: TEST, mark }} isClosedByItself={false} />,
    /Resolve in IRM/,
    'Alert group resolved in IRM',
  ],
  [
    'an alert group of a test',
    ({ group, integrationId }) => (
      <LeftByTest group={{ ...group, state: 'firing' }} testId={TEST} integrationId={integrationId} />
    ),
    /Resolve it now/,
    'The alert group of the test is resolved in IRM',
  ],
];

async function leaveDuring(write: (typeof WRITES)[number], fails: boolean) {
  const [, element, button] = write;
  const view = await on.open('editor', element(await groupOfTest()));
  const release = holdWrites(fails);
  await on.press(screen.getByRole('button', { name: button }));
  await on.letIrmAnswer();
  view.unmount();
  expect(view.toasts).toEqual([]);
  release();
  await on.letIrmAnswer();
  return view.toasts;
}

test.each(WRITES)('%s that succeeded is told to whoever left the page meanwhile', async (...write) => {
  expect(await leaveDuring(write, false)).toEqual([write[3]]);
});

test.each(WRITES)('%s that failed is told to whoever left the page meanwhile', async (...write) => {
  expect(await leaveDuring(write, true)).toEqual([LEFT_UNDONE]);
});
