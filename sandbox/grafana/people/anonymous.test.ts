import { readConfiguration } from '../server/configuration';
import { testGrafana } from '../testGrafana';

test('whoever is not signed in looks as a Viewer without an account, where that is allowed', async () => {
  const { ask } = testGrafana({ configuration: readConfiguration({ GF_AUTH_ANONYMOUS_ENABLED: 'true' }) });
  expect((await ask('GET', '/api/v1/provisioning/contact-points', {})).status).toBe(200);
  expect(await ask('GET', '/api/user', {})).toMatchObject({ status: 401 });
  expect(await ask('POST', '/api/folders', {}, { title: 'New' })).toMatchObject({ status: 403 });
});

test.each([true, false])('pages are told whether that is so: %s', async (isEnabled) => {
  const configuration = readConfiguration({ GF_AUTH_ANONYMOUS_ENABLED: String(isEnabled) });
  const { as } = testGrafana({ configuration });
  expect((await as('editor')('GET', '/api/frontend/settings')).body).toMatchObject({ anonymousEnabled: isEnabled });
});

test('what nobody made is not theirs who are nobody', async () => {
  const { ask, grafana } = testGrafana({ configuration: readConfiguration({ GF_AUTH_ANONYMOUS_ENABLED: 'true' }) });
  grafana.provision({ folders: [{ uid: 'from-a-file', title: 'From a file' }] });
  const group = { name: 'g', interval: '1m', rules: [] };
  expect(await ask('POST', '/api/ruler/grafana/api/v1/rules/from-a-file', {}, group)).toMatchObject({ status: 403 });
});

test('who signs in wrongly is refused all the same', async () => {
  const { ask } = testGrafana({ configuration: readConfiguration({ GF_AUTH_ANONYMOUS_ENABLED: 'true' }) });
  expect((await ask('GET', '/api/folders', { Authorization: `Basic ${btoa('admin:no')}` })).status).toBe(401);
});
