/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { userKey } from '../../sandbox/irm/organization';
import { IRM_URL, settingsPage } from '../../tests/support/settingsPage';
import {
  address,
  API_KEY,
  check,
  chooseKey,
  chooseServiceAccount,
  enter,
  key,
  save,
  SERVICE_ACCOUNT,
  stack,
  STACK,
  token,
} from '../../tests/support/irmFields';

const { answerForIrm, open, store, stored } = settingsPage();

beforeEach(() => store({ jsonData: {}, secureJsonData: { irmToken: '' } }));

describe('the token', () => {
  test.each([
    ['Bearer glsa_1', 'glsa_1'],
    ['  glsa_1 ', 'glsa_1'],
    ['"glsa_1"', 'glsa_1'],
    ['Authorization: Bearer gls a_1', 'glsa_1'],
  ])('pasted as %s is cleaned, with a note', async (pasted, sent) => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, stack(), STACK);
    await enter(user, token(), pasted);
    expect(screen.getByText(/^Will be saved without “Bearer”/)).toBeVisible();
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    const seen: unknown[] = [];
    answerForIrm(({ headers }) => {
      seen.push([headers.get('Authorization'), headers.get('X-Grafana-URL')]);
      return Response.json({ detail: 'Invalid token.' }, { status: 403 });
    });
    document.body.innerHTML = '';
    const later = await open();
    await check(later.user);
    await screen.findByText('IRM rejected the token');
    expect(seen).toEqual([[sent, STACK]]);
  });

  test('that is as it should be gets no note', async () => {
    const { user } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, token(), 'glsa_1');
    expect(screen.queryByText(/^Will be saved without/)).not.toBeInTheDocument();
  });

  test('is asked for', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, stack(), STACK);
    await save(user);
    expect(await screen.findByText('Paste a token.')).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
  });

  test('of another kind is told on its field, until the other kind is chosen', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, stack(), STACK);
    await enter(user, token(), userKey('admin'));
    await save(user);
    expect(await screen.findByText(/start with glsa_\. If this is an OnCall API key/)).toBeVisible();
    await chooseKey(user);
    await waitFor(() => expect(screen.queryByText(/start with glsa_/)).not.toBeInTheDocument());

    await enter(user, key(), 'glsa_1');
    await save(user);
    expect(await screen.findByText(/This is a service account token \(glsa_\)/)).toBeVisible();
    await chooseServiceAccount(user);
    await enter(user, token(), 'glc_1');
    await save(user);
    expect(await screen.findByText(/Cloud access policy/)).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
  });
});

describe('a stored token', () => {
  const WHY = /^The stored token was entered for another URL, stack or token type/;
  beforeEach(() => store({ jsonData: SERVICE_ACCOUNT, secureJsonData: { irmToken: 'glsa_stored' } }));

  test('is never shown, and stays when something else is saved', async () => {
    const { user, onSaved } = await open();
    expect(token()).toHaveValue('configured');
    await enter(user, screen.getByLabelText(/^IRM URL/), STACK);
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({ jsonData: { irmUrl: STACK }, secureJsonFields: { irmToken: true } });
    expect(document.body.innerHTML).not.toContain('glsa_stored');
  });

  test('can be replaced, not left out', async () => {
    const { user, onSaved } = await open();
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    await save(user);
    expect(await screen.findByText('Paste a token.')).toBeVisible();
    await enter(user, token(), 'glsa_new');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
  });

  test.each([
    ['another address', () => ({ field: address(), text: 'https://elsewhere.example' })],
    ['another stack', () => ({ field: stack(), text: 'https://elsewhere.grafana.net' })],
  ])('is asked for again with %s, and neither sent nor tested there', async (_, change) => {
    const { user, onSaved } = await open();
    const { field, text } = change();
    await enter(user, field, text);
    expect(screen.getByText(WHY)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test IRM access' })).toBeDisabled();
    expect(screen.getByText('Save first: tests use the stored settings.')).toBeVisible();
    await save(user);
    expect(await screen.findByRole('alert')).toHaveTextContent(WHY);
    expect(onSaved).not.toHaveBeenCalled();
    expect((await stored()).jsonData).toMatchObject(SERVICE_ACCOUNT);
  });

  test('is asked for again with the other kind', async () => {
    const { user } = await open();
    await chooseKey(user);
    expect(screen.getByText(WHY)).toBeVisible();
    expect(key()).toHaveValue('');
  });

  test('is kept with another path on the same servers', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), `${IRM_URL}/oncall/api/v1/`);
    expect(token()).toHaveValue('configured');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({
      jsonData: { irmApiUrl: `${IRM_URL}/oncall` },
      secureJsonFields: { irmToken: true },
    });
  });

  test('is deleted with the address', async () => {
    const { user, onSaved } = await open();
    await user.clear(address());
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({ jsonData: { irmApiUrl: '', irmStackUrl: '' }, secureJsonFields: {} });
  });

  test('does not follow an address that another admin stored meanwhile', async () => {
    const { user, onSaved } = await open();
    await store({
      jsonData: { ...SERVICE_ACCOUNT, irmApiUrl: 'https://elsewhere.example' },
      secureJsonData: { irmToken: 'glsa_of_elsewhere' },
    });
    await enter(user, address(), `${IRM_URL}/oncall`);
    await save(user);
    expect(await screen.findByRole('alert', { name: 'Changed by someone else' })).toBeVisible();
    await save(user);
    expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent(WHY);
    expect(onSaved).not.toHaveBeenCalled();
    await enter(user, token(), 'glsa_again');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ ...SERVICE_ACCOUNT, irmApiUrl: `${IRM_URL}/oncall` });
  });
});

describe('settings that a provisioning file keeps', () => {
  beforeEach(async () => {
    await store({
      jsonData: { ...API_KEY, access: 'proxy', grafanaUrl: 'http://localhost:3000', managedBy: 'irmconnect.yaml' },
      secureJsonData: { irmToken: userKey('admin'), grafanaToken: 'glsa_x' },
    });
  });

  test('are shown and cannot be changed', async () => {
    await open();
    expect(screen.getByRole('status', { name: 'Managed by provisioning' })).toHaveTextContent(
      'A provisioning file (irmconnect.yaml) keeps these settings and restores them when Grafana starts.'
    );
    for (const field of [...screen.getAllByRole('textbox'), ...screen.getAllByRole('radio')]) {
      expect(field).toBeDisabled();
    }
    expect(address()).toHaveValue(IRM_URL);
    expect(key()).toHaveValue('configured');
    expect(screen.getByRole('button', { name: 'Save settings' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Reset' })).not.toBeInTheDocument();
  });

  test('can be tested all the same', async () => {
    const { user } = await open();
    await check(user);
    expect(await screen.findByText('The token belongs to admin, whose role in IRM is admin.')).toBeVisible();
  });
});
