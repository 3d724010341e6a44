/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { IRM_URL, ROOT_URL, settingsPage } from '../../tests/support/settingsPage';

const { as, meanwhile, open, store, stored, signInAs } = settingsPage();

async function serviceAccountToken(role: string): Promise<string> {
  const { body: account } = await as('admin')('POST', '/api/serviceaccounts', { name: `sa-${role}`, role });
  const { id } = account as { id: number };
  const { body: token } = await as('admin')('POST', `/api/serviceaccounts/${id}/tokens`, { name: `token-${role}` });
  return (token as { key: string }).key;
}

/** In one go, as addresses and tokens are copied: each key draws the page again. */
async function fill(user: Awaited<ReturnType<typeof open>>['user'], field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

test('an administrator says where IRM is; nothing else is needed', async () => {
  const { user, onSaved } = await open();
  await user.type(screen.getByLabelText(/^IRM URL/), 'https://my-stack.grafana.net/');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect((await stored()).jsonData).toMatchObject({ access: 'session', irmUrl: 'https://my-stack.grafana.net' });
});

test('a service account is saved, checked and never shown again', async () => {
  await store({ jsonData: {} });
  const token = await serviceAccountToken('Editor');
  const first = await open();
  await first.user.click(screen.getByLabelText(/^Service account/));
  await first.user.clear(screen.getByLabelText(/^URL of this Grafana/));
  await fill(first.user, screen.getByLabelText(/^URL of this Grafana/), `${ROOT_URL}/`);
  await fill(first.user, screen.getByLabelText(/^Service account token/), token);
  await first.user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(first.onSaved).toHaveBeenCalled());
  expect(await stored()).toMatchObject({
    enabled: true,
    jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, namespace: 'default' },
    secureJsonFields: { grafanaToken: true },
  });
  first.unmount();

  const later = await open();
  expect(screen.getByLabelText(/^Service account token/)).toHaveValue('configured');
  await later.user.click(screen.getByRole('button', { name: 'Test access' }));
  expect(await screen.findByText('The service account works')).toBeVisible();
  expect(document.body).not.toHaveTextContent(token);

  await later.user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(later.onSaved).toHaveBeenCalled());
  expect((await stored()).secureJsonFields).toEqual({ grafanaToken: true });
});

test.each([
  ['a token that was deleted', { secureJsonData: { grafanaToken: 'glsa_gone' } }, 'Grafana rejected the token'],
  [
    'nobody at the address',
    { jsonData: { access: 'proxy', grafanaUrl: 'http://nobody.test:1' } },
    'No answer at this URL',
  ],
])('the check explains %s', async (_name, change, title) => {
  const token = await serviceAccountToken('Editor');
  await store({
    jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, namespace: 'default' },
    secureJsonData: { grafanaToken: token },
    ...change,
  });
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Test access' }));
  expect(await screen.findByText(new RegExp(title))).toBeVisible();
});

test('what cannot be an address is refused before anything is saved', async () => {
  const { user, onSaved } = await open();
  await user.clear(screen.getByLabelText(/^IRM URL/));
  await fill(user, screen.getByLabelText(/^IRM URL/), 'my-stack.grafana.net');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  expect(await screen.findByText(/must start with https/)).toBeVisible();
  expect(onSaved).not.toHaveBeenCalled();
});

test('a service account with the rights of an Admin is warned of, and they are named', async () => {
  await store({
    jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, namespace: 'default' },
    secureJsonData: { grafanaToken: await serviceAccountToken('Admin') },
  });
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Test access' }));
  const warning = await screen.findByRole('alert', { name: /has more permissions than it needs/ });
  expect(warning).toHaveTextContent(/anyone who gets hold of the token/);
  expect(warning).toHaveTextContent(/datasources:create, org.users:add.* and \d+ more\./);
});

describe('the stored token and another server', () => {
  const WHY = /entered for another server/;
  const address = () => screen.getByLabelText(/^URL of this Grafana/);
  const token = () => screen.getByLabelText(/^Service account token/);
  const press = (user: Awaited<ReturnType<typeof open>>['user'], name: string) =>
    user.click(screen.getByRole('button', { name }));

  beforeEach(async () => {
    await store({
      jsonData: { access: 'proxy', grafanaUrl: ROOT_URL, namespace: 'default' },
      secureJsonData: { grafanaToken: 'glsa_stored' },
    });
  });

  test('a new address asks for the token on its field, and the check cannot be run on it', async () => {
    const { user, onSaved } = await open();
    await user.clear(address());
    await fill(user, address(), 'https://elsewhere.test');
    expect(screen.getByText(WHY)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test access' })).toBeDisabled();
    await press(user, 'Save settings');
    expect(await screen.findByRole('alert')).toHaveTextContent(WHY);
    expect(onSaved).not.toHaveBeenCalled();
    expect((await stored()).jsonData).toMatchObject({ grafanaUrl: ROOT_URL });

    await fill(user, token(), 'glsa_of_elsewhere');
    await press(user, 'Save settings');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ grafanaUrl: 'https://elsewhere.test' });
  });

  test('another path on the same server keeps it', async () => {
    const { user, onSaved } = await open();
    await user.clear(address());
    await fill(user, address(), `${ROOT_URL}/grafana`);
    expect(token()).toHaveValue('configured');
    await press(user, 'Save settings');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).secureJsonFields).toEqual({ grafanaToken: true });
  });

  test('switching the service account off does not carry it to a new address', async () => {
    const off = await open();
    await off.user.clear(address());
    await fill(off.user, address(), 'https://elsewhere.test');
    await off.user.click(screen.getByLabelText(/^Signed-in user/));
    await press(off.user, 'Save settings');
    await waitFor(() => expect(off.onSaved).toHaveBeenCalled());
    expect((await stored()).secureJsonFields).toEqual({});
    off.unmount();

    const on = await open();
    await on.user.click(screen.getByLabelText(/^Service account/));
    await press(on.user, 'Save settings');
    expect(await screen.findByText('Paste a service account token.')).toBeVisible();
    expect(on.onSaved).not.toHaveBeenCalled();
  });

  test('an address that another admin stored meanwhile counts', async () => {
    const { user, onSaved } = await open();
    const others = {
      jsonData: { access: 'proxy', grafanaUrl: 'https://elsewhere.test', namespace: 'default' },
      secureJsonData: { grafanaToken: 'glsa_of_elsewhere' },
    };
    await store(others);
    await fill(user, address(), '/grafana');
    await press(user, 'Save settings');
    expect(await screen.findByRole('alert', { name: 'Changed by someone else' })).toHaveTextContent(
      /Nothing was saved/
    );
    expect(address()).toHaveValue(`${ROOT_URL}/grafana`);
    expect(screen.getByText(WHY)).toBeVisible();

    await press(user, 'Save settings');
    expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent(WHY);
    expect(onSaved).not.toHaveBeenCalled();
    expect(await stored()).toMatchObject({ jsonData: others.jsonData, secureJsonFields: { grafanaToken: true } });

    await fill(user, token(), 'glsa_stored');
    await press(user, 'Save settings');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ grafanaUrl: `${ROOT_URL}/grafana` });
  });
});

describe('another admin saves while this page is open', () => {
  const irmUrl = () => screen.getByLabelText(/^IRM URL/);
  const THEIRS = { irmUrl: 'https://theirs.grafana.net', irmApiUrl: IRM_URL, irmCredential: 'apiKey', replicas: '2+' };
  beforeEach(() => store({ jsonData: {}, secureJsonData: { grafanaToken: '', irmToken: '' } }));

  test('which stays in all that this one did not touch, the token included', async () => {
    const { user, onSaved } = await open();
    await store({ jsonData: THEIRS, secureJsonData: { irmToken: 'glsa_theirs' } });
    await fill(user, irmUrl(), 'https://theirs.grafana.net');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({ jsonData: THEIRS, secureJsonFields: { irmToken: true } });
  });

  test('and what both changed is told before one goes over the other', async () => {
    const { user, onSaved } = await open();
    await store({ jsonData: THEIRS, secureJsonData: { irmToken: 'glsa_theirs' } });
    await fill(user, irmUrl(), 'https://mine.grafana.net');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByRole('alert', { name: 'Changed by someone else' })).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
    expect((await stored()).jsonData).toMatchObject(THEIRS);
    expect(irmUrl()).toHaveValue('https://mine.grafana.net');
    expect(screen.getByLabelText(/^API URL/)).toHaveValue(IRM_URL);
    expect(screen.getByLabelText(/^API key/)).toHaveValue('configured');

    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({
      jsonData: { ...THEIRS, irmUrl: 'https://mine.grafana.net' },
      secureJsonFields: { irmToken: true },
    });
  });
});

test('settings that something answered as saved and Grafana does not have are not called saved', async () => {
  await store({ jsonData: { irmUrl: 'https://before.grafana.net' } });
  const { user, onSaved } = await open();
  await user.clear(screen.getByLabelText(/^IRM URL/));
  await fill(user, screen.getByLabelText(/^IRM URL/), 'https://my-stack.grafana.net');
  meanwhile(async ({ method }) =>
    method === 'POST' ? Response.json({ message: 'Plugin settings updated' }) : undefined
  );
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  // It is looked at twice, as a replica may lag behind.
  const alert = await screen.findByRole('alert', { name: 'Grafana does not show the change' }, { timeout: 4000 });
  expect(alert).toHaveTextContent(/answered as done.*Something in front of Grafana may have answered/);
  expect(screen.getByLabelText(/^IRM URL/)).toHaveValue('https://my-stack.grafana.net');
  expect(onSaved).not.toHaveBeenCalled();

  meanwhile(async () => undefined);
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect((await stored()).jsonData).toMatchObject({ irmUrl: 'https://my-stack.grafana.net' });
});

test('an editor may not save and hears it from Grafana', async () => {
  signInAs('editor');
  const { user, onSaved } = await open();
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  expect(await screen.findByText('You lack a permission')).toBeVisible();
  expect(screen.getByText(/plugins:write/)).toBeVisible();
  expect(onSaved).not.toHaveBeenCalled();
});
