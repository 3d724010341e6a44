/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { buttonToGoOn } from '../../../tests/support/buttonToGoOn';
import { standIns } from '../../../tests/support/standIns';
import { openContactPoint } from '../testing/openSetup';

const CONTACT_POINTS = '/api/v1/provisioning/contact-points';

let world: ReturnType<typeof standIns>;
beforeEach(() => {
  window.sessionStorage.clear();
  world = standIns();
});
afterEach(() => world.stop());

/** Fills in the wizard up to the contact point and creates it, while `answer` comes in Grafana's place. */
async function createMeeting(answer: () => Response) {
  const page = await openContactPoint(await world.signIn('editor'), world.newIntegration('Production').endpoint);
  world.failWith((path, { method }) => (path === CONTACT_POINTS && method === 'POST' ? answer() : undefined));
  await page.user.click(page.create());
  return page;
}

const html = (status: number, title: string) => () =>
  new Response(`<!DOCTYPE html><html><head><title>${title}</title></head></html>`, { status });

test.each([
  [
    'a firewall that forbids the write with a page of its own',
    html(403, 'Request blocked'),
    'Something in front of Grafana answered instead',
    /^A web page titled “Request blocked” came instead of an answer\. It may be a sign-in page/,
  ],
  [
    'a sign-in page that calls itself a success',
    html(200, 'Sign in to Acme'),
    'Something in front of Grafana answered instead',
    /^A web page titled “Sign in to Acme” came instead of an answer\. It may be a sign-in page/,
  ],
  [
    'a reverse proxy that hides the address in the browser',
    () => new Response('origin not allowed\n', { status: 403 }),
    'Grafana rejects changes from this address',
    /A server administrator has to pass it on/,
  ],
  [
    'a quota that is used up',
    () => Response.json({ message: 'quota has been exceeded' }, { status: 403 }),
    'Limit reached',
    /^Nothing more can be added: quota has been exceeded\. Delete what you no longer need/,
  ],
])('%s is no missing permission', async (_, answer, title, text) => {
  await createMeeting(answer);
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByText(text)).toBeVisible();
  expect(screen.queryByText(/permission/)).not.toBeInTheDocument();
});

test('a busy database passes: applying again finishes', async () => {
  const { user } = await createMeeting(() => Response.json({ message: 'database is locked' }, { status: 500 }));
  expect(await screen.findByText("Grafana's database is busy")).toBeVisible();
  expect(screen.getByText(/What is saved stays as it is/)).toBeVisible();

  world.failWith();
  await user.click(buttonToGoOn());
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(screen.queryByText("Grafana's database is busy")).not.toBeInTheDocument();
});

test('a list that is emptied on the way does not make a second contact point of the same name', async () => {
  const page = await openContactPoint(await world.signIn('editor'), world.newIntegration('Production').endpoint);
  const name = (page.name as HTMLInputElement).value;
  const theirs = { uid: 'theirs', name, type: 'webhook', settings: { url: 'http://target.example/' } };
  expect(await world.call('admin', 'POST', CONTACT_POINTS, theirs)).toBe(202);
  world.failWith((path, { method }) => (path === CONTACT_POINTS && method === 'GET' ? Response.json([]) : undefined));
  world.asked.length = 0;
  await page.user.click(page.create());
  // Where it was pressed, and not again for what the page reads anew after it.
  expect(await screen.findByText(/What is saved stays as it is/)).toBeVisible();
  expect(screen.getAllByText("Grafana's list of contact points cannot be right")).toHaveLength(1);
  expect(world.asked).not.toContain(`POST ${CONTACT_POINTS}`);
});
