/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { userKey } from '../../sandbox/irm/organization';
import { IRM_URL, settingsPage } from '../../tests/support/settingsPage';
import { address, chooseKey, enter, key, save, stack, STACK, token } from '../../tests/support/irmFields';

const { open, store, stored } = settingsPage();

beforeEach(() => store({ jsonData: {}, secureJsonData: { irmToken: '' } }));

describe('an administrator sets IRM’s API up', () => {
  test('who does not want it sees one field, and leaves it empty', async () => {
    const { user, onSaved } = await open();
    expect(screen.queryByLabelText(/^IRM service account token/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Test IRM access/ })).not.toBeInTheDocument();
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({ jsonData: { irmApiUrl: '', irmStackUrl: '' }, secureJsonFields: {} });
  });

  test('with the token of a service account and the stack that it belongs to', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), 'https://oncall-prod.grafana.net/oncall');
    await enter(user, stack(), STACK);
    await enter(user, token(), 'glsa_secret_1');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(await stored()).toMatchObject({
      jsonData: {
        irmApiUrl: 'https://oncall-prod.grafana.net/oncall',
        irmCredential: 'serviceAccount',
        irmStackUrl: STACK,
      },
      secureJsonFields: { irmToken: true },
    });
    expect(JSON.stringify(await stored())).not.toContain('glsa_secret');
  });

  test('with an API key, which needs no stack', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await chooseKey(user);
    expect(screen.queryByLabelText(/^Stack URL/)).not.toBeInTheDocument();
    await enter(user, key(), userKey('admin'));
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ irmApiUrl: IRM_URL, irmCredential: 'apiKey', irmStackUrl: '' });
  });

  test.each([
    ['https://oncall-prod.grafana.net/oncall/api/v1/', 'https://oncall-prod.grafana.net/oncall'],
    [' https://oncall-prod.grafana.net/oncall/api/v1/integrations/ ', 'https://oncall-prod.grafana.net/oncall'],
    ['https://oncall-prod.grafana.net/oncall/', 'https://oncall-prod.grafana.net/oncall'],
    [
      'https://oncall-prod.grafana.net/oncall/integrations/v1/alertmanager/Pbtfa3i9Yowe7dYH3l2bo0Sj0/',
      'https://oncall-prod.grafana.net/oncall',
    ],
  ])('the address %s is read as its beginning, which is said', async (pasted, read) => {
    const { user, onSaved } = await open();
    await enter(user, address(), pasted);
    expect(screen.getByText(`Will be saved as ${read}`)).toBeVisible();
    await chooseKey(user);
    await enter(user, key(), 'secret');
    expect(document.body.innerHTML).not.toContain('Yowe7dYH3l2bo0Sj0');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ irmApiUrl: read });
  });

  test.each([
    ['https://my-stack.grafana.net/', STACK],
    ['https://my-stack.grafana.net/a/grafana-irm-app/integrations?tab=monitoring', STACK],
    ['https://My-Stack.grafana.net/alerting/list', STACK],
    ['https://g.example.com/grafana/a/grafana-oncall-app/', 'https://g.example.com/grafana'],
    ['http://g.example.com:3000/grafana', 'http://g.example.com:3000/grafana'],
  ])('the stack %s is read as %s, which is said where it differs', async (pasted, read) => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, stack(), pasted);
    const said = screen.queryByText(`Will be saved as ${read}`);
    expect(said === null).toBe(pasted === read);
    await enter(user, token(), 'glsa_1');
    await save(user);
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect((await stored()).jsonData).toMatchObject({ irmStackUrl: read });
  });

  test('the stack that pages link to is suggested', async () => {
    await store({ jsonData: { irmUrl: `${STACK}/a/grafana-irm-app` } });
    const { user } = await open();
    await enter(user, address(), IRM_URL);
    expect(stack()).toHaveValue(STACK);
  });

  test.each([
    ['oncall-prod.grafana.net', 'The URL must start with https:// or http://.'],
    ['https://me:secret@oncall.example', 'Remove the user name and password from the URL.'],
    ['https://oncall.example/?x=1', 'Remove everything from ? or # on.'],
    [
      'https://my-stack.grafana.net/a/grafana-irm-app',
      'This is a page in Grafana. IRM shows its API URL under Settings > Admin & API.',
    ],
  ])('the address %s is refused with the reason', async (pasted, reason) => {
    const { user, onSaved } = await open();
    await enter(user, address(), pasted);
    await save(user);
    expect(await screen.findByText(reason)).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
  });

  test('a service account needs a stack', async () => {
    const { user, onSaved } = await open();
    await enter(user, address(), IRM_URL);
    await enter(user, token(), 'glsa_1');
    await save(user);
    expect(await screen.findByText('Enter the URL of the stack that the service account belongs to.')).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
  });

  test.each([
    ['http://oncall.example', true],
    ['http://localhost:8080', false],
    ['https://oncall.example', false],
  ])('over %s the token is warned for: %s', async (pasted, isWarned) => {
    const { user } = await open();
    await enter(user, address(), pasted);
    expect(screen.queryByText('The token is sent unencrypted') !== null).toBe(isWarned);
  });
});
