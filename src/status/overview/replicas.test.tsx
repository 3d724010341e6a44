/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { irmStage } from '../detail/irm/testing/irmStage';

let on: ReturnType<typeof irmStage>;
afterEach(() => on.end());

const card = (name: string) => {
  const [found] = within(screen.getByRole('list', { name: 'Connections' }))
    .getAllByRole('listitem')
    .filter((one) => within(one).queryByRole('heading', { name }));
  return found;
};

/** A connection that the first replica sends the beats of, and one looks at the second. */
async function sentByTheFirst() {
  on = irmStage({ replicas: 2 });
  await on.world.withIrmApi();
  on.world.route(0);
  const { id, url } = await on.newIntegration('Production');
  await on.connect('Production', { url, interval: 60 });
  await on.pass(120);
  return { id, url };
}

test("on the cards IRM's side decides for what one replica cannot tell, with one request a minute", async () => {
  await sentByTheFirst();
  await on.openStatus('editor');
  await on.letIrmAnswer();
  expect(card('IRM Production')).toHaveTextContent('Up');
  expect(on.askedIrm(/alert_groups/)).toBe(0);

  on.world.route(1);
  await on.pass(60);
  await on.letIrmAnswer();
  expect(card('IRM Production')).toHaveTextContent('Up');
  const before = on.askedIrm(/alert_groups/);
  expect(before).toBeGreaterThan(0);
  await on.pass(120);
  expect(on.askedIrm(/alert_groups/) - before).toBeLessThanOrEqual(2);
});

test('it is down on the cards once IRM has raised its alert, whatever the replica that answers knows', async () => {
  await sentByTheFirst();
  await on.openStatus('editor');
  on.world.route(1);
  on.world.replicas[0]?.restart('kill', 86_400_000);
  on.world.replicas[1]?.stop();
  await on.pass(900);
  await on.letIrmAnswer();
  expect(card('IRM Production')).toHaveTextContent('Down');
  expect(card('IRM Production')).toHaveTextContent('IRM receives no heartbeats and has raised an alert.');
});

test('what a page that was hidden for long knew of IRM decides nothing when it is looked at again', async () => {
  await sentByTheFirst();
  await on.openStatus('editor');
  on.world.route(1);
  await on.pass(60);
  await on.letIrmAnswer();
  expect(card('IRM Production')).toHaveTextContent('Up');
  await on.setHidden(true);
  await on.pass(300);
  await on.atIrm('/fault', { kind: 'nonsense' }, 'PUT');
  await on.setHidden(false);
  await on.letIrmAnswer();
  expect(card('IRM Production')).toHaveTextContent('Unknown');
  expect(card('IRM Production')).toHaveTextContent('Next heartbeatNot known');
});
