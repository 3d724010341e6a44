import { grafanaError, troubledGrafana, connect, FOLDER, onCall, type TroubledGrafana } from '../testing/applying';
import { readGrafana } from './readGrafana';

const CONTACT_POINTS = '/api/v1/provisioning/contact-points';

async function emptyFolder(grafana: TroubledGrafana) {
  expect(await grafana.client.createFolder(FOLDER)).toMatchObject({ ok: true });
}

describe('reading Grafana', () => {
  it('asks five things side by side, and for states and alerts only where there are rules', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    grafana.calls.length = 0;
    const read = await readGrafana(grafana.port);
    expect(grafana.calls).toEqual([
      'listIntegrations',
      'readFolderRules',
      'deliveries',
      'ruleStatuses',
      'alertsWithLabel',
    ]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        integrations: [{ name: 'IRM Production' }, { name: 'IRM Production heartbeat' }],
        folder: { state: 'present', title: FOLDER.title },
        rules: [{ title: 'IRM Production heartbeat', version: 1 }],
        otherRules: [],
        problems: {},
        serverTime: grafana.world.clock.now(),
      },
    });
  });

  it('asks a Grafana without rules for no states', async () => {
    const grafana = await troubledGrafana();
    await emptyFolder(grafana);
    grafana.calls.length = 0;
    expect(await readGrafana(grafana.port)).toMatchObject({ ok: true, value: { folder: { state: 'present' } } });
    expect(grafana.calls).toEqual(['listIntegrations', 'readFolderRules', 'deliveries']);
  });

  it('believes no list without contact points against rules that send to some', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    const isAskedInstead = (path: string) => path.endsWith('/receivers');
    grafana.world.failWith((path) =>
      path === CONTACT_POINTS
        ? Response.json([])
        : isAskedInstead(path)
          ? Response.json({ message: 'no' }, { status: 403 })
          : undefined
    );
    expect(await readGrafana(grafana.port)).toMatchObject({
      ok: false,
      error: { reason: 'contradicted', message: 'IRM Production heartbeat' },
    });
  });

  it('believes it where nothing speaks against it', async () => {
    const grafana = await troubledGrafana();
    grafana.world.failWith((path) =>
      path.endsWith('/receivers') ? Response.json({ message: 'no' }, { status: 403 }) : undefined
    );
    expect(await readGrafana(grafana.port)).toMatchObject({ ok: true, value: { integrations: [] } });
  });

  it('reads integrations of every type, each with what it stores', async () => {
    const grafana = await troubledGrafana();
    const mail = { uid: 'm', name: 'Team', type: 'email', settings: { addresses: 'a@example.net' } };
    expect(await grafana.world.call('editor', 'POST', CONTACT_POINTS, mail)).toBe(202);
    const read = await readGrafana(grafana.port);
    expect(read).toMatchObject({
      value: { integrations: expect.arrayContaining([expect.objectContaining({ uid: 'm', type: 'email', url: '' })]) },
    });
  });

  it('takes a missing folder for no rules, although Grafana forbids to read them', async () => {
    for (const login of ['admin', 'editor', 'viewer'] as const) {
      const read = await readGrafana((await troubledGrafana(login)).port);
      const state = login === 'admin' ? 'absent' : 'hidden';
      expect(read).toMatchObject({ ok: true, value: { folder: { state, title: undefined }, rules: [], problems: {} } });
    }
  });

  it('fails when the contact points cannot be read', async () => {
    const grafana = await troubledGrafana();
    const error = grafanaError('forbidden', { status: 403 });
    grafana.trouble = onCall('listIntegrations', error);
    expect(await readGrafana(grafana.port)).toEqual({ ok: false, error });
  });

  it.each([
    ['readFolderRules', 'rules'],
    ['deliveries', 'deliveries'],
    ['ruleStatuses', 'ruleStatuses'],
    ['alertsWithLabel', 'alerts'],
  ] as const)('says so when %s fails, and shows the rest', async (call, part) => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    const error = grafanaError('forbidden', { status: 403 });
    grafana.trouble = onCall(call, error);
    const read = await readGrafana(grafana.port);
    expect(read).toMatchObject({
      ok: true,
      value: { integrations: [{}, {}], problems: { [part]: error }, [part]: [] },
    });
  });
});
