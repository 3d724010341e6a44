/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { irmStage } from '../detail/irm/testing/irmStage';

let on: ReturnType<typeof irmStage>;
beforeEach(() => (on = irmStage()));
afterEach(() => on.end());

const card = (name: string) => {
  const found = within(screen.getByRole('list', { name: 'Connections' }))
    .getAllByRole('listitem')
    .find((one) => within(one).queryByRole('heading', { name }));
  if (!found) {
    throw new Error(`no card for ${name}`);
  }
  return within(found);
};
/** What stands under a label of a card. */
const fact = (name: string, label: string) =>
  [...(card(name).getByText(label).parentElement?.querySelectorAll('dd') ?? [])].map((one) => one.textContent);

test('cards name the integration and its team, and tell of maintenance and of one that is gone', async () => {
  await on.world.withIrmApi();
  const production = await on.newIntegration('Production of all', { team: 'SRE' });
  const resting = await on.newIntegration('Resting');
  const gone = await on.newIntegration('Gone');
  await on.connect('A', { url: production.url });
  await on.connect('B', { url: resting.url });
  await on.connect('C', { url: gone.url });
  await on.atIrm(`/integrations/${resting.id}/maintenance`, { mode: 'debug', seconds: 3600 }, 'PUT');
  await on.atIrm(`/integrations/${gone.id}`, undefined, 'DELETE');
  await on.pass(30);
  await on.openStatus('editor');
  await on.letIrmAnswer();

  expect(fact('IRM A', 'In IRM')).toEqual(['Production of all', 'team SRE']);
  expect(card('IRM A').queryByText('In debug mode')).not.toBeInTheDocument();
  expect(fact('IRM B', 'In IRM')).toEqual(['Resting']);
  expect(fact('IRM B', 'In debug mode')).toEqual([expect.stringMatching(/^until \d\d:\d\d:\d\d$/), 'nobody is paged']);
  expect(fact('IRM C', 'In IRM')).toEqual(['Gone', 'alerts sent there are lost']);
  expect(on.askedIrm(/integrations$/)).toBe(1);
  await on.pass(55);
  expect(on.askedIrm(/integrations$/)).toBe(1);
  await on.pass(15);
  expect(on.askedIrm(/integrations$/)).toBe(2);
});

test('with more integrations than are read, none is called gone, and a page of one connection makes it known', async () => {
  await on.world.withIrmApi();
  for (let index = 0; index < 320; index += 1) {
    on.world.newIntegration(`Other ${index}`);
  }
  const { url } = await on.newIntegration('Number 321');
  await on.connect('A', { url });
  await on.pass(30);
  const { user } = await on.openStatus('editor');
  await on.letIrmAnswer();
  expect(on.askedIrm(/integrations$/)).toBe(3);
  expect(card('IRM A').queryByText('In IRM')).not.toBeInTheDocument();

  await user.click(screen.getByRole('link', { name: 'IRM A' }));
  await on.letIrmAnswer();
  expect(screen.getByText('Number 321')).toBeVisible();
  // Grafana's own breadcrumb, which the page does not draw itself.
  const back = document.body.appendChild(document.createElement('a'));
  back.href = '/a/irmconnect-setup-app/status';
  await user.click(back);
  back.remove();
  await on.letIrmAnswer();
  expect(fact('IRM A', 'In IRM')).toEqual(['Number 321']);
});

test('trouble with IRM and a hidden page are not seen on the cards', async () => {
  await on.world.withIrmApi();
  const { url } = await on.newIntegration('Production');
  await on.connect('A', { url });
  await on.pass(30);
  await on.atIrm('/fault', { kind: 'nonsense' }, 'PUT');
  await on.openStatus('editor');
  await on.letIrmAnswer();
  expect(card('IRM A').getByText('Up')).toBeVisible();
  expect(card('IRM A').queryByText('In IRM')).not.toBeInTheDocument();
  expect(screen.queryByText('Unexpected answer from IRM')).not.toBeInTheDocument();

  await on.setHidden(true);
  const before = on.askedIrm(/./);
  await on.pass(130);
  expect(on.askedIrm(/./)).toBe(before);
});

test("without IRM's API cards are as they were, and nothing is asked", async () => {
  await on.connect('A');
  await on.openStatus('editor');
  expect(card('IRM A').queryByText('In IRM')).not.toBeInTheDocument();
  expect(on.askedIrm(/./)).toBe(0);
});
