import { http, HttpResponse } from 'msw';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { saveSettings, type SettingsToSave } from './saveSettings';
import { fetchSettings, readSettings } from './settings';

const server = mswServer();

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/plugins/irmconnect-setup-app/settings`;
const session = fetchTransport({ baseUrl: ROOT });
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'plugin', name));
const ofGrafana = (settings: object) => () =>
  HttpResponse.json({ id: 'irmconnect-setup-app', enabled: true, pinned: true, ...settings });
const NO_IRM = { apiUrl: '', credential: 'serviceAccount', stackUrl: '' } as const;
const NOT_SET = {
  access: 'session',
  grafanaUrl: '',
  irmUrl: '',
  hasGrafanaToken: false,
  irm: { ...NO_IRM, hasToken: false },
  replicas: '',
  namespace: '',
  managedBy: '',
};

const TO_SAVE: SettingsToSave = {
  access: 'proxy',
  grafanaUrl: ' http://localhost:3000/grafana// ',
  irmUrl: 'https://acme.grafana.net/',
  grafanaToken: undefined,
  irm: { ...NO_IRM, token: undefined },
  replicas: '2+',
  namespace: 'org-2',
};

/** Keeps what is posted, which is what Grafana shows from then on. */
function acceptSettings() {
  const bodies: unknown[] = [];
  server.use(
    http.post(PATH, async ({ request }) => {
      const { secureJsonFields: fields } = (await (await fetch(PATH)).json()) as { secureJsonFields?: object };
      const posted = (await request.json()) as { secureJsonData?: Record<string, string> };
      bodies.push(posted);
      const { secureJsonData = {}, ...settings } = posted;
      const sent = Object.entries(secureJsonData).map(([name, token]) => [name, token !== '']);
      server.use(
        http.get(PATH, ofGrafana({ ...settings, secureJsonFields: { ...fields, ...Object.fromEntries(sent) } }))
      );
      return recorded('write settings')();
    })
  );
  return bodies;
}

it.each([[null], [undefined], [{}], [{ access: 'magic', grafanaUrl: 5 }], ['text']])(
  'takes %j for settings not made',
  (jsonData) => {
    expect(readSettings(jsonData, null)).toEqual(NOT_SET);
  }
);

it.each([
  [1, '1'],
  ['1', '1'],
  [3, '2+'],
  ['2', '2+'],
  ['2+', '2+'],
  [0, ''],
  [1.5, ''],
  ['many', ''],
  [true, ''],
])('takes %j, as a file may hold it, for the number of replicas "%s"', (replicas, read) => {
  expect(readSettings({ replicas }, null).replicas).toBe(read);
});

it('knows of a stored token, never the token', () => {
  const settings = readSettings({ access: 'proxy', grafanaUrl: ROOT }, { grafanaToken: true });
  expect(settings).toEqual({ ...NOT_SET, access: 'proxy', grafanaUrl: ROOT, hasGrafanaToken: true });
});

it('reads a plugin that was never configured', async () => {
  server.use(http.get(PATH, recorded('settings, fresh')));
  expect(await fetchSettings(session)).toEqual({ ok: true, value: NOT_SET });
});

it('keeps what else is stored, and puts no slash at the end of an address', async () => {
  server.use(http.get(PATH, ofGrafana({ jsonData: { somebodyElses: 'key' } })));
  const bodies = acceptSettings();
  expect(await saveSettings(TO_SAVE, session)).toEqual({ ok: true, value: undefined });
  expect(bodies).toEqual([
    {
      enabled: true,
      pinned: true,
      jsonData: {
        somebodyElses: 'key',
        irmApiUrl: '',
        irmCredential: 'serviceAccount',
        irmStackUrl: '',
        access: 'proxy',
        grafanaUrl: 'http://localhost:3000/grafana',
        irmUrl: 'https://acme.grafana.net',
        replicas: '2+',
        namespace: 'org-2',
      },
    },
  ]);
});

it('does not enable a plugin by the way', async () => {
  server.use(http.get(PATH, recorded('settings, fresh')));
  const bodies = acceptSettings();
  await saveSettings(TO_SAVE, session);
  expect(bodies[0]).toMatchObject({ enabled: false, pinned: false });
});

it('sends a token only when there is a new one', async () => {
  server.use(http.get(PATH, recorded('settings, saved')));
  const bodies = acceptSettings();
  await saveSettings(TO_SAVE, session);
  await saveSettings({ ...TO_SAVE, grafanaToken: ' glsa_new ' }, session);
  expect(bodies[0]).not.toHaveProperty('secureJsonData');
  expect(bodies[1]).toHaveProperty('secureJsonData', { grafanaToken: 'glsa_new' });
});

describe('a stored token stays at the server that it was entered for', () => {
  const storedWith = (jsonData: unknown) =>
    server.use(http.get(PATH, ofGrafana({ jsonData, secureJsonFields: { grafanaToken: true } })));
  const save = (changes: Partial<SettingsToSave>) =>
    saveSettings({ ...TO_SAVE, grafanaUrl: 'http://grafana.internal:3000/new', ...changes }, session);

  const ELSEWHERE: Array<[string, unknown]> = [
    ['another host', { grafanaUrl: 'http://elsewhere.test:3000' }],
    ['another port', { grafanaUrl: 'http://grafana.internal:3001' }],
    ['https', { grafanaUrl: 'https://grafana.internal:3000' }],
    ['an empty address', { grafanaUrl: '' }],
    ['an address that nobody can read', { grafanaUrl: 'grafana.internal:3000' }],
    ['no text for an address', { grafanaUrl: 5 }],
    ['nothing', null],
  ];

  it.each(ELSEWHERE)('with %s stored it is asked for again before anything is written', async (_, jsonData) => {
    storedWith(jsonData);
    const bodies = acceptSettings();
    expect(await save({})).toEqual({ ok: false, error: { reason: 'tokenNeeded', token: 'grafana' } });
    expect(await save({ grafanaToken: '  ' })).toEqual({
      ok: false,
      error: { reason: 'tokenNeeded', token: 'grafana' },
    });
    expect(bodies).toEqual([]);
    expect(await save({ grafanaToken: 'glsa_new' })).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: 'glsa_new' } })]);
  });

  it.each(ELSEWHERE)('with %s stored it is cleared when the service account is switched off', async (_, jsonData) => {
    storedWith(jsonData);
    const bodies = acceptSettings();
    expect(await save({ access: 'session' })).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: '' } })]);
  });

  it('is kept with another path on the same server, with either access', async () => {
    storedWith({ grafanaUrl: 'HTTP://Grafana.internal:3000' });
    const bodies = acceptSettings();
    await save({});
    await save({ access: 'session' });
    expect(bodies).toHaveLength(2);
    bodies.forEach((body) => expect(body).not.toHaveProperty('secureJsonData'));
  });
});

describe('IRM’s stored token', () => {
  const IRM = {
    irmApiUrl: 'https://irm.example/oncall',
    irmCredential: 'serviceAccount',
    irmStackUrl: 'https://acme.grafana.net',
  };
  const KEY = { ...IRM, irmCredential: 'apiKey', irmStackUrl: '' };
  const SAME = {
    apiUrl: 'https://irm.example/oncall',
    credential: 'serviceAccount',
    stackUrl: 'https://acme.grafana.net',
    token: undefined,
  } as const;
  const storedWith = (jsonData: unknown) =>
    server.use(http.get(PATH, ofGrafana({ jsonData, secureJsonFields: { irmToken: true } })));
  const save = (irm: Partial<SettingsToSave['irm']>) =>
    saveSettings({ ...TO_SAVE, access: 'session', irm: { ...SAME, ...irm } }, session);

  it('is known of, never the token', () => {
    expect(readSettings(IRM, { irmToken: true }).irm).toEqual({
      ...{ apiUrl: IRM.irmApiUrl, credential: 'serviceAccount', stackUrl: IRM.irmStackUrl },
      hasToken: true,
    });
  });

  it.each([
    ['the same settings', IRM, {}],
    ['another path on the same server', IRM, { apiUrl: 'HTTPS://irm.example/elsewhere/api/v1/' }],
    ['another page of the same stack', IRM, { stackUrl: 'https://acme.grafana.net/a/grafana-irm-app' }],
    ['a pasted address with blanks', IRM, { apiUrl: ' https://irm. example/oncall/ ' }],
    ['the same key, whatever stack is left in the form', KEY, { credential: 'apiKey', stackUrl: 'https://x.example' }],
  ] as const)('is kept with %s', async (_, jsonData, irm) => {
    storedWith(jsonData);
    const bodies = acceptSettings();
    expect(await save(irm)).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([expect.not.objectContaining({ secureJsonData: expect.anything() })]);
  });

  it.each([
    ['another host', IRM, { apiUrl: 'https://elsewhere.example/oncall' }],
    ['another port', IRM, { apiUrl: 'https://irm.example:8443/oncall' }],
    ['http', IRM, { apiUrl: 'http://irm.example/oncall' }],
    ['another stack', IRM, { stackUrl: 'https://evil.grafana.net' }],
    ['the other kind', IRM, { credential: 'apiKey' }],
    ['the other kind, back', KEY, {}],
    ['an address where none was stored', {}, {}],
  ] as const)('is asked for again with %s, before anything is written', async (_, jsonData, irm) => {
    storedWith(jsonData);
    const bodies = acceptSettings();
    expect(await save(irm)).toEqual({ ok: false, error: { reason: 'tokenNeeded', token: 'irm' } });
    expect(await save({ ...irm, token: '  ' })).toMatchObject({ ok: false, error: { token: 'irm' } });
    expect(bodies).toEqual([]);
    expect(await save({ ...irm, token: ' glsa_new ' })).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([expect.objectContaining({ secureJsonData: { irmToken: 'glsa_new' } })]);
  });

  it.each([[''], ['  ']])('is cleared with the address %j, and the stack with it', async (apiUrl) => {
    storedWith(IRM);
    const bodies = acceptSettings();
    expect(await save({ apiUrl })).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([
      expect.objectContaining({
        jsonData: expect.objectContaining({ irmApiUrl: '', irmStackUrl: '' }),
        secureJsonData: { irmToken: '' },
      }),
    ]);
  });

  it('leaves Grafana’s alone, and the other way round', async () => {
    const jsonData = { ...IRM, access: 'proxy', grafanaUrl: 'http://grafana.internal:3000' };
    const secureJsonFields = { irmToken: true, grafanaToken: true };
    server.use(http.get(PATH, ofGrafana({ jsonData, secureJsonFields })));
    const bodies = acceptSettings();
    const both = { ...TO_SAVE, grafanaUrl: 'http://grafana.internal:3000', irm: SAME };
    await saveSettings({ ...both, irm: { ...SAME, token: 'glsa_irm' } }, session);
    await saveSettings({ ...both, grafanaToken: 'glsa_grafana' }, session);
    expect(bodies).toMatchObject([
      { secureJsonData: { irmToken: 'glsa_irm' } },
      { secureJsonData: { grafanaToken: 'glsa_grafana' } },
    ]);
    expect(JSON.stringify(bodies[0])).not.toContain('grafanaToken');
    expect(JSON.stringify(bodies[1])).not.toContain('irmToken');
  });
});

it('knows the name that a provisioning file gives itself, and leaves it in place', async () => {
  expect(readSettings({ managedBy: ' irmconnect.yaml ' }, null).managedBy).toBe('irmconnect.yaml');
  expect(readSettings({ managedBy: true }, null).managedBy).toBe('');
  server.use(http.get(PATH, ofGrafana({ jsonData: { managedBy: 'irmconnect.yaml' } })));
  const bodies = acceptSettings();
  await saveSettings(TO_SAVE, session);
  expect(bodies).toMatchObject([{ jsonData: { managedBy: 'irmconnect.yaml' } }]);
});

it('names the right that an Editor lacks', async () => {
  server.use(http.get(PATH, recorded('settings, saved')), http.post(PATH, recorded('editor may not write settings')));
  expect(await saveSettings(TO_SAVE, session)).toMatchObject({
    ok: false,
    error: { reason: 'forbidden', message: expect.stringContaining('plugins:write') },
  });
});

it('writes nothing when the stored settings cannot be read', async () => {
  server.use(http.get(PATH, () => HttpResponse.error()));
  expect(await saveSettings(TO_SAVE, session)).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
});

it.each([
  ['an object of something else', {}],
  ['settings of another plugin', { id: 'other-app', enabled: true, pinned: true, jsonData: {} }],
  ['settings without whether it is enabled', { id: 'irmconnect-setup-app', pinned: true }],
])('writes nothing over %s, for all that is stored would be lost', async (_, answer) => {
  server.use(http.get(PATH, () => HttpResponse.json(answer)));
  const bodies = acceptSettings();
  expect(await saveSettings(TO_SAVE, session)).toMatchObject({ ok: false, error: { reason: 'unexpected' } });
  expect(bodies).toEqual([]);
});

describe('a save that is answered as done is read back', () => {
  const BEFORE = { jsonData: { irmUrl: 'https://before.grafana.net', somebodyElses: 'key' }, secureJsonFields: {} };
  const ASKED = { ...TO_SAVE, grafanaToken: 'glsa_new' };
  const SAVED = {
    jsonData: {
      somebodyElses: 'key',
      access: 'proxy',
      grafanaUrl: 'http://localhost:3000/grafana',
      irmUrl: 'https://acme.grafana.net',
      irmApiUrl: '',
      irmCredential: 'serviceAccount',
      irmStackUrl: '',
      replicas: '2+',
      namespace: 'org-2',
    },
    secureJsonFields: { grafanaToken: true },
  };

  /** What Grafana shows before the save, and at each look after it, the last again and again. */
  function showing(before: object, ...after: Array<object | 'nothing'>) {
    const asked: string[] = [];
    server.use(
      http.get(PATH, () => {
        const settings = asked.includes('POST') ? (after.length > 1 ? after.shift() : after[0]) : before;
        asked.push('GET');
        return typeof settings === 'object' ? ofGrafana(settings)() : HttpResponse.error();
      }),
      http.post(PATH, () => {
        asked.push('POST');
        return recorded('write settings')();
      })
    );
    return asked;
  }

  it('and is done where all of it is there, whatever else others put beside it', async () => {
    const asked = showing(BEFORE, { ...SAVED, jsonData: { ...SAVED.jsonData, proofNonce: 'word' } });
    expect(await saveSettings(ASKED, session)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(['GET', 'POST', 'GET']);
  });

  it('and once more after a moment, where a replica lags behind', async () => {
    const waited: number[] = [];
    const asked = showing(BEFORE, BEFORE, SAVED);
    expect(await saveSettings(ASKED, session, async (ms) => void waited.push(ms))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(asked).toEqual(['GET', 'POST', 'GET', 'GET']);
    expect(waited).toEqual([expect.any(Number)]);
    expect(waited[0]).toBeGreaterThanOrEqual(1000);
  });

  const noWait = () => Promise.resolve();

  it.each([
    ['all is as before', BEFORE, BEFORE, 'withoutEffect'],
    ['there are still no settings', { jsonData: null, secureJsonFields: {} }, { jsonData: null }, 'withoutEffect'],
    [
      'the token alone did not come',
      { ...SAVED, secureJsonFields: {} },
      { ...SAVED, secureJsonFields: {} },
      'withoutEffect',
    ],
    [
      'another address stands there',
      BEFORE,
      { ...SAVED, jsonData: { ...SAVED.jsonData, irmUrl: 'https://x.test' } },
      'changedMeanwhile',
    ],
    ['the token is gone again', BEFORE, { ...SAVED, secureJsonFields: {} }, 'changedMeanwhile'],
  ])('and is not called done where %s', async (_, before, after, reason) => {
    const asked = showing(before, after);
    expect(await saveSettings(ASKED, session, noWait)).toMatchObject({ ok: false, error: { reason } });
    expect(asked).toEqual(['GET', 'POST', 'GET', 'GET']);
  });

  it('and is not called done where a token that was to be cleared is still there', async () => {
    const stored = { jsonData: { grafanaUrl: 'http://elsewhere.test' }, secureJsonFields: { grafanaToken: true } };
    showing(stored, { ...stored, jsonData: { ...SAVED.jsonData, access: 'session' } });
    expect(await saveSettings({ ...TO_SAVE, access: 'session' }, session, noWait)).toMatchObject({
      ok: false,
      error: { reason: 'changedMeanwhile' },
    });
  });

  it('and says so where it cannot be seen', async () => {
    showing(BEFORE, 'nothing');
    expect(await saveSettings(ASKED, session, noWait)).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
  });
});

describe('a save whose answer says nothing is looked at', () => {
  const NOT_GRAFANAS: Array<[string, () => Response]> = [
    ['never comes', () => HttpResponse.error()],
    ['is a bad gateway’s', () => HttpResponse.text('Bad Gateway', { status: 502 })],
    ['is an object of something else', () => HttpResponse.json({})],
    ['is a list', () => HttpResponse.json([])],
    ['is empty', () => new HttpResponse(null, { status: 200 })],
    ['is cut off', () => HttpResponse.text('{"message":"Plugin set')],
  ];

  /** A Grafana that keeps settings or does not, and whose answer to that is spoiled on the way. */
  function spoiled(answer: () => Response, isKept: boolean) {
    let stored: object = { jsonData: { irmUrl: 'https://before.grafana.net' }, secureJsonFields: {} };
    server.use(
      http.get(PATH, () => ofGrafana(stored)()),
      http.post(PATH, async ({ request }) => {
        const { jsonData } = (await request.json()) as { jsonData: object };
        stored = isKept ? { jsonData, secureJsonFields: { grafanaToken: true } } : stored;
        return answer();
      })
    );
  }

  it.each(NOT_GRAFANAS)('the answer %s, and the settings are stored', async (_, answer) => {
    spoiled(answer, true);
    expect(await saveSettings(TO_SAVE, session)).toEqual({ ok: true, value: undefined });
  });

  it.each(NOT_GRAFANAS)('the answer %s, and nothing is stored', async (_, answer) => {
    spoiled(answer, false);
    expect(await saveSettings(TO_SAVE, session)).toMatchObject({ ok: false });
  });

  it('the answer never comes, and whether the token is the new one cannot be seen', async () => {
    spoiled(() => HttpResponse.error(), true);
    expect(await saveSettings({ ...TO_SAVE, grafanaToken: 'glsa_new' }, session)).toMatchObject({ ok: false });
  });
});
