/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, screen, within } from '@testing-library/react';
import { stage } from '../testing/stage';

const STATUS = '/a/irmconnect-setup-app/status';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

const CITIES = ['Berlin', 'Bern', 'Oslo', 'Paris', 'Rome', 'Wien'];

/** Six connections, of which those without a heartbeat are unfinished. */
async function sixConnections(withoutHeartbeat: readonly string[]) {
  const ids: Record<string, string> = {};
  for (const city of CITIES) {
    ids[city] = (await on.connect(city, { withHeartbeat: !withoutHeartbeat.includes(city) })).id;
  }
  await on.pass(30);
  return (city: string) => ids[city] ?? '';
}

const table = () => screen.getByRole('table', { name: 'Connections' });
const names = () =>
  within(table())
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
const line = (name: string) => screen.getByRole('row', { name: new RegExp(`IRM ${name}\\b`) });
const search = () => screen.getByRole('textbox', { name: 'Search connections' });
const states = () => within(screen.getByRole('group', { name: 'Filter by state' }));

test('more than a handful are a table with one line each, the worst first', async () => {
  const idOf = await sixConnections(['Oslo']);
  await on.openStatus('viewer');
  expect(names()).toEqual(['Oslo', 'Berlin', 'Bern', 'Paris', 'Rome', 'Wien'].map((city) => `IRM ${city}`));
  expect(table()).toHaveAttribute('aria-rowcount', '7');
  expect(line('Oslo')).toHaveAttribute('aria-rowindex', '2');
  expect(line('Oslo')).toHaveTextContent('No heartbeat');
  expect(within(line('Oslo')).getByRole('link', { name: 'Continue setup' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/setup/${idOf('Oslo')}`
  );
  expect(within(line('Rome')).getByRole('link', { name: 'IRM Rome' })).toHaveAttribute(
    'href',
    `${STATUS}/${idOf('Rome')}`
  );
  expect(line('Rome')).toHaveTextContent(/s ago.*in \d.min/);
});

test('what is in doubt unfolds below its line, and the unfolded line is part of the address', async () => {
  const idOf = await sixConnections([]);
  const { user, search: address } = await on.openStatus('viewer');
  await user.click(screen.getByRole('button', { name: 'Show details of IRM Oslo' }));
  const fold = screen.getByRole('button', { name: 'Hide details of IRM Oslo' });
  expect(fold).toHaveAttribute('aria-expanded', 'true');
  const details = document.getElementById(fold.getAttribute('aria-controls') ?? '');
  expect(details).toHaveTextContent('Heartbeat interval10 min');
  expect(details).toHaveTextContent(/Time between heartbeats\d.min/);
  expect(details).toHaveTextContent('Last alert sentNone seen');
  await on.pass(1);
  expect(address()).toBe(`?connection=${idOf('Oslo')}`);
  await user.click(fold);
  await on.pass(1);
  expect(address()).toBe('');
});

test('a link to one of many shows it unfolded', async () => {
  const idOf = await sixConnections([]);
  await on.openStatus('viewer', `${STATUS}?connection=${idOf('Paris')}`);
  expect(screen.getByRole('button', { name: 'Hide details of IRM Paris' })).toBeVisible();
});

test('connections are searched and filtered, and the filter is part of the address', async () => {
  await sixConnections(['Bern', 'Oslo']);
  const { user, search: address } = await on.openStatus('viewer', `${STATUS}?state=none&orgId=1`);
  expect(names()).toEqual(['IRM Bern', 'IRM Oslo']);
  expect(states().getByRole('button', { name: 'No heartbeat 2' })).toHaveAttribute('aria-pressed', 'true');

  await user.type(search(), 'ber');
  expect(names()).toEqual(['IRM Bern']);
  await on.pass(1);
  expect(address()).toBe('?orgId=1&search=ber&state=none');
  await user.click(states().getByRole('button', { name: 'No heartbeat 2' }));
  expect(names()).toEqual(['IRM Bern', 'IRM Berlin']);
  await user.type(search(), 'x');
  expect(screen.getByText('No connections match.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(names()).toHaveLength(6);
});

test('the filter of a link that is followed on the page takes the place of the one before', async () => {
  await sixConnections(['Bern']);
  const { user } = await on.openStatus('viewer', `${STATUS}?search=oslo`);
  expect(names()).toEqual(['IRM Oslo']);
  const menu = document.body.appendChild(document.createElement('a'));
  menu.href = STATUS;
  await user.click(menu);
  menu.remove();
  expect(search()).toHaveValue('');
  expect(names()).toHaveLength(6);
});

test('with one state alone there is nothing to choose', async () => {
  await sixConnections([]);
  await on.openStatus('viewer');
  expect(search()).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Filter by state' })).not.toBeInTheDocument();
});

test('of a long list only what is near is drawn, and a linked line wherever it is; its length is told', async () => {
  for (let number = 10; number < 80; number += 1) {
    await on.connect(`City ${number}`, { withHeartbeat: false });
  }
  const { id } = await on.connect('City 99', { withHeartbeat: false });
  await on.openStatus('viewer', `${STATUS}?connection=${id}`);
  expect(table()).toHaveAttribute('aria-rowcount', '72');
  expect(names()).toContain('IRM City 10');
  expect(names()).not.toContain('IRM City 55');
  expect(line('City 99')).toHaveAttribute('aria-rowindex', '72');
});

test('whoever stands on a line keeps it when a refresh puts it elsewhere', async () => {
  const { grafana } = await on.world.signIn('admin');
  for (let number = 10; number < 24; number += 1) {
    await on.connect(`City ${number}`);
  }
  const { rule } = await on.connect('City 99');
  await on.pass(30);
  await on.openStatus('viewer');
  expect(names().at(-1)).toBe('IRM City 99');
  act(() => screen.getByRole('button', { name: 'Show details of IRM City 99' }).focus());
  if (rule) {
    await grafana.writeRule({ ...rule, isPaused: true }, rule);
  }
  await on.pass(15);
  expect(names()[0]).toBe('IRM City 99');
  expect(screen.getByRole('button', { name: 'Show details of IRM City 99' })).toHaveFocus();
});
