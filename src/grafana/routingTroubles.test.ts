import { applyRouting, applyRule, undoRouting, type RoutingUndo } from '../connection/route-alerts/applyRouting';
import { planRouting } from '../connection/route-alerts/planRouting';
import { planRule } from '../connection/route-alerts/planRule';
import { MATCHING, planned, POLICIES, policiesWorld, RECEIVERS, TREE } from './testing/policiesWorld';

type World = Awaited<ReturnType<typeof policiesWorld>>;

const RULES = '/api/v1/provisioning/alert-rules';
const isWrite = ({ method }: Request) => method === 'PUT';
const LOST = () => new Response('', { status: 504 });

/** Grafana does what is asked for, and neither that answer arrives nor those of so many requests after it. */
function loseAnswers({ fault, grafana }: World, more = 0) {
  let left: number | undefined;
  fault.next = (request) => {
    if (left === undefined && !isWrite(request)) {
      return undefined;
    }
    left = (left ?? more + 1) - 1;
    fault.next = left > 0 ? fault.next : undefined;
    return Promise.resolve(grafana.fetch(request)).then(LOST);
  };
}

/** Somebody else does something in the moment after the plugin's write. */
function afterTheWrite({ fault, grafana }: World, act: () => Promise<unknown>) {
  fault.next = (request) => {
    if (!isWrite(request)) {
      return undefined;
    }
    fault.next = undefined;
    return Promise.resolve(grafana.fetch(request)).then((answer) => act().then(() => answer));
  };
}

async function routed(world: World): Promise<RoutingUndo> {
  const done = await applyRouting(world.client, await planned(world.client, MATCHING));
  if (!done.ok || !done.value.undo) {
    throw new Error('the policies were not changed');
  }
  return done.value.undo;
}

describe.each(['platform', 'provisioning'] as const)('policies through the %s API', (api) => {
  it('are put back by a second try when the answer to the first was lost', async () => {
    const world = await policiesWorld({ api });
    const undo = await routed(world);
    loseAnswers(world, 1);
    expect(await undoRouting(world.client, undo)).toMatchObject({ ok: false });
    expect(await world.stored()).toMatchObject(TREE);
    expect(await undoRouting(world.client, undo)).toMatchObject({ ok: true });
    expect(await world.stored()).toMatchObject(TREE);
  });

  it('can be put back also when nobody could look at them right after the write', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    world.fault.next = (request) => {
      if (!isWrite(request)) {
        return undefined;
      }
      world.fault.next = () => {
        world.fault.next = undefined;
        return Promise.resolve(LOST());
      };
      return Promise.resolve(world.grafana.fetch(request));
    };
    const done = await applyRouting(world.client, plan);
    const undo = done.ok ? done.value.undo : undefined;
    expect(undo && (await undoRouting(world.client, undo))).toMatchObject({ ok: true });
    expect(await world.stored()).toMatchObject(TREE);
  });

  it('can be put back where the answer was lost and nobody could look', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    loseAnswers(world, 1);
    const failed = await applyRouting(world.client, plan);
    const undo = failed.ok ? undefined : failed.error.undo;
    expect(await world.stored()).not.toMatchObject(TREE);
    expect(undo && (await undoRouting(world.client, undo))).toMatchObject({ ok: true });
    expect(await world.stored()).toMatchObject(TREE);
  });

  it('have no way back from a write that was refused', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    world.fault.next = (request) => (isWrite(request) ? Promise.resolve(new Response('', { status: 403 })) : undefined);
    expect(await applyRouting(world.client, plan)).not.toHaveProperty('error.undo');
  });

  it('are not put back over what somebody changed in the moment after the write', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    afterTheWrite(world, async () => {
      const { routes, ...root } = await world.stored();
      // No contact point and no label changes by this.
      const [ours, theirs, ...others] = routes;
      const muted = { ...theirs, mute_time_intervals: [] };
      await world.admin('PUT', POLICIES, { ...root, routes: [ours, muted, ...others] });
    });
    const done = await applyRouting(world.client, plan);
    expect(done).toMatchObject({ ok: true });
    const undo = done.ok ? done.value.undo : undefined;
    const result = undo && (await undoRouting(world.client, undo));
    expect(result?.ok ?? false).toBe(false);
    expect((await world.stored()).routes[1]?.mute_time_intervals ?? []).toEqual([]);
  });

  it('count as changed, and not as done, when something else stands there right after', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    afterTheWrite(world, () => world.admin('PUT', POLICIES, { ...TREE, receiver: 'pager' }));
    expect(await applyRouting(world.client, plan)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
  });

  it('blame nobody where the write was answered and not carried out', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    world.fault.next = (request) => (isWrite(request) ? Promise.resolve(Response.json({})) : undefined);
    expect(await applyRouting(world.client, plan)).toMatchObject({ error: { reason: 'withoutEffect' } });
    expect(await world.stored()).toMatchObject(TREE);
  });

  it('are done when somebody else made the same change first', async () => {
    const world = await policiesWorld({ api });
    const plan = await planned(world.client, MATCHING);
    await routed(world);
    expect(await applyRouting(world.client, plan)).toMatchObject({ ok: true, value: { undo: undefined } });
  });

  it('are not replaced where an answer names no contact point for alerts that no policy takes', async () => {
    const world = await policiesWorld({ api });
    const { client, fault } = world;
    const tree = { metadata: { name: 'user-defined' }, spec: { defaults: {}, routes: [] } };
    const answer = api === 'platform' ? { items: [tree] } : { message: 'ok' };
    fault.next = (request) => (isWrite(request) ? undefined : Promise.resolve(Response.json(answer)));
    const read = await client.readTree();
    if (read.ok) {
      await applyRouting(client, planRouting(read.value, { kind: 'everything' }, ['IRM']));
    }
    expect(await world.stored()).toMatchObject(TREE);
    expect(read).toMatchObject({ error: { reason: 'unexpected' } });
    expect(await client.readPolicies()).toMatchObject({ error: { reason: 'unexpected' } });
  });
});

it('puts policies back also through the other API, where the first one does not answer any longer', async () => {
  const world = await policiesWorld({ api: 'platform' });
  const undo = await routed(world);
  world.fault.next = ({ url }) =>
    url.includes('/routingtrees')
      ? Promise.resolve(Response.json({ message: 'Not found' }, { status: 404 }))
      : undefined;
  await undoRouting(world.client, undo);
  expect(await undoRouting(world.client, undo)).toMatchObject({ ok: true });
  const { routes, ...root } = await world.stored();
  const { routes: before, ...rootBefore } = TREE;
  expect(root).toEqual(rootBefore);
  expect(routes).toMatchObject(before);
});

const RULE = {
  ...{ uid: 'disk', title: 'Disk full', ruleGroup: 'disks', folderUID: 'servers', orgID: 1, condition: 'A' },
  ...{ noDataState: 'OK', execErrState: 'OK', for: '5m' },
  data: [
    {
      ...{ refId: 'A', datasourceUid: '__expr__', relativeTimeRange: { from: 0, to: 0 } },
      model: { refId: 'A', type: 'math', expression: '1 > 0' },
    },
  ],
  notification_settings: { receiver: 'mail', group_wait: '1m' },
};

async function ruleWorld() {
  const world = await policiesWorld({ api: 'platform' });
  await world.admin('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  await world.admin('POST', RULES, RULE);
  const settings = async () =>
    ((await world.admin('GET', `${RULES}/disk`)).body as typeof RULE).notification_settings as object;
  const read = await world.client.readRuleRouting('disk');
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return { ...world, plan: planRule(read.value, 'IRM', RECEIVERS), settings };
}

it('puts one rule back by a second try when the answer to the first was lost', async () => {
  const world = await ruleWorld();
  const done = await applyRule(world.client, world.plan);
  const undo = done.ok ? done.value.undo : undefined;
  loseAnswers(world, 1);
  expect(undo && (await undoRouting(world.client, undo))).toMatchObject({ ok: false });
  expect(undo && (await undoRouting(world.client, undo))).toMatchObject({ ok: true });
  expect(await world.settings()).toEqual(RULE.notification_settings);
});

it.each([
  ['the write was answered', false],
  ['the answer was lost as well', true],
])('can put one rule back although nobody could look at it right after, where %s', async (_, isLost) => {
  const world = await ruleWorld();
  const { grafana, fault } = world;
  fault.next = (request) => {
    if (!isWrite(request)) {
      return undefined;
    }
    fault.next = () => {
      fault.next = undefined;
      return Promise.resolve(LOST());
    };
    return Promise.resolve(grafana.fetch(request)).then((answer) => (isLost ? LOST() : answer));
  };
  const done = await applyRule(world.client, world.plan);
  const undo = done.ok ? done.value.undo : done.error.undo;
  expect(await world.settings()).toMatchObject({ receiver: 'IRM' });
  expect(undo && (await undoRouting(world.client, undo))).toMatchObject({ ok: true });
  expect(await world.settings()).toEqual(RULE.notification_settings);
});

it('blames nobody where the write of one rule was answered and not carried out', async () => {
  const world = await ruleWorld();
  world.fault.next = (request) => (isWrite(request) ? Promise.resolve(Response.json({})) : undefined);
  expect(await applyRule(world.client, world.plan)).toMatchObject({ error: { reason: 'withoutEffect' } });
  expect(await world.settings()).toEqual(RULE.notification_settings);
});

it('does not put one rule back over what somebody chose for its notifications in the moment after the write', async () => {
  const world = await ruleWorld();
  afterTheWrite(world, () =>
    world.admin('PUT', `${RULES}/disk`, {
      ...RULE,
      notification_settings: { receiver: 'IRM', group_wait: '1m', mute_time_intervals: ['nights'] },
    })
  );
  const done = await applyRule(world.client, world.plan);
  const undo = done.ok ? done.value.undo : undefined;
  expect(undo).toBeUndefined();
  expect(await world.settings()).toMatchObject({ mute_time_intervals: ['nights'] });
});

it.each(['{}', '[]', 'null'])('does not take %s for a rule that follows the policies', async (text) => {
  const world = await ruleWorld();
  const { fault, client } = world;
  fault.next = () => Promise.resolve(new Response(text, { headers: { 'Content-Type': 'application/json' } }));
  expect(await client.readRuleRouting('disk')).toMatchObject({ error: { reason: 'unexpected' } });
  const { plan } = world;
  expect(await applyRule(client, plan)).toMatchObject({ error: { reason: 'unexpected' } });
});
