/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { useReading } from './useReading';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** Tells how things stand, as every page does in its own words. */
function Watch() {
  const { data, error } = useReading();
  return <p role="status">{error ? `trouble: ${error.reason}` : data ? 'read' : 'waiting'}</p>;
}

const state = () => screen.getByRole('status').textContent;

/** At which seconds from now Grafana is asked; every reading asks for the contact points first. */
async function askedAt(seconds: number): Promise<number[]> {
  const times: number[] = [];
  for (let second = 5; second <= seconds; second += 5) {
    const before = on.world.asked.length;
    await on.pass(5);
    if (on.world.asked.slice(before).includes('GET /api/v1/provisioning/contact-points')) {
      times.push(second);
    }
  }
  return times;
}

const signedOut = () => Response.json({ message: 'Unauthorized' }, { status: 401 });

test('a Grafana that goes away is asked after 10 s, 20 s, 40 s, then every minute, and every 10 s once it is back', async () => {
  await on.open('viewer', <Watch />);
  expect(state()).toBe('read');
  on.world.failWith(signedOut);
  expect(await askedAt(260)).toEqual([10, 30, 70, 130, 190, 250]);
  expect(state()).toBe('trouble: unauthorized');

  on.world.failWith();
  expect(await askedAt(50)).toEqual([50]);
  await on.pass(1);
  expect(state()).toBe('read');
  expect(await askedAt(30)).toEqual([10, 20, 30]);
});

test('a page that was opened while Grafana was away asks less and less often, too', async () => {
  on.world.failWith(signedOut);
  await on.open('viewer', <Watch />);
  expect(state()).toBe('trouble: unauthorized');
  expect(await askedAt(190)).toEqual([20, 60, 120, 180]);

  on.world.failWith();
  await on.pass(60);
  expect(state()).toBe('read');
  expect(await askedAt(30)).toEqual([10, 20, 30]);
});

test('trouble that is over does not count towards the next', async () => {
  await on.open('viewer', <Watch />);
  on.world.failWith(signedOut);
  expect(await askedAt(30)).toEqual([10, 30]);
  on.world.failWith();
  expect(await askedAt(40)).toEqual([40]);
  on.world.failWith(signedOut);
  expect(await askedAt(30)).toEqual([10, 30]);
});
