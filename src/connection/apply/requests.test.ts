import { standIns } from '../../../tests/support/standIns';
import { planConnection } from '../plan/planConnection';
import { readGrafana } from '../reading/readGrafana';
import type { DesiredConnection } from '../model';
import { desiredConnection, endpoint, otherEndpoint } from '../testing/fixtures';
import { applyPlan } from './applyPlan';

const VERSIONS = ['12.3.0', '12.4.0', '13.2.1'] as const;

const LIST = expect.stringMatching(/^GET .*(contact-points|receivers)$/) as string;
const CREATE = expect.stringMatching(/^POST .*(contact-points|receivers)$/) as string;
/** That a list is empty is not believed on one API's word: a new 12.4 alone has no contact point to show. */
const WITNESS = 'GET /apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers';
const RULER = '/api/ruler/grafana/api/v1/rules/irm-heartbeats';

/** A Grafana of this version as its administrator sets it up, each wish once Grafana was read. */
async function grafanaOf(version: (typeof VERSIONS)[number]) {
  const world = standIns({ version });
  const { grafana } = await world.signIn('admin');
  return {
    stop: world.stop,
    /** What is asked from the click to the outcome. */
    async setUp(desired: DesiredConnection): Promise<string[]> {
      const reading = await readGrafana(grafana, { folder: 'unread' });
      if (!reading.ok) {
        throw new Error(reading.error.message);
      }
      const before = world.asked.length;
      expect(await applyPlan(planConnection(desired, reading.value), grafana)).toMatchObject({ result: 'applied' });
      return world.asked.slice(before);
    },
  };
}

const another = (name: string): Partial<DesiredConnection> => {
  const { heartbeat } = desiredConnection({ endpoint: otherEndpoint });
  return {
    endpoint: otherEndpoint,
    contactPoint: { name, maxAlerts: 0, sendResolved: true },
    heartbeat: heartbeat && { ...heartbeat, contactPointName: `${name} heartbeat` },
  };
};

describe.each(VERSIONS)('on %s', (version) => {
  it('a contact point takes three requests: whether the name is free, the write, and whether it stayed ours', async () => {
    const { setUp, stop } = await grafanaOf(version);
    const isNew = version === '12.4.0';
    expect(await setUp(desiredConnection({ heartbeat: undefined }))).toEqual([
      ...(isNew ? [LIST, WITNESS] : [LIST]),
      CREATE,
      LIST,
    ]);
    stop();
  });

  it('a heartbeat takes seven, with its folder or in one that is there', async () => {
    const { setUp, stop } = await grafanaOf(version);
    await setUp(desiredConnection({ heartbeat: undefined }));
    const first = await setUp(desiredConnection());
    expect(first).toEqual([LIST, CREATE, LIST, 'POST /api/folders', `POST ${RULER}`, `GET ${RULER}`, LIST]);

    await setUp(desiredConnection({ ...another('Second'), heartbeat: undefined }));
    const second = await setUp(desiredConnection(another('Second')));
    expect(second).toEqual([LIST, CREATE, LIST, `GET ${RULER}`, `POST ${RULER}`, `GET ${RULER}`, LIST]);
    stop();
  });

  it('one that is locked takes another, which locks the rule', async () => {
    const { setUp, stop } = await grafanaOf(version);
    await setUp(desiredConnection({ editability: 'locked', heartbeat: undefined }));
    const asked = await setUp(desiredConnection({ editability: 'locked' }));
    expect(asked).toHaveLength(8);
    expect(asked.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
    stop();
  });
});

it('both at once take no more than one after the other', async () => {
  const { setUp, stop } = await grafanaOf('12.4.0');
  expect(await setUp(desiredConnection({ endpoint }))).toHaveLength(1 + 3 + 7 - 1);
  stop();
});
