/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { renderInApp } from '../../tests/support/render';
import { recordedStep } from '../../tests/support/recordings';
import { createGrafanaClient } from '../grafana/grafanaClient';
import { readRights } from '../grafana/permissions';
import { failure, success } from '../connection/result';
import { proxyTransport } from '../transport/proxyTransport';
import type { Transport } from '../transport/transport';
import type { Services } from './data/createServices';
import { describeGrafanaError } from './describeGrafanaError';
import { MissingRights } from './MissingRights';
import { useMissingRights } from './useMissingRights';

const ADDRESS = 'http://grafana.internal:3000';
const recorded = (file: string, name: string) => recordedStep('12.4.0', file, name).response;

interface Given {
  status: number;
  body: unknown;
  redirected?: boolean;
}

const SIGNED_IN: Given = { status: 200, body: { id: 2, login: 'editor' } };

/** A proxy that answers like this, and what comes when the person's own session is asked about. */
function proxyThat(status: number, body: unknown, own: Given | 'nothing' = SIGNED_IN, redirected = false) {
  const session: Transport = {
    way: 'session',
    request: async ({ path }) => {
      const answer = path === '/api/user' ? own : { status, body, redirected };
      return answer !== 'nothing'
        ? success({ redirected: false, ...answer, date: undefined })
        : failure({ reason: 'unreachable', message: 'Failed to fetch' });
    },
  };
  return proxyTransport(session, { address: ADDRESS });
}

async function sentenceFor(transport: Transport) {
  const read = await createGrafanaClient(transport, { namespace: 'default', receiverTest: 'old' }).listIntegrations();
  if (read.ok) {
    throw new Error('it was answered');
  }
  const { title, text } = describeGrafanaError(read.error);
  return `${title}. ${text}`;
}

const unauthorized = recorded('contact-points', 'not signed in').body;

it('names the token where Grafana does not know it any longer, and the person is still signed in', async () => {
  expect(await sentenceFor(proxyThat(401, unauthorized))).toBe(
    "Grafana rejected the service account token. You are still signed in. The token was deleted, expired or mistyped. Ask an Admin to enter a new one on the plugin's configuration page."
  );
});

it('still tells a person whose own session has ended', async () => {
  const own = { status: 401, body: unauthorized };
  expect(await sentenceFor(proxyThat(401, unauthorized, own))).toMatch(/^You are signed out\./);
});

describe('a page in place of an answer', () => {
  const page = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head></html>`;
  const IN_FRONT =
    'Something in front of Grafana answered instead. A web page titled “Sign in to Acme” came instead of an answer. It may be a sign-in page, a captive portal or a firewall. Reload this page and sign in, or ask an administrator to let requests to /api and /apis through.';
  const FRONT = page('Sign in to Acme');

  it.each([
    ['a page with 200', proxyThat(200, FRONT, { status: 200, body: FRONT })],
    ['a page with 401', proxyThat(401, FRONT, { status: 401, body: FRONT })],
    ['a page with 403', proxyThat(403, FRONT, { status: 403, body: FRONT })],
    ['a redirect to a page', proxyThat(200, FRONT, { status: 200, body: FRONT, redirected: true }, true)],
    ['a refusal, just before the sign-in ended', proxyThat(401, unauthorized, { status: 200, body: FRONT })],
  ])('%s is none of the service account’s where a page comes for the session as well', async (_, transport) => {
    expect(await sentenceFor(transport)).toBe(IN_FRONT);
  });

  it.each([
    ['nobody answers', 'nothing'],
    ['a gateway has lost Grafana', { status: 502, body: page('Bad Gateway') }],
    ['a router has lost Grafana', { status: 404, body: 'default backend - 404' }],
  ] as const)('is a Grafana that cannot be reached where %s for the session', async (_, own) => {
    expect(await sentenceFor(proxyThat(200, FRONT, own))).toMatch(/^Grafana cannot be reached\. .*may be restarting/);
  });

  it('is the account’s address where the session is answered by Grafana', async () => {
    expect(await sentenceFor(proxyThat(200, FRONT))).toMatch(/^The configured URL does not lead to Grafana's API\./);
    expect(await sentenceFor(proxyThat(200, FRONT, SIGNED_IN, true))).toMatch(/^The configured URL does not lead/);
  });

  it('tells of the session where that has ended', async () => {
    const own = { status: 401, body: unauthorized };
    expect(await sentenceFor(proxyThat(200, FRONT, own))).toMatch(/^You are signed out\./);
  });
});

it('takes nothing but a user for a session that holds', async () => {
  expect(await sentenceFor(proxyThat(401, unauthorized, { status: 200, body: {} }))).toMatch(/^You are signed out\./);
});

it('names the address where nobody answers', async () => {
  expect(await sentenceFor(proxyThat(502, recorded('plugin', 'proxy, target refuses').body))).toBe(
    "Grafana cannot be reached at the configured URL. Grafana cannot reach itself at http://grafana.internal:3000, the URL on the plugin's configuration page. Ask an Admin to check it."
  );
});

it.each(['org-7', ''])(
  'asks nothing of an organization that settings with the namespace "%s" lead to',
  async (namespace) => {
    const asked: string[] = [];
    const session: Transport = {
      way: 'session',
      request: async ({ path }) => {
        asked.push(path);
        return success({ status: 404, body: { message: 'Not found' }, date: undefined, redirected: false });
      },
    };
    const proxy = proxyTransport(session, { address: ADDRESS, namespace });
    expect(await sentenceFor(proxy)).toBe(
      "The plugin's settings do not match this organization. They point the service account to another organization, or to none. An Admin has to open the plugin's configuration page and save it once. If a file provisions the plugin, its jsonData needs the namespace default."
    );
    expect(asked.filter((path) => path.includes('/apis/'))).toEqual([]);
  }
);

it('leaves the address alone when it is Grafana itself that is away', async () => {
  const page = '<html><title>Bad Gateway</title></html>';
  expect(await sentenceFor(proxyThat(502, page))).toMatch(/^Grafana cannot be reached\./);
});

it('tells that the service account may not, and not the person', async () => {
  const refused = recorded('contact-points', 'viewer may not create').body;
  expect(await sentenceFor(proxyThat(403, refused))).toMatch(
    /^The plugin's service account lacks a permission\. Missing permission: .*alert\.notifications:write.*An Admin can give the service account the Editor role\.$/
  );
});

it('says of the person when their role closes the route', async () => {
  const refused = recorded('plugin', 'proxy, viewer').body;
  expect(await sentenceFor(proxyThat(403, refused))).toMatch(/^Your role in this organization has changed\./);
});

function Setup() {
  const missing = useMissingRights('contactPoint');
  return (
    <>
      <MissingRights missing={missing} />
      <button disabled={missing.length > 0}>Connect</button>
    </>
  );
}

const asAccount = (permissions: unknown): Partial<Services> => ({
  actor: 'serviceAccount',
  readPermissions: () => readRights(proxyThat(200, permissions), false),
});

function open(permissions: unknown, more: Partial<Services> = {}) {
  const grafana = createGrafanaClient(proxyThat(200, permissions), { namespace: 'default', receiverTest: 'old' });
  return renderInApp(<Setup />, { services: { grafana, ...asAccount(permissions), ...more } });
}

it('tells before the click what the service account lacks, whatever the person may do', async () => {
  open(recorded('state', 'user permissions (viewer)').body);
  expect(
    await screen.findByText("The plugin's service account lacks permissions. An Admin can give it the Editor role.")
  ).toBeVisible();
  expect(screen.getByText('alert.notifications:write')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Connect' })).toBeDisabled();
});

it('lets the person go on where the service account may do everything', async () => {
  open(recorded('state', 'user permissions (editor)').body);
  expect(await screen.findByRole('button', { name: 'Connect' })).toBeEnabled();
});

it('believes what Grafana says now rather than what the page knew when it was loaded', async () => {
  const permissions = recorded('state', 'user permissions (viewer)').body;
  open(permissions, { actor: 'person', granted: () => true });
  expect(await screen.findByText('Ask an admin for the Editor role, or for the missing permissions.')).toBeVisible();
});
