/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { act, screen, within } from '@testing-library/react';
import { useMemo } from 'react';
import type { Overview, OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import { ServerClock } from '../../ui/time/ServerClock';
import { useOverview } from '../summary/useOverview';
import { stage } from '../testing/stage';
import { Connections } from './Connections';

let on: ReturnType<typeof stage>;
const drawn = new Set<string>();
beforeEach(() => {
  on = stage();
  drawn.clear();
});
afterEach(() => on.end());

const watched = new WeakMap<OverviewRow, OverviewRow>();

/** The same row, which notes when its routing is asked for: a line does so each time that it is drawn, a filter does not. */
function watch(row: OverviewRow): OverviewRow {
  const known = watched.get(row);
  if (known) {
    return known;
  }
  const { routing, ...others } = row;
  const noting = {
    ...others,
    get routing() {
      drawn.add(nameOf(row.connection));
      return routing;
    },
  };
  watched.set(row, noting);
  return noting;
}

const watchAll = (overview: Overview): Overview => ({ ...overview, rows: overview.rows.map(watch) });

function WatchedConnections() {
  const { data, overview } = useOverview();
  const noting = useMemo(() => overview && watchAll(overview), [overview]);
  return data && noting ? (
    <ServerClock value={data.clockOffset}>
      <Connections overview={noting} data={data} />
    </ServerClock>
  ) : null;
}

const CITIES = ['Berlin', 'Bern', 'Oslo', 'Paris', 'Rome', 'Wien'];

async function openSix() {
  for (const city of CITIES) {
    await on.connect(city, { withHeartbeat: city !== 'Wien' });
  }
  await on.pass(30);
  const { user } = await on.open('viewer', <WatchedConnections />);
  await on.settle();
  const search = screen.getByRole('textbox', { name: 'Search connections' });
  drawn.clear();
  return { user, search };
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('a letter that leaves all connections draws no line anew, and neither does the address that follows', async () => {
  const { user, search } = await openSix();
  await user.type(search, 'i');
  await act(() => jest.advanceTimersByTimeAsync(500));
  expect(search).toHaveValue('i');
  expect(names()).toHaveLength(6);
  expect([...drawn]).toEqual([]);
});

test('a filter draws only the lines whose connection or place is another', async () => {
  const { user, search } = await openSix();
  const before = names();
  // At once, because the first letter alone may occur in ids, which are made up anew each time.
  await user.click(search);
  await user.paste('ber');
  expect(names()).toEqual(['IRM Berlin', 'IRM Bern']);
  const moved = ['IRM Berlin', 'IRM Bern'].filter((name) => before.indexOf(name) !== names().indexOf(name));
  expect([...drawn].sort()).toEqual(moved);
  drawn.clear();
  await user.clear(search);
  expect(names()).toEqual(before);
  expect(drawn).toContain('IRM Oslo');
});

test('with a tick only texts that tell the time change, and only where they read otherwise', async () => {
  await openSix();
  const changed = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const line = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>('[role="row"]');
      changed.add(line ? (within(line).getByRole('rowheader').textContent ?? '') : 'elsewhere');
    }
  });
  observer.observe(screen.getByRole('table'), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  await act(() => jest.advanceTimersByTimeAsync(6000));
  observer.disconnect();
  expect([...drawn]).toEqual([]);
  expect([...changed].sort()).toEqual(CITIES.filter((city) => city !== 'Wien').map((city) => `IRM ${city}`));
});
