import { at, refused } from '../health/testing/scene';
import type { GrafanaPort, Silence } from '../port/grafanaPort';
import { failure, success } from '../result';
import { grafanaError, onCall, troubledGrafana, type TroubledGrafana } from '../testing/applying';
import { canRestore, expireSilence, readSilences, restoreSilence } from './silences';

const silence: Silence = {
  id: 's1',
  state: 'active',
  matchers: [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }],
  startsAt: at(-60),
  endsAt: at(60),
  createdBy: 'somebody',
  comment: 'quiet',
};

/** A Grafana with one silence that lasts an hour, which the plugin then ends. */
async function expired() {
  const grafana = await troubledGrafana();
  const now = grafana.world.clock.now();
  const { id: _, state: __, ...wanted } = silence;
  const created = await grafana.client.createSilence({ ...wanted, startsAt: now, endsAt: now + 3_600_000 });
  const read = created.ok ? await grafana.client.getSilence(created.value) : undefined;
  if (!read?.ok || !read.value) {
    throw new Error('no silence');
  }
  await grafana.world.clock.advance(1_000);
  expect(await expireSilence(grafana.port, read.value)).toMatchObject({ ok: true });
  return { grafana, ended: read.value, now: now + 1_000 };
}

async function lasting({ client }: TroubledGrafana): Promise<Silence[]> {
  const listed = await client.listSilences();
  return listed.ok ? listed.value.filter(({ state }) => state !== 'expired') : [];
}

it('puts a silence back only while it would still last', () => {
  expect(canRestore(silence, at(59))).toBe(true);
  expect(canRestore(silence, at(60))).toBe(false);
  expect(canRestore({ ...silence, endsAt: undefined }, at(0))).toBe(false);
});

it('ends one for everybody, and puts it back with the same end and comment', async () => {
  const { grafana, ended, now } = await expired();
  expect(await lasting(grafana)).toEqual([]);
  const restored = await restoreSilence(grafana.port, ended, now);
  const [found, ...others] = await lasting(grafana);
  expect(others).toEqual([]);
  expect(restored).toEqual(success(found?.id));
  expect(found).toMatchObject({ endsAt: ended.endsAt, comment: 'quiet', matchers: ended.matchers });
});

it.each(['unexpected', 'timeout', 'unreachable'] as const)(
  'counts as ended when it has ended and only the answer says otherwise (%s)',
  async (reason) => {
    const { grafana, ended } = await expired();
    grafana.trouble = onCall('expireSilence', grafanaError(reason));
    expect(await expireSilence(grafana.port, ended)).toEqual(success(undefined));
  }
);

it.each(['unexpected', 'forbidden'] as const)(
  'has not ended when it lasts and the answer says so (%s)',
  async (reason) => {
    const { grafana, ended, now } = await expired();
    await restoreSilence(grafana.port, ended, now);
    const [lasts = ended] = await lasting(grafana);
    grafana.trouble = onCall('expireSilence', grafanaError(reason));
    expect(await expireSilence(grafana.port, lasts)).toEqual(failure(grafanaError(reason)));
  }
);

it('asked twice, puts it back once', async () => {
  const { grafana, ended, now } = await expired();
  const [first, second] = [
    await restoreSilence(grafana.port, ended, now),
    await restoreSilence(grafana.port, ended, now),
  ];
  expect(second).toEqual(first);
  expect(await lasting(grafana)).toHaveLength(1);
});

it('puts it back once although the answer was lost', async () => {
  const { grafana, ended, now } = await expired();
  grafana.trouble = onCall('createSilence', grafanaError('timeout'), 'lost');
  const restored = await restoreSilence(grafana.port, ended, now);
  const found = await lasting(grafana);
  expect(found).toHaveLength(1);
  expect(restored).toEqual(success(found[0]?.id));
});

it('says so when nothing came of it', async () => {
  const { grafana, ended, now } = await expired();
  grafana.trouble = onCall('createSilence', grafanaError('forbidden'));
  expect(await restoreSilence(grafana.port, ended, now)).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  grafana.trouble = onCall('listSilences', grafanaError('timeout'));
  expect(await restoreSilence(grafana.port, ended, now)).toMatchObject({ ok: false, error: { reason: 'timeout' } });
  expect(await lasting(grafana)).toEqual([]);
});

it('makes one beside another that silences the same for another reason', async () => {
  const { grafana, ended, now } = await expired();
  const { id: _, state: __, ...wanted } = ended;
  await grafana.client.createSilence({ ...wanted, startsAt: now, comment: 'deployment' });
  await restoreSilence(grafana.port, ended, now);
  expect((await lasting(grafana)).map(({ comment }) => comment).sort()).toEqual(['deployment', 'quiet']);
});

/** The calls that concern silences; any other fails the test. */
const port = (calls: Partial<GrafanaPort>) => calls as GrafanaPort;

it('puts it back from now on, or from when it was to begin', async () => {
  const made: unknown[] = [];
  const listSilences: GrafanaPort['listSilences'] = async () => success([]);
  const createSilence: GrafanaPort['createSilence'] = async (wanted) => success(String(made.push(wanted)));
  await restoreSilence(port({ listSilences, createSilence }), silence, at(0));
  await restoreSilence(port({ listSilences, createSilence }), { ...silence, startsAt: at(30) }, at(0));
  expect(made).toMatchObject([
    { startsAt: at(0), endsAt: at(60), createdBy: 'somebody', comment: 'quiet' },
    { startsAt: at(30) },
  ]);
});

it('leaves out silences that are gone, and passes on what it may not read', async () => {
  const found = port({ getSilence: async (id) => success(id === 's1' ? silence : undefined) });
  expect(await readSilences(found, ['s1', 's2'])).toEqual(success([silence]));
  const forbidden = port({ getSilence: async () => failure(refused()) });
  expect(await readSilences(forbidden, ['s1'])).toEqual(failure(refused()));
});
