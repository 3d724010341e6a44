/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { inIrm, irmStage } from './testing/irmStage';

let on: ReturnType<typeof irmStage>;
beforeEach(async () => {
  on = irmStage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

async function connected() {
  const integration = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url: integration.url });
  await on.pass(60);
  return { ...integration, connection: id };
}

const grafanaWorks = () => {
  expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
  expect(screen.getByText(/checks passed$/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Pause' })).toBeEnabled();
};

test("IRM that takes its time holds nothing up of Grafana's side", async () => {
  const { connection } = await connected();
  const release = on.world.holdBack((_, path) => path.includes('/irm/'));
  await on.openPage(connection);
  expect(inIrm().getByRole('status', { name: 'Loading' })).toBeVisible();
  grafanaWorks();
  release();
  await on.letIrmAnswer();
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
});

test.each([
  ['error', 'IRM answered with a server error'],
  ['page', "This is not IRM's API"],
  ['nonsense', 'Unexpected answer from IRM'],
])('the fault "%s" of IRM is told where IRM is needed, and nowhere else', async (kind, title) => {
  const { connection } = await connected();
  await on.atIrm('/fault', { kind }, 'PUT');
  const { press, openMenu, user } = await on.openPage(connection);
  expect(inIrm().getByText(title)).toBeVisible();
  expect(screen.getAllByText(title)).toHaveLength(1);
  grafanaWorks();
  const drill = within(await openMenu()).getByRole('menuitem', { name: /^Fire drill/ });
  expect(drill).toHaveTextContent('IRM could not be read, see "In IRM".');
  await user.keyboard('{Escape}');
  await on.atIrm('/fault', { kind: 'none' }, 'PUT');
  await press('Try again');
  await on.letIrmAnswer();
  expect(inIrm().queryByText(title)).not.toBeInTheDocument();
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
});

test('where the browser does not reach Grafana, IRM is not blamed, and no words are put into its mouth', async () => {
  const { connection } = await connected();
  on.world.failWith((path) => {
    if (path.includes('/irm/')) {
      throw new TypeError('Failed to fetch');
    }
    return undefined;
  });
  await on.openPage(connection);
  expect(inIrm().getAllByText('Grafana cannot be reached')).not.toEqual([]);
  expect(document.body).not.toHaveTextContent(/IRM cannot be reached|IRM's message|Failed to fetch/);
});

test.each([
  ['a list that is cut', () => new Response('{"count":2,"results":[{"id":"A"', { status: 200 }), 'has an unknown form'],
  ['a page', () => new Response('<html><title>Shop</title></html>', { status: 404 }), 'titled “Shop”'],
  ['words of something between', () => new Response('upstream connect error', { status: 503 }), 'upstream connect'],
])('%s is told in words that are not called those of IRM', async (_, answer, words) => {
  const { connection } = await connected();
  on.world.failWith((path) => (path.includes('/irm/') ? answer() : undefined));
  await on.openPage(connection);
  expect(inIrm().getAllByText(new RegExp(words))).not.toEqual([]);
  expect(document.body).not.toHaveTextContent(/IRM's message/);
});

test('the words of IRM are called so', async () => {
  const { connection } = await connected();
  on.world.failWith((path) =>
    path.includes('/irm/') ? Response.json({ detail: 'Invalid token.' }, { status: 403 }) : undefined
  );
  await on.openPage(connection);
  expect(inIrm().getAllByText("IRM's message: Invalid token.")).not.toEqual([]);
});

test.each([
  ['holds', undefined, "This is not IRM's API"],
  ['has ended', () => Response.json({ message: 'Unauthorized' }, { status: 401 }), 'You are signed out'],
])('where a 401 has no words of IRM and the session %s, that is told', async (_, own, title) => {
  const { connection } = await connected();
  on.world.failWith((path) => {
    if (path.includes('/irm/')) {
      return Response.json({ message: 'Unauthorized' }, { status: 401 });
    }
    return path === '/api/user' ? own?.() : undefined;
  });
  await on.openPage(connection);
  expect(inIrm().getAllByText(title)).not.toEqual([]);
});

test.each([
  ['holds', undefined, 'Your role does not allow this'],
  ['has ended unseen', () => Response.json({ message: 'Unauthorized' }, { status: 401 }), 'You are signed out'],
])('where the route is closed and the session %s, that is told', async (_, own, title) => {
  const { connection } = await connected();
  on.world.failWith((path) => {
    if (path.includes('/irm/')) {
      return Response.json({ message: 'plugin proxy route access denied' }, { status: 403 });
    }
    return path === '/api/user' ? own?.() : undefined;
  });
  await on.openPage(connection);
  expect(inIrm().getAllByText(title)).not.toEqual([]);
});

describe('a page that something in front of Grafana puts in the place of answers', () => {
  const signIn = (status: number) =>
    new Response('<!DOCTYPE html><title>Sign in to Acme</title>', { status, headers: { 'Content-Type': 'text/html' } });

  test.each([200, 401, 403])('is not called one of IRM’s, with status %d', async (status) => {
    const { connection } = await connected();
    on.world.failWith((path) => (/\/irm\/|^\/api\/user$/.test(path) ? signIn(status) : undefined));
    await on.openPage(connection);
    const [title] = inIrm().getAllByText('Something in front of Grafana answered instead');
    expect(title).toBeVisible();
    expect(
      inIrm().getAllByText(/^A web page titled “Sign in to Acme” came .* Reload this page and sign in/)
    ).not.toEqual([]);
    expect(document.body).not.toHaveTextContent(/This is not IRM's API|IRM's message/);
  });

  test.each([
    ['the session is answered by Grafana', undefined, "This is not IRM's API"],
    ['nothing answers', () => Promise.reject(new TypeError('Failed to fetch')), 'Grafana cannot be reached'],
    ['the session has ended', () => Response.json({ message: 'Unauthorized' }, { status: 401 }), 'You are signed out'],
  ])('is told from one at IRM’s address: %s', async (_, own, title) => {
    const { connection } = await connected();
    on.world.failWith((path) => (path.includes('/irm/') ? signIn(200) : path === '/api/user' ? own?.() : undefined));
    await on.openPage(connection);
    expect(inIrm().getAllByText(title)).not.toEqual([]);
  });
});

test('alert groups that cannot be read leave the rest of the section as it is', async () => {
  const { connection } = await connected();
  on.world.failWith((path) =>
    path.endsWith('/alert_groups')
      ? Response.json({ detail: 'You do not have permission to perform this action.' }, { status: 403 })
      : undefined
  );
  await on.openPage(connection);
  expect(inIrm().getByText('Production')).toBeVisible();
  expect(inIrm().getAllByText('The IRM token lacks a permission')).toHaveLength(2);
  grafanaWorks();
});

test('IRM that asks to wait is left alone for as long, and asked again by itself', async () => {
  const { connection } = await connected();
  let refusals = 0;
  on.world.failWith((path) => {
    if (!path.endsWith('/alert_groups')) {
      return undefined;
    }
    refusals += 1;
    const detail = 'Request was throttled. Expected available in 90 seconds.';
    return Response.json({ detail }, { status: 429 });
  });
  await on.openPage(connection);
  expect(inIrm().getAllByText("IRM's rate limit is reached").length).toBeGreaterThan(0);
  expect(inIrm().queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  // Both parts were under way when the first was refused.
  expect(refusals).toBe(2);
  await on.setHidden(true);
  await on.setHidden(false);
  await on.pass(70);
  expect(refusals).toBe(2);
  on.world.failWith();
  await on.pass(30);
  await on.letIrmAnswer();
  expect(inIrm().queryByText("IRM's rate limit is reached")).not.toBeInTheDocument();
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
});

test('a failure later on keeps what was read, beside it', async () => {
  const { connection } = await connected();
  await on.openPage(connection);
  on.world.failWith((path) => (path.endsWith('/alert_groups') ? Response.json({}, { status: 502 }) : undefined));
  await on.pass(65);
  expect(inIrm().getByText('IRM answered with a server error')).toBeVisible();
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
});

test('a minute costs few requests, a second tab none of alert groups, and a hidden page none at all', async () => {
  const { connection } = await connected();
  const { reopen } = await on.openPage(connection);
  const groups = /alert_groups/;
  expect(on.askedIrm(groups)).toBe(4);
  await on.pass(65);
  expect(on.askedIrm(groups)).toBe(7);
  const soFar = on.askedIrm(/./);
  expect(soFar).toBeLessThanOrEqual(4 + 3 + 4);

  reopen();
  await on.letIrmAnswer();
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
  expect(on.askedIrm(groups)).toBe(7);

  await on.setHidden(true);
  const before = on.askedIrm(/./);
  await on.pass(130);
  expect(on.askedIrm(/./)).toBe(before);
});

test('what the browser keeps of it tells neither what was sent nor where', async () => {
  const { connection, alert, url, loseBeats } = await connected();
  await loseBeats(20);
  await alert('DiskFull');
  await on.openPage(connection);
  const kept = JSON.stringify({ ...window.localStorage });
  expect(kept).toContain('DiskFull');
  expect(kept).not.toContain('payload');
  expect(kept).not.toContain('groupLabels');
  expect(kept).not.toContain(url.split('/').at(-2));
});
