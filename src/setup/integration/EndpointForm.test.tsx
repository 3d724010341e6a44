/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { openSetup } from '../testing/openSetup';

const TOKEN = 'LUL6EatRGTbhTAKmYmWzYpgZZ';
const GOOD = `https://oncall.example.net/oncall/integrations/v1/alertmanager/${TOKEN}/`;

const world = standIns();
afterAll(() => world.stop());
beforeEach(() => window.sessionStorage.clear());

async function paste(text: string) {
  const page = openSetup(await world.signIn('editor'), '/new/integration');
  const field = await screen.findByRole('textbox', { name: /HTTP endpoint/ });
  await page.user.click(field);
  await page.user.paste(text);
  return { ...page, field };
}

test('the parts of a good address are shown at once, its token never whole', async () => {
  const { user, field } = await paste(GOOD);
  const table = screen.getByRole('table', { name: 'Parts of the endpoint' });
  expect(within(table).getByRole('row', { name: /Scheme https/ })).toBeVisible();
  expect(within(table).getByRole('row', { name: /Host oncall.example.net\/oncall/ })).toBeVisible();
  expect(within(table).getByRole('row', { name: /Type alertmanager/ })).toBeVisible();
  expect(table).not.toHaveTextContent(TOKEN);

  expect(field).toHaveValue(GOOD);
  await user.tab();
  expect(field).not.toHaveDisplayValue(new RegExp(TOKEN));
  await user.click(screen.getByRole('button', { name: 'Show token' }));
  expect(field).toHaveValue(GOOD);
  await user.click(screen.getByRole('button', { name: 'Hide token' }));
  expect(field).not.toHaveDisplayValue(new RegExp(TOKEN));
  expect(field).toHaveAttribute('autocomplete', 'off');
});

test('whoever comes back with the keyboard sees no token and replaces the address instead of adding to it', async () => {
  const { user, field } = await paste(GOOD);
  await user.tab();
  await user.tab({ shift: true });
  expect(field).toHaveFocus();
  expect(field).not.toHaveDisplayValue(new RegExp(TOKEN));
  const other = GOOD.replace(TOKEN, 'anotherTokenOfTheSameLength');
  await user.paste(other);
  expect(field).toHaveValue(other);
});

test('a missing slash is mended where everyone can see it', async () => {
  await paste(GOOD.slice(0, -1));
  expect(screen.getByText('Added the missing trailing slash')).toBeVisible();
});

test('a heartbeat address is refused, and the address behind it is one click away', async () => {
  const { user, field } = await paste(`${GOOD}heartbeat/`);
  expect(screen.getByRole('alert')).toHaveTextContent(/This is the heartbeat endpoint/);
  expect(field).toBeInvalid();
  await user.click(screen.getByRole('button', { name: 'Use the address for alerts' }));
  expect(screen.getByRole('table', { name: 'Parts of the endpoint' })).toBeVisible();
  expect(screen.queryByText(/This is the heartbeat endpoint/)).not.toBeInTheDocument();
});

test('plain http is warned about with its trap, but not on this machine', async () => {
  const { user, field } = await paste(GOOD.replace('https:', 'http:'));
  expect(screen.getByText('This address is not encrypted')).toBeVisible();
  expect(screen.getByText(/redirects http to https/)).toBeVisible();
  await user.clear(field);
  await user.paste(`http://localhost:8080/integrations/v1/alertmanager/${TOKEN}/`);
  expect(screen.queryByText('This address is not encrypted')).not.toBeInTheDocument();
});

test('an integration of type Webhook comes with the lines that mend it', async () => {
  await paste(GOOD.replace('alertmanager', 'webhook'));
  expect(screen.getByText('{{ payload.groupKey or payload.alert_uid }}')).toBeVisible();
});

test.each([
  ['a page of IRM', 'https://me.grafana.net/a/grafana-irm-app/integrations/CABCDEF123', /This is a browser URL/],
  ['an address without scheme', GOOD.replace('https://', ''), /must start with https:/],
  [
    'an address without token',
    'https://oncall.example.net/integrations/v1/alertmanager/',
    /token after the type is missing/,
  ],
  ['a masked token', 'https://oncall.example.net/integrations/v1/alertmanager/LUL***/', /shortened or masked/],
  ['a command line', `curl -X POST ${GOOD}`, /This is a command/],
  ['an address of the API', 'https://oncall.example.net/api/v1/integrations/', /This is an API URL/],
  ['something else', 'hello there', /This is not a URL/],
])('%s is explained, and there is no way on', async (_, text, sentence) => {
  const { user, address } = await paste(text);
  expect(screen.getByRole('alert')).toHaveTextContent(sentence);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(address()).toMatch(/integration$/);
});

test('a page of IRM is linked, so that the endpoint can be copied there', async () => {
  await paste('https://me.grafana.net/a/grafana-irm-app/integrations/CABCDEF123?tab=settings');
  expect(screen.getByRole('link', { name: /Open the page of the integration/ })).toHaveAttribute(
    'href',
    'https://me.grafana.net/a/grafana-irm-app/integrations/CABCDEF123'
  );
});

test('nothing pasted is only a fault once somebody wants to go on', async () => {
  const { user } = openSetup(await world.signIn('editor'), '/new/integration');
  const next = await screen.findByRole('button', { name: 'Next' });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.click(next);
  expect(screen.getByRole('alert')).toHaveTextContent('Paste the URL from IRM.');
});

describe('an integration that is connected already', () => {
  const path = '/api/v1/provisioning/contact-points';
  const point = { uid: 'prod', name: 'Production', type: 'webhook', settings: { url: GOOD } };
  beforeAll(async () => expect(await world.call('admin', 'POST', path, point)).toBe(202));

  test.each([
    ['itself', GOOD],
    ['doubled slashes', GOOD.replace('/integrations', '//integrations')],
    ['a query', `${GOOD}?x=1`],
    ['capitals in the host', GOOD.replace('oncall.example.net', 'OnCall.Example.net')],
    ['the default port', GOOD.replace('.net/', '.net:443/')],
    ['no slash at the end', GOOD.slice(0, -1)],
  ])('is recognised under %s', async (_, text) => {
    await paste(text);
    expect(screen.getByText('This endpoint is already connected')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Next|Connect this/ })).not.toBeInTheDocument();
  });

  test.each([
    ['http', GOOD.replace('https:', 'http:'), 'That one uses https, this one http.'],
    ['type', GOOD.replace('alertmanager', 'webhook'), /of type alertmanager, this one of type webhook/],
    ['path', GOOD.replace('/oncall/', '/'), 'The path in front of /integrations/ is /oncall there and / here.'],
  ])('under another address (%s) is told before going on', async (_, text, difference) => {
    const { user, address } = await paste(text);
    expect(screen.getByText('Another connection sends to the same integration')).toBeVisible();
    expect(screen.getByText(/The contact point "Production" has the same token/)).toBeVisible();
    expect(screen.getByText(difference)).toBeVisible();
    await user.keyboard('{Enter}');
    expect(address()).toMatch(/new\/integration$/);
    expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Contact point/ })).toBeDisabled();
    await user.click(screen.getByRole('link', { name: 'Open that connection' }));
    expect(address()).toMatch(/setup\/[0-9a-f]{10}\//);
  });

  test('can be connected a second time by saying so', async () => {
    const { user, address } = await paste(GOOD.replace('https:', 'http:'));
    await user.click(screen.getByRole('button', { name: 'Connect this address as well' }));
    expect(await screen.findByRole('textbox', { name: /Name/ })).toBeVisible();
    expect(address()).toMatch(/new\/contact-point$/);
  });
});
