import { standIns } from '../../../tests/support/standIns';
import { planRemoval } from '../actions/remove';
import { applyPlan } from '../apply/applyPlan';
import { driftOf } from '../drift/drift';
import { exportDocuments } from '../export/exportDocuments';
import { readExport } from '../export/readExport';
import { connectionsOf, connectionWithId } from '../ownership/connections';
import { missingRightsFor } from '../plan/rights';
import { findAllRules } from '../port/findAllRules';
import { readGrafana } from '../reading/readGrafana';
import { readSurroundings } from '../reading/uses';
import { connect, grafanaError, id, readingOf, troubledGrafana, type TroubledGrafana } from '../testing/applying';
import { planEndOfRealAlerts, planOfWholeRealAlert, planRealAlert, realAlertsIn } from './plans';

const wait = async () => {};
const mark = { startedAt: 1_000, until: 2_000, groupWait: 30, groupInterval: 300, connection: id, by: 'Anna' };
const wish = { mark, testId: 'irmc-00112233aabbccdd', labels: { team: 'web' }, receiver: undefined };

let grafana: TroubledGrafana;
beforeEach(async () => {
  grafana = await troubledGrafana();
});
afterEach(() => grafana.world.stop());

async function send(receiver?: string) {
  return applyPlan(planRealAlert({ ...wish, receiver }, await readingOf(grafana)), grafana.port, { wait });
}

/** What any page does that comes by later: looks, and ends what is there. */
async function nextVisit() {
  const reading = await readingOf(grafana);
  const left = realAlertsIn(reading, 3_000).filter(({ isLeft }) => isLeft);
  const plan = planEndOfRealAlerts(
    left.map(({ rule }) => rule),
    reading
  );
  return applyPlan(plan, grafana.client, { wait });
}

/** All that Grafana holds, in a form that can be compared. */
async function everything() {
  const { integrations, rules, otherRules, realAlertRules, folder } = await readingOf(grafana);
  // Whether a folder that is not there is hidden or absent depends on who has asked before.
  return { integrations, rules, otherRules, realAlertRules, hasFolder: folder.state === 'present' };
}

describe.each(['with a heartbeat', 'without any folder'])('broken off at every request, %s', (where) => {
  it.each(['lost', 'refused'] as const)('%s: the next visit leaves nothing behind', async (kind) => {
    if (where === 'with a heartbeat') {
      await connect(grafana);
    }
    const before = await everything();
    grafana.calls.length = 0;
    await send();
    const { length } = grafana.calls;
    expect(length).toBeGreaterThan(2);
    await nextVisit();
    expect(await everything()).toEqual(before);

    for (let broken = 0; broken < length; broken += 1) {
      grafana.calls.length = 0;
      // From there on nothing reaches Grafana any more: the tab is closed, the network is lost.
      grafana.trouble = (_, index) => {
        const error = grafanaError('unreachable');
        return index === broken ? { kind, error } : index > broken ? { kind: 'refused', error } : undefined;
      };
      await send();
      grafana.trouble = () => undefined;
      await nextVisit();
      // A second visit takes the folder where the first found only that.
      const after = await everything();
      expect(after.realAlertRules).toBeUndefined();
      expect(after.rules).toEqual(before.rules);
      expect(after.integrations).toEqual(before.integrations);
    }
  });

  it('and while it is cleaned up', async () => {
    if (where === 'with a heartbeat') {
      await connect(grafana);
    }
    for (let broken = 0; broken < 6; broken += 1) {
      await send();
      const reading = await readingOf(grafana);
      grafana.calls.length = 0;
      grafana.trouble = (_, index) =>
        index >= broken
          ? { kind: index === broken ? 'lost' : 'refused', error: grafanaError('unreachable') }
          : undefined;
      await applyPlan(
        planEndOfRealAlerts(
          realAlertsIn(reading, 0).map(({ rule }) => rule),
          reading
        ),
        grafana.port,
        { wait }
      );
      grafana.trouble = () => undefined;
      await nextVisit();
      expect((await everything()).realAlertRules).toBeUndefined();
    }
  });
});

test('a test disturbs nothing else that is read of the folder', async () => {
  await connect(grafana);
  const before = await readingOf(grafana);
  const was = connectionWithId(id, before);
  await send('IRM Production');
  const reading = await readingOf(grafana);
  const connection = connectionWithId(id, reading);
  expect(reading.realAlertRules).toHaveLength(1);
  expect(connection).toEqual(was);
  expect(connection && driftOf(connection, reading)).toEqual([]);
  // Nothing that could pass for a heartbeat without a contact point, either.
  expect(reading.rules).toEqual(before.rules);
});

test('it is no rule of coverage and of the command line, and no heartbeat of either', async () => {
  await connect(grafana);
  const listed = async () => {
    const found = await findAllRules(grafana.client, { isForAll: true });
    return found.ok ? found.value.map(({ title }) => title) : [];
  };
  const before = await listed();
  await send();
  expect(await listed()).toEqual(before);
});

test('it is no part of an export', async () => {
  await connect(grafana);
  const exported = async () => {
    const reading = await readingOf(grafana);
    const subject = { connections: connectionsOf(reading), objects: reading, organisation: 1 };
    const read = await readExport(grafana.client, subject);
    return read.ok ? exportDocuments(read.value, subject) : read;
  };
  const before = await exported();
  await send('IRM Production');
  expect(await exported()).toEqual(before);
});

test('whoever may not delete rules is told so beforehand', async () => {
  await connect(grafana);
  const plan = planOfWholeRealAlert(id, await readingOf(grafana));
  const all = ['folders:read', 'alert.rules:read', 'alert.rules:create', 'alert.rules:delete'];
  const lacking = (without: string) => missingRightsFor((action) => all.includes(action) && action !== without, plan);
  expect(lacking('')).toEqual([]);
  expect(lacking('alert.rules:delete')).toEqual(['alert.rules:delete']);
  expect(lacking('alert.rules:create')).toEqual(['alert.rules:create']);
});

test('a connection is removed with its tests, folder included', async () => {
  await connect(grafana);
  await send('IRM Production');
  const reading = await readingOf(grafana);
  const connection = connectionWithId(id, reading);
  const surroundings = await readSurroundings(grafana.client, ['IRM Production', 'IRM Production heartbeat']);
  if (!connection || !surroundings.ok) {
    throw new Error('no connection');
  }
  const outcome = await applyPlan(planRemoval(connection, reading, surroundings.value).plan, grafana.port, { wait });
  expect(outcome.result).toBe('applied');
  expect(await everything()).toMatchObject({ rules: [], hasFolder: false });
});

test.each(['12.3.0', '13.2.1'] as const)(
  'it is written, read and deleted on %s, also without the older APIs',
  async (version) => {
    for (const gone of [
      {},
      ...(version === '13.2.1' ? [{ withoutRulerApi: true, withoutProvisioningApi: true }] : []),
    ]) {
      const world = standIns({ version, ...gone });
      const { grafana: port } = await world.signIn('editor');
      const read = async () => {
        const answer = await readGrafana(port);
        if (!answer.ok) {
          throw new Error(answer.error.message);
        }
        return answer.value;
      };
      const sent = await applyPlan(planRealAlert(wish, await read()), port, { wait });
      expect(sent.result).toBe('applied');
      const [found] = realAlertsIn(await read(), 3_000);
      expect(found).toMatchObject({ isLeft: true, mark, testId: wish.testId });
      const ended = await applyPlan(planEndOfRealAlerts(found ? [found.rule] : [], await read()), port, { wait });
      expect(ended.result).toBe('applied');
      expect((await read()).realAlertRules).toBeUndefined();
      world.stop();
    }
  }
);
