import { planAdopt } from './change';
import { namesToRemove, planRemoval } from './remove';
import type { HeartbeatRule } from '../model';
import { connectionsOf, type Connection } from '../ownership/connections';
import { desiredFrom } from '../ownership/desiredFrom';
import { readGrafana } from '../reading/readGrafana';
import type { GrafanaReading } from '../reading/reading';
import { readSurroundings } from '../reading/uses';
import { carryOut, takeBack } from '../testing/acting';
import { troubledGrafana, type TroubledGrafana } from '../testing/applying';
import { call, makeContactPoint } from '../testing/people';

const VERSIONS = ['12.3.0', '12.4.0', '13.2.1'] as const;
const PLACES = [
  ['team', 'watchdogs'],
  ['irm-heartbeats', 'watchdogs'],
] as const;
const DATA = [{ refId: 'A', datasourceUid: '__expr__', model: { refId: 'A', type: 'math', expression: '1 > 0' } }];

const rule = (title: string, more: object = {}, settings: object = {}) => ({
  ...{ for: '0s', ...more },
  grafana_alert: { title, condition: 'A', data: DATA, no_data_state: 'OK', exec_err_state: 'OK', ...settings },
});

/** A heartbeat made by hand between two rules of others, all in one group. */
async function shared(version: (typeof VERSIONS)[number], folder: string, group: string, labels = {}) {
  const grafana = await troubledGrafana('editor', { version });
  const { endpoint, heartbeat } = grafana.world.newIntegration('Production');
  await makeContactPoint(grafana, { uid: 'a', name: 'oncall', type: 'webhook', url: endpoint });
  const beats = { uid: 'b', name: 'beats', type: 'webhook', url: heartbeat, disableResolveMessage: true };
  await makeContactPoint(grafana, beats);
  await call(grafana, 'POST', '/api/folders', { uid: folder, title: folder });
  const routing = { receiver: 'beats', group_wait: '0s', group_interval: '1s', repeat_interval: '2m' };
  await call(grafana, 'POST', `/api/ruler/grafana/api/v1/rules/${folder}`, {
    ...{ name: group, interval: '10s' },
    rules: [
      rule('Disk', { keep_firing_for: '5m', labels: { team: 'db' } }),
      rule('Always', { labels }, { notification_settings: routing }),
      rule('Memory', { annotations: { summary: 'Full' } }),
    ],
  });
  await grafana.world.clock.advance(60_000);
  return grafana;
}

async function read(grafana: TroubledGrafana): Promise<[Connection, GrafanaReading]> {
  const answer = await readGrafana(grafana.port, { folder: 'unread' });
  const [connection] = answer.ok ? connectionsOf(answer.value) : [];
  if (!answer.ok || !connection) {
    throw new Error('no connection');
  }
  return [connection, answer.value];
}

/** The group in its order, each rule with all that Grafana stores of it. */
async function held(grafana: TroubledGrafana, folder: string, group: string) {
  const answer = await grafana.client.readRuleGroup(folder, group);
  return answer.ok ? answer.value.rules : [];
}
const others = (rules: readonly HeartbeatRule[]) => JSON.stringify(rules.filter(({ title }) => title !== 'Always'));

it.each(VERSIONS.flatMap((version) => PLACES.map((place) => [version, ...place] as const)))(
  'takes back a removal out of a group of others, which stay as they are (%s, %s)',
  async (version, folder, group) => {
    const grafana = await shared(version, folder, group);
    const [connection, reading] = await read(grafana);
    expect(connection.rule).toMatchObject({ title: 'Always', folderUid: folder });
    const { heartbeat } = desiredFrom(connection);
    const timing = heartbeat?.timing ?? (undefined as never);
    await carryOut(planAdopt(connection, reading, { interval: 600, timing }).plan, grafana);
    const before = await held(grafana, folder, group);
    const [ours, objects] = await read(grafana);
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
    const [back] = await read(grafana);
    expect(back).toMatchObject({ isOurs: true, interval: 600, rule: { title: 'Always', folderUid: folder, group } });
  }
);
