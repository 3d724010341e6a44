import { integration } from '../testing/fixtures';
import { standIns } from '../../../tests/support/standIns';
import { findArrival, PATIENT, type Arrival, type Patience } from './arrival';
import type { SentTest } from './arrivalLook';
import { isClosed, resolveTest } from './arrivalResolve';
import { failure, success } from '../result';
import type { IrmError, IrmPort } from './irmPort';

type World = ReturnType<typeof standIns>;

const worlds: World[] = [];
afterAll(() => worlds.forEach((world) => world.stop()));

/** Grafana, IRM and a person who sends tests through a contact point to a new integration. */
async function start({ processingMs = 0, type = 'alertmanager', grouping = '' } = {}) {
  const world = standIns({ processingMs });
  worlds.push(world);
  await world.withIrmApi();
  const { endpoint } = world.newIntegration('Tested', type);
  const { grafana, irm } = await world.signIn('editor');
  if (!irm) {
    throw new Error('IRM is set up');
  }
  const listed = await irm.listIntegrations({});
  const integrationId = (listed.ok && listed.value.items[0]?.id) || '';
  const groupBy = (groupingKey: string) => irm.updateIntegration(integrationId, { templates: { groupingKey } });
  if (grouping) {
    await groupBy(grouping);
  }
  return {
    world,
    irm,
    groupBy,
    async send(testId: string): Promise<SentTest> {
      const sentAt = world.clock.now();
      await grafana.testIntegration(integration({ url: endpoint }), testId);
      return { integrationId, testId, sentAt };
    },
  };
}

function find(world: World, irm: Pick<IrmPort, 'listAlertGroups'>, test: SentTest, patience?: Patience) {
  const { signal } = new AbortController();
  return findArrival(irm, test, { sleep: world.clock.advance, now: world.clock.now, signal }, patience);
}

/** IRM that answers so many looks with an error before it does as always. */
function failing(irm: IrmPort, times: number, error: Partial<IrmError>): Pick<IrmPort, 'listAlertGroups'> {
  let left = times;
  const whole = {
    message: '',
    status: 500,
    fields: {},
    waitSeconds: undefined,
    reason: 'serverError',
    ...error,
  } as const;
  return {
    listAlertGroups: (search) => (left-- > 0 ? Promise.resolve(failure(whole)) : irm.listAlertGroups(search)),
  };
}

const kindOf = ({ kind }: Arrival) => kind;

test.each([0, 250, 800, 1800, 3000, 8000, 25_000, 58_000])(
  'a test that IRM takes in after %i ms is found, with the time that IRM gives',
  async (processingMs) => {
    const { world, irm, send } = await start({ processingMs });
    const arrival = await find(world, irm, await send('irmc-one'));
    expect(arrival).toMatchObject({ kind: 'arrived', afterMs: processingMs, isExact: true, copies: [] });
    expect(arrival.kind === 'arrived' && arrival.group).toMatchObject({ state: 'firing', alertsCount: 1 });
  }
);

test('one that never arrives is waited for a minute, in few looks, and not said to be there', async () => {
  const { world, irm, send } = await start({ processingMs: 600_000 });
  const test = await send('irmc-lost');
  let looks = 0;
  const counted: Pick<IrmPort, 'listAlertGroups'> = {
    listAlertGroups: (search) => ((looks += 1), irm.listAlertGroups(search)),
  };
  expect(await find(world, counted, test)).toEqual({ kind: 'notArrived', waitedMs: 60_000, mayBeIn: undefined });
  expect(looks).toBeLessThan(30);
});

test.each<[string, number | undefined, object]>([
  ['ahead', 90_000, { afterMs: 300, isExact: false }],
  ['behind', -90_000, { afterMs: 300, isExact: false }],
])("when IRM's clock is %s of this browser's, the time until it was seen is told", async (_, shift = 0, told) => {
  const { world, irm, send } = await start();
  const test = await send('irmc-clock');
  const shifted: Pick<IrmPort, 'listAlertGroups'> = {
    async listAlertGroups(search) {
      const page = await irm.listAlertGroups(search);
      return page.ok
        ? success({
            ...page.value,
            items: page.value.items.map((group) => ({ ...group, createdAt: group.createdAt + shift })),
          })
        : page;
    },
  };
  expect(await find(world, shifted, test)).toMatchObject({ kind: 'arrived', ...told });
});

test('a clock that was set back meanwhile gives no time at all', async () => {
  const { irm, send } = await start();
  const test = await send('irmc-back');
  const tools = { sleep: () => Promise.resolve(), now: () => test.sentAt - 5000, signal: new AbortController().signal };
  expect(await findArrival(irm, test, tools)).toMatchObject({ kind: 'arrived', afterMs: undefined, isExact: false });
});

test.each(['timeout', 'unreachable', 'serverError'] as const)(
  'IRM failing with %s for a while is waited out',
  async (reason) => {
    const { world, irm, send } = await start();
    const arrival = await find(world, failing(irm, 5, { reason }), await send('irmc-shaky'));
    expect(arrival).toMatchObject({ kind: 'arrived', afterMs: 0, isExact: true });
  }
);

test('when IRM asks to wait, nothing is asked before, and a wait beyond the end is told at once', async () => {
  const { world, irm, send } = await start();
  const test = await send('irmc-limited');
  const limited = { reason: 'rateLimited', status: 429 } as const;
  expect(kindOf(await find(world, failing(irm, 1, { ...limited, waitSeconds: 42 }), test))).toBe('arrived');
  expect(world.clock.now() - test.sentAt).toBe(42_300);
  const before = world.clock.now();
  expect(await find(world, failing(irm, 9, { ...limited, waitSeconds: 400 }), test)).toMatchObject({
    kind: 'failed',
    error: { waitSeconds: 400 },
  });
  expect(world.clock.now() - before).toBeLessThan(1000);
});

test('IRM failing to the end is a failure, not a test that did not arrive', async () => {
  const { world, irm, send } = await start();
  const test = await send('irmc-dark');
  expect(await find(world, failing(irm, 999, {}), test)).toMatchObject({
    kind: 'failed',
    error: { reason: 'serverError' },
  });
});

test.each(['tokenRefused', 'forbidden', 'notConfigured', 'wrongAddress'] as const)(
  '%s does not pass and ends the look at once',
  async (reason) => {
    const { world, irm, send } = await start();
    const test = await send('irmc-refused');
    expect(kindOf(await find(world, failing(irm, 1, { reason }), test))).toBe('failed');
    expect(world.clock.now() - test.sentAt).toBe(300);
  }
);

test('two people who test at once find each their own', async () => {
  const { world, irm, send } = await start({ processingMs: 500 });
  const tests = [await send('irmc-anna'), await send('irmc-ben')];
  await world.clock.advance(600);
  for (const test of tests) {
    const arrival = await find(world, irm, test);
    expect(JSON.stringify(arrival.kind === 'arrived' && arrival.group.lastAlert.payload)).toContain(test.testId);
  }
  const [anna, ben] = await Promise.all(tests.map((test) => find(world, irm, test)));
  expect(anna?.kind === 'arrived' && ben?.kind === 'arrived' && anna.group.id !== ben.group.id).toBe(true);
});

test('a test of type webhook with default templates is found by its payload', async () => {
  const { world, irm, send } = await start({ type: 'webhook' });
  expect(kindOf(await find(world, irm, await send('irmc-hook')))).toBe('arrived');
});

describe('a grouping template that puts all alerts into one group', () => {
  const together = () => start({ grouping: 'all' });

  test('the test is found in the older group and does not resolve it', async () => {
    const { world, irm, send } = await together();
    await send('irmc-older');
    await world.clock.advance(3_600_000);
    const test = await send('irmc-newer');
    const arrival = await find(world, irm, test);
    expect(arrival).toMatchObject({ kind: 'joined', afterMs: 0, isExact: true, group: { alertsCount: 2 } });
    const groups = arrival.kind === 'joined' ? [arrival.group] : [];
    expect(await resolveTest(irm, test, groups)).toMatchObject({ kind: 'holdsOthers' });
    expect((await world.alertGroups())[0]?.state).toBe('firing');
    expect(await resolveTest(irm, test, groups, { evenWithOthers: true })).toEqual({ kind: 'resolved' });
    expect((await world.alertGroups())[0]?.state).toBe('resolved');
  });

  test('one that is covered by a newer alert is not said to be lost without naming that group', async () => {
    const { world, irm, send } = await together();
    const test = await send('irmc-covered');
    await send('irmc-cover');
    expect(await find(world, irm, test)).toMatchObject({ kind: 'notArrived', mayBeIn: { alertsCount: 2 } });
  });

  test('a group that began longer ago than all of the newest page is found as well', async () => {
    const { world, irm, send, groupBy } = await together();
    await send('irmc-old');
    await groupBy('{{ payload.commonLabels.irm_connect_test }}');
    for (let index = 0; index < 30; index += 1) {
      await world.clock.advance(1000);
      await send(`irmc-${index}`);
    }
    await groupBy('all');
    const test = await send('irmc-again');
    expect(await find(world, irm, test)).toMatchObject({ kind: 'joined', group: { alertsCount: 2 } });
  });
});

describe('afterwards', () => {
  async function arrived() {
    const all = await start();
    const test = await all.send('irmc-done');
    const arrival = await find(all.world, all.irm, test);
    if (arrival.kind !== 'arrived') {
      throw new Error(arrival.kind);
    }
    return { ...all, test, group: arrival.group };
  }

  test('the group is resolved, and nothing is left open', async () => {
    const { world, irm, test, group } = await arrived();
    expect(await resolveTest(irm, test, [group])).toEqual({ kind: 'resolved' });
    expect(await world.alertGroups()).toEqual([expect.objectContaining({ state: 'resolved' })]);
  });

  test('copies of it are resolved with it', async () => {
    const { world, irm, test, send } = await arrived();
    await send(test.testId);
    const arrival = await find(world, irm, test);
    expect(arrival).toMatchObject({ kind: 'arrived', copies: [{ state: 'firing' }] });
    const groups = arrival.kind === 'arrived' ? [arrival.group, ...arrival.copies] : [];
    expect(await resolveTest(irm, test, groups)).toEqual({ kind: 'resolved' });
    expect((await world.alertGroups()).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  test('one that somebody resolved meanwhile is left alone', async () => {
    const { irm, test, group } = await arrived();
    await irm.resolveAlertGroup(group.id);
    const untouched = { ...irm, resolveAlertGroup: () => Promise.reject(new Error('asked to resolve again')) };
    expect(await resolveTest(untouched, test, [group])).toEqual({ kind: 'resolvedMeanwhile' });
  });

  test('"resolved" is said only when IRM shows it so', async () => {
    const { irm, test, group } = await arrived();
    const lazy = { ...irm, resolveAlertGroup: () => Promise.resolve(success(undefined)) };
    expect(await resolveTest(lazy, test, [group])).toMatchObject({ kind: 'stillOpen' });
    let reads = 0;
    const mute: typeof irm = {
      ...irm,
      getAlertGroup: (id) =>
        (reads += 1) > 1 ? Promise.resolve(failure(error({ reason: 'timeout' }))) : irm.getAlertGroup(id),
    };
    const closing = await resolveTest(mute, test, [group]);
    expect(closing).toMatchObject({ kind: 'unconfirmed', error: { reason: 'timeout' } });
    expect(isClosed(closing)).toBe(false);
  });

  test('a group that hangs on another, as in maintenance, is told apart from a failure', async () => {
    const { irm, test, group } = await arrived();
    const answering = (message: string, reason: IrmError['reason']) => ({
      ...irm,
      resolveAlertGroup: () => Promise.resolve(failure(error({ reason, message, status: 400 }))),
    });
    const attached = answering("Can't resolve an attached alert group", 'invalid');
    expect(await resolveTest(attached, test, [group])).toMatchObject({ kind: 'attached' });
    const refused = answering('You do not have permission to perform this action.', 'forbidden');
    expect(await resolveTest(refused, test, [group])).toMatchObject({ kind: 'failed', error: { reason: 'forbidden' } });
  });

  test('one that was deleted needs no resolving', async () => {
    const { irm, test, group } = await arrived();
    expect(await resolveTest(irm, test, [{ ...group, id: 'INOSUCHGROUP1' }])).toEqual({ kind: 'gone' });
  });
});

test('who leaves ends the look', async () => {
  const { world, irm, send } = await start({ processingMs: 600_000 });
  const test = await send('irmc-left');
  const stop = new AbortController();
  let sleeps = 0;
  const sleep = (ms: number) => {
    if ((sleeps += 1) === 3) {
      stop.abort();
    }
    return world.clock.advance(ms);
  };
  expect(await findArrival(irm, test, { sleep, now: world.clock.now, signal: stop.signal })).toEqual({
    kind: 'stopped',
  });
  expect(sleeps).toBe(3);
});

test('the waits add up to the longest patience', () => {
  expect(PATIENT.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(PATIENT.longest);
});

const error = (changes: Partial<IrmError>): IrmError => ({
  reason: 'unexpected',
  message: '',
  status: undefined,
  fields: {},
  waitSeconds: undefined,
  ...changes,
});
