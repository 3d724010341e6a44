/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { userKey } from '../../sandbox/irm/organization';
import { IRM_URL, settingsPage } from '../../tests/support/settingsPage';
import { detail, FORBIDDEN, serviceAccountAnswers, webPage } from '../../tests/support/irmAnswers';
import { API_KEY, check, SERVICE_ACCOUNT, STACK } from '../../tests/support/irmFields';

const { answerForIrm, irm, meanwhile, open, signInAs, store } = settingsPage();

const withKey = (role: 'admin' | 'editor' | 'viewer') =>
  store({ jsonData: API_KEY, secureJsonData: { irmToken: userKey(role) } });
const withServiceAccount = () => store({ jsonData: SERVICE_ACCOUNT, secureJsonData: { irmToken: 'glsa_1' } });

function serviceAccountIrm(instead: Parameters<typeof serviceAccountAnswers>[0] = {}): string[] {
  const { answer, asked } = serviceAccountAnswers(instead);
  answerForIrm(answer);
  return asked;
}

/** What the result says: title first, then each line of it. */
async function result(title: string) {
  const live = (await screen.findByText(title)).closest<HTMLElement>('[aria-live="polite"]');
  if (!live) {
    throw new Error('The result is not announced');
  }
  return {
    live,
    lines: within(live)
      .getAllByText(/./, { selector: 'p' })
      .map((line) => line.textContent),
  };
}

describe('with an API key the test tells what its owner may do', () => {
  beforeAll(() => {
    irm.createIntegration({ name: 'One', type: 'alertmanager' });
    irm.createIntegration({ name: 'Two', type: 'webhook' });
  });

  test.each([
    [
      'viewer',
      'It cannot create or change integrations (its owner needs the Admin role in IRM): create them in IRM and select them here.',
      'It cannot resolve alert groups (its owner needs the Editor role in IRM): resolve test alerts in IRM.',
    ],
    [
      'editor',
      'It cannot create or change integrations (its owner needs the Admin role in IRM): create them in IRM and select them here.',
      'It can resolve alert groups.',
    ],
  ] as const)('%s', async (role, create, resolve) => {
    await withKey(role);
    const { user } = await open();
    await check(user);
    expect((await result('IRM accepts the token, but not everything works with it')).lines).toEqual([
      `The token belongs to ${role}, whose role in IRM is ${role}.`,
      'It can read 2 integrations.',
      create,
      'It can read 2 teams.',
      'It can read 2 escalation chains.',
      'It can read alert groups.',
      resolve,
    ]);
  });

  test('admin', async () => {
    await withKey('admin');
    const { user } = await open();
    await check(user);
    await screen.findByText('The token belongs to admin, whose role in IRM is admin.');
    expect(screen.getByText('It can create and change integrations.')).toBeVisible();
    expect(screen.getByText('It can resolve alert groups.')).toBeVisible();
  });
});

describe('with a service account', () => {
  beforeEach(withServiceAccount);

  test('all is well although it may not resolve, and IRM does not tell whose it is', async () => {
    serviceAccountIrm();
    const { user } = await open();
    await check(user);
    expect((await result("IRM's API works")).lines).toEqual([
      'IRM does not show who owns a service account token.',
      'It can read 3 integrations.',
      'It can create and change integrations.',
      'It can read 1 team.',
      'It can read 2 escalation chains.',
      'It can read alert groups.',
      'It cannot resolve alert groups, like every service account: resolve test alerts in IRM.',
    ]);
  });

  test.each([
    [
      'GET integrations',
      'It cannot read integrations (grafana-irm-app.integrations:read): none can be selected here, and connections show nothing from IRM.',
    ],
    [
      'POST integrations',
      'It cannot create or change integrations (grafana-irm-app.integrations:write): create them in IRM and select them here.',
    ],
    ['GET teams', 'It cannot read teams (grafana-irm-app.user-settings:read): integrations are created without one.'],
    [
      'GET escalation_chains',
      'It cannot read escalation chains (grafana-irm-app.escalation-chains:read): select that of an integration in IRM.',
    ],
    [
      'GET alert_groups',
      'It cannot read alert groups (grafana-irm-app.alert-groups:read): check in IRM whether a test arrived. Past outages are not shown.',
    ],
  ])('a permission that is lacking for %s is named, with what does not work then', async (call, sentence) => {
    serviceAccountIrm({ [call]: FORBIDDEN });
    const { user } = await open();
    await check(user);
    const { lines } = await result('IRM accepts the token, but not everything works with it');
    expect(lines).toContain(sentence);
    expect(lines.filter((line) => line?.startsWith('It cannot'))).toHaveLength(2);
  });

  test('a single question that IRM fails at leaves the others', async () => {
    serviceAccountIrm({ 'GET teams': () => webPage(500, 'Server Error (500)') });
    const { user } = await open();
    await check(user);
    const { lines } = await result('IRM accepts the token, but not everything works with it');
    expect(lines).toContain(
      'Teams: not known. IRM answered with a server error: A web page titled “Server Error (500)” came instead of an answer'
    );
    expect(lines).toContain('It can read 2 escalation chains.');
  });
});

describe('what keeps IRM from answering is told in words', () => {
  test.each([
    [
      'a bad key',
      API_KEY,
      () => detail(403, 'Invalid token.'),
      'IRM rejected the token',
      'The API key was mistyped or deleted, or its owner is no longer active. Create a new one in IRM under Settings > Admin & API.',
    ],
    [
      'a bad token, or one of another stack',
      SERVICE_ACCOUNT,
      () => detail(403, 'Invalid token.'),
      'IRM rejected the token',
      `IRM gives the same answer in all these cases: the token was mistyped, was deleted, has expired or has no permissions, it belongs to another stack than ${STACK}, or IRM cannot reach that stack. Correct the stack URL, or create a new token in that stack.`,
    ],
    [
      'a stack that IRM does not know',
      SERVICE_ACCOUNT,
      () => detail(429, 'Organization being synced, please retry.'),
      'IRM does not know this stack',
      `IRM has no stack with the URL ${STACK}. Enter it exactly as the browser shows it in that stack, up to the first slash. A stack where IRM was never opened is not known either.`,
    ],
    [
      'a path where there is nothing',
      API_KEY,
      () => webPage(404, 'Not Found'),
      "This is not IRM's API",
      `There is no IRM API at ${IRM_URL}. Copy the URL from IRM, Settings > Admin & API.`,
    ],
    [
      'a web page in the place of an API',
      API_KEY,
      () => webPage(200, 'Sign in'),
      "This is not IRM's API",
      `There is no IRM API at ${IRM_URL}. Copy the URL from IRM, Settings > Admin & API.`,
    ],
    [
      'another API',
      API_KEY,
      () => Response.json({ status: 'ok' }),
      'Unexpected answer from IRM',
      `The answer is not what IRM's API gives. If ${IRM_URL} is the URL that IRM shows under Settings > Admin & API, something on the way may have changed or cut it: try again. Otherwise correct the URL.`,
    ],
    [
      'a list that is cut on the way',
      API_KEY,
      () => new Response('{"count":2,"results":[{"id":"A"', { status: 200 }),
      'Unexpected answer from IRM',
      `The answer is not what IRM's API gives. If ${IRM_URL} is the URL that IRM shows under Settings > Admin & API, something on the way may have changed or cut it: try again. Otherwise correct the URL.`,
    ],
    [
      'an address in a file that goes on too long',
      { ...API_KEY, irmApiUrl: `${IRM_URL}/api/v1/`, managedBy: 'a file' },
      () => webPage(404, 'Not Found'),
      "This is not IRM's API",
      `The stored URL must end before /api/v1, without a slash: ${IRM_URL}`,
    ],
    [
      'nobody at the address',
      { ...API_KEY, irmApiUrl: 'https://nobody.example' },
      () => detail(200, ''),
      'IRM cannot be reached',
      'The Grafana server got no answer from the API URL. Check the URL, the network and any proxy in between.',
    ],
    [
      'a gateway that waited in vain',
      API_KEY,
      () => new Response(null, { status: 504 }),
      'IRM did not answer in time',
      'Try again. Grafana and its alerts are not affected.',
    ],
    [
      'a stack at which IRM waits in vain',
      SERVICE_ACCOUNT,
      () => new Response(null, { status: 504 }),
      'IRM did not answer in time',
      `Try again. If it persists, check the stack URL, ${STACK}: IRM checks the token there, and may wait in vain.`,
    ],
    [
      'too many requests, with the time to wait',
      API_KEY,
      () => detail(429, 'Request was throttled. Expected available in 42 seconds.'),
      "IRM's rate limit is reached",
      'Too many API requests. Try again in 42\u00a0s.',
    ],
    [
      'too many requests',
      API_KEY,
      () => detail(429, 'Request was throttled.'),
      "IRM's rate limit is reached",
      'Too many API requests. Try again in a minute.',
    ],
    [
      'a server error',
      API_KEY,
      () => webPage(500, 'Server Error (500)'),
      'IRM answered with a server error',
      'Try again in a moment. Grafana and its alerts are not affected.',
    ],
    [
      'a Grafana at the address',
      API_KEY,
      () => Response.json({ message: 'Unauthorized' }, { status: 401 }),
      "This is not IRM's API",
      `There is no IRM API at ${IRM_URL}. Copy the URL from IRM, Settings > Admin & API.`,
    ],
  ])('%s', async (_, jsonData, answer, title, text) => {
    await store({ jsonData, secureJsonData: { irmToken: 'glsa_1' } });
    answerForIrm(answer);
    const { user } = await open();
    await check(user);
    const { lines } = await result(title);
    expect(lines[0]).toBe(text);
    expect(screen.getByRole('button', { name: 'Test IRM access' })).toBeEnabled();
  });

  test('a user below the role of Editor', async () => {
    await withKey('admin');
    const { user } = await open();
    signInAs('viewer');
    await check(user);
    expect((await result('Your role does not allow this')).lines[0]).toBe('Only Editors and Admins can use IRM here.');
  });

  test('a page that something in front of Grafana answers everything with', async () => {
    await withKey('admin');
    const { user } = await open();
    meanwhile(async () => webPage(200, 'Sign in to Acme'));
    await check(user);
    expect((await result('Something in front of Grafana answered instead')).lines).toEqual([
      'A web page titled “Sign in to Acme” came instead of an answer. It may be a sign-in page, a captive portal or a firewall. Reload this page and sign in, or ask an administrator to let requests to /api and /apis through.',
    ]);
  });

  test('IRM’s own words stand beside it', async () => {
    await withKey('admin');
    answerForIrm(() => detail(403, 'Invalid token.'));
    const { user } = await open();
    await check(user);
    expect((await result('IRM rejected the token')).lines[1]).toBe("IRM's message: Invalid token.");
  });

  test.each([
    [
      'a page',
      () => webPage(404, 'Shop'),
      "This is not IRM's API",
      'A web page titled “Shop” came instead of an answer',
    ],
    ['others', () => new Response('no upstream', { status: 503 }), 'IRM cannot be reached', 'Received: no upstream'],
    ['nobody', () => new Response(null, { status: 504 }), 'IRM did not answer in time', 'Received: HTTP status 504'],
  ])('and those of %s are not called so', async (_, answer, title, words) => {
    await withKey('admin');
    answerForIrm(answer);
    const { user } = await open();
    await check(user);
    expect((await result(title)).lines[1]).toBe(words);
  });
});

test('asks for nothing more once IRM has refused the token', async () => {
  await withServiceAccount();
  const asked = serviceAccountIrm({ 'GET integrations': () => detail(403, 'Invalid token.') });
  const { user } = await open();
  await check(user);
  await result('IRM rejected the token');
  expect(asked).toEqual(['GET integrations']);
});

test('says how far it is while it runs, cannot be started twice, and its button keeps the focus', async () => {
  await withServiceAccount();
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  answerForIrm(async () => {
    asked += 1;
    await gate;
    return detail(403, 'Invalid token.');
  });
  const { user } = await open();
  await check(user);
  expect(await screen.findByText('1 of 7: integrations')).toBeVisible();
  const button = screen.getByRole('button', { name: 'Testing...' });
  expect(button).toHaveFocus();
  await user.click(button);
  expect(asked).toBe(1);
  release();
  await result('IRM rejected the token');
  expect(screen.queryByText(/of 7/)).not.toBeInTheDocument();
});

test('cannot be run without a token', async () => {
  await store({ jsonData: API_KEY, secureJsonData: { irmToken: '' } });
  await open();
  expect(screen.getByRole('button', { name: 'Test IRM access' })).toBeDisabled();
  expect(screen.getByText('Save a token first.')).toBeVisible();
});
