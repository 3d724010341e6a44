import { standIns, type Fault } from '../../tests/support/standIns';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { integration } from '../connection/testing/fixtures';

const VERSIONS = ['12.3.0', '12.4.0', '13.2.1'] as const;

const LIST = '/api/v1/provisioning/contact-points';
const RECEIVERS = /^\/apis\/notifications\..*\/receivers$/;
const DELIVERIES = '/api/alertmanager/grafana/config/api/v1/receivers';
const IRM = integration({ uid: 'irmc-1', name: 'IRM' });

let world: ReturnType<typeof standIns>;
let grafana: GrafanaPort;

async function begin(version: (typeof VERSIONS)[number]) {
  world = standIns({ version });
  ({ grafana } = await world.signIn('admin'));
}
afterEach(() => world.stop());

/** The running Alertmanager takes it up at its next poll. */
async function oneContactPoint() {
  expect(await grafana.createIntegration(IRM)).toMatchObject({ ok: true });
  await world.clock.advance(70_000);
}

/** What stands in front of Grafana answers with lists that hold nothing. */
const emptied =
  (isMeant: (path: string) => boolean): Fault =>
  (path, { method }) =>
    method !== 'GET' || !isMeant(path)
      ? undefined
      : Response.json(RECEIVERS.test(path) ? { kind: 'ReceiverList', items: [] } : []);

const DOUBTFUL = { ok: false, error: { reason: 'contradicted' } };
const EMPTY = { ok: true, value: { value: [] } };

describe.each(VERSIONS)('no contact points, on %s', (version) => {
  beforeEach(() => begin(version));

  it('is not believed where there are some', async () => {
    await oneContactPoint();
    world.failWith(emptied((path) => path === LIST || RECEIVERS.test(path)));
    expect(await grafana.listIntegrations()).toMatchObject(DOUBTFUL);
    world.failWith();
    expect(await grafana.listIntegrations()).toMatchObject({ ok: true });
  });

  it('is not believed either where it is told of what uses them', async () => {
    world.failWith(emptied((path) => RECEIVERS.test(path)));
    expect(await grafana.listReceiverUses()).toMatchObject(DOUBTFUL);
  });
});

describe('a new 12.4', () => {
  beforeEach(() => begin('12.4.0'));

  it('has none, which the contact point of its default policy confirms', async () => {
    expect(await grafana.listIntegrations()).toEqual({
      ok: true,
      value: { value: [], serverTime: world.clock.now() },
    });
    expect(world.asked.filter((asked) => /receivers$/.test(asked))).toHaveLength(1);
  });

  it('is asked for nothing more where there are some', async () => {
    await oneContactPoint();
    world.asked.length = 0;
    await grafana.listIntegrations();
    expect(world.asked).toEqual([`GET ${LIST}`]);
  });

  it('has none again as soon as the last one is deleted, whatever the Alertmanager still delivers to', async () => {
    await oneContactPoint();
    expect(await grafana.deleteIntegration(IRM.uid)).toMatchObject({ ok: true });
    expect(await grafana.deliveries()).toMatchObject({
      value: { value: expect.arrayContaining([expect.objectContaining({ name: 'IRM' })]) },
    });
    expect(await grafana.listIntegrations()).toMatchObject(EMPTY);
  });

  it('names whom it tells of elsewhere', async () => {
    await oneContactPoint();
    world.failWith(emptied((path) => path === LIST));
    expect(await grafana.listIntegrations()).toMatchObject({ ok: false, error: { message: 'IRM' } });
    world.failWith();
    for (const name of ['Mail', 'Pager', 'Quiet']) {
      await grafana.createIntegration(integration({ uid: name, name }));
    }
    world.failWith(emptied((path) => path === LIST));
    expect(await grafana.listIntegrations()).toMatchObject({ ok: false, error: { message: 'IRM, Mail, Pager, …' } });
  });

  it('is asked for its deliveries where something else may not be asked', async () => {
    const refused: Fault = (path) => (RECEIVERS.test(path) ? Response.json({}, { status: 403 }) : undefined);
    world.failWith(refused);
    expect(await grafana.listIntegrations()).toEqual({
      ok: true,
      value: { value: [], serverTime: world.clock.now() },
    });
    world.failWith();
    await oneContactPoint();
    world.failWith((path, asked) => emptied((one) => one === LIST)(path, asked) ?? refused(path, asked));
    expect(await grafana.listIntegrations()).toMatchObject({ ok: false, error: { ...DOUBTFUL.error, message: 'IRM' } });
  });

  it('is believed, and nobody says that it is certain, where nothing else may be asked', async () => {
    world.failWith((path) =>
      RECEIVERS.test(path) || path === DELIVERIES ? Response.json({}, { status: 403 }) : undefined
    );
    expect(await grafana.listIntegrations()).toMatchObject({ ok: true, value: { value: [], isUnconfirmed: true } });
    // Of an organization without any contact point nobody can tell the truth.
    world.failWith(emptied((path) => RECEIVERS.test(path) || path === DELIVERIES));
    expect(await grafana.listIntegrations()).toMatchObject(DOUBTFUL);
  });
});

it('counts nothing as deleted by a list that cannot be right', async () => {
  await begin('13.2.1');
  await oneContactPoint();
  world.failWith(emptied((path) => RECEIVERS.test(path)));
  expect(await grafana.deleteIntegration(IRM.uid)).toMatchObject(DOUBTFUL);
});
