import { planAdopt } from './change';
import { namesToRemove, planRemoval } from './remove';
import type { HeartbeatRule } from '../model';
import { desiredFrom } from '../ownership/desiredFrom';
import { readSurroundings } from '../reading/uses';
import { carryOut, takeBack } from '../testing/acting';
import type { TroubledGrafana } from '../testing/applying';
import { readConnection, sharedGroup } from '../testing/sharedGroup';

const VERSIONS = ['12.3.0', '12.4.0', '13.2.1'] as const;
const PLACES = [
  ['team', 'watchdogs'],
  ['irm-heartbeats', 'watchdogs'],
] as const;
/** The group in its order, each rule with all that Grafana stores of it. */
async function held(grafana: TroubledGrafana, folder: string, group: string) {
  const answer = await grafana.client.readRuleGroup(folder, group);
  return answer.ok ? answer.value.rules : [];
}
const others = (rules: readonly HeartbeatRule[]) => JSON.stringify(rules.filter(({ title }) => title !== 'Always'));

it.each(VERSIONS.flatMap((version) => PLACES.map((place) => [version, ...place] as const)))(
  'takes back a removal out of a group of others, which stay as they are (%s, %s)',
  async (version, folder, group) => {
    const grafana = await sharedGroup(version, folder, group);
    const [connection, reading] = await readConnection(grafana);
    expect(connection.rule).toMatchObject({ title: 'Always', folderUid: folder });
    const { heartbeat } = desiredFrom(connection);
    const timing = heartbeat?.timing ?? (undefined as never);
    await carryOut(planAdopt(connection, reading, { interval: 600, timing }).plan, grafana);
    const before = await held(grafana, folder, group);
    const [ours, objects] = await readConnection(grafana);
    expect(ours.isOurs).toBe(true);
    const surroundings = await readSurroundings(grafana.client, namesToRemove(ours));
    if (!surroundings.ok) {
      throw new Error('not read');
    }
    const { plan } = planRemoval(ours, objects, surroundings.value, { includeHandMade: true });
    const outcome = await carryOut(plan, grafana);
    const without = await held(grafana, folder, group);
    expect(without).toHaveLength(2);
    expect(others(without)).toBe(others(before));

    await takeBack(grafana, outcome, plan);
    const after = await held(grafana, folder, group);
    expect(after).toHaveLength(3);
    expect(others(after)).toBe(others(before));
    await grafana.world.clock.advance(60_000);
    const [back] = await readConnection(grafana);
    expect(back).toMatchObject({ isOurs: true, interval: 600, rule: { title: 'Always', folderUid: folder, group } });
  }
);
