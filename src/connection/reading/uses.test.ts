import type { NotificationPolicy } from '../policies/types';
import { madeGrafana } from '../testing/acting';
import { connect, FOLDER, grafanaError, onCall, troubledGrafana } from '../testing/applying';
import { call, firstRule, PROVISIONING, saveRule } from '../testing/people';
import { policiesUsing, readSurroundings } from './uses';

const ALERTS = 'IRM Production';
const BEATS = 'IRM Production heartbeat';
const matcher = (label: string, value: string) => [label, '=', value];

describe('what surrounds a connection', () => {
  it('names the policies and rules that use its contact points, and counts what the folder holds', async () => {
    const grafana = await madeGrafana();
    const page = { receiver: ALERTS, object_matchers: [matcher('severity', 'page')] };
    const team = { receiver: 'email', object_matchers: [matcher('team', 'a'), matcher('env', 'prod')], routes: [page] };
    await call(grafana, 'PUT', `${PROVISIONING}/policies`, { receiver: ALERTS, routes: [team] });
    await call(grafana, 'POST', '/api/folders', { uid: 'infra', title: 'Infra' });
    await saveRule(grafana, { title: 'Disk full', receiver: ALERTS, folderUid: 'infra' });
    await call(grafana, 'POST', '/api/dashboards/db', { dashboard: { title: 'Beats' }, folderUid: FOLDER.uid });
    const read = await readSurroundings(grafana.port, [BEATS, ALERTS]);
    expect(read.ok && Object.fromEntries(read.value.uses)).toMatchObject({
      [ALERTS]: {
        policies: ['', expect.stringMatching(/^(team="a", env="prod"|env="prod", team="a") › severity="page"$/)],
        rules: [{ title: 'Disk full', folder: 'Infra' }],
      },
      [BEATS]: { policies: [], rules: [{ uid: (await firstRule(grafana)).uid, title: BEATS, folder: FOLDER.title }] },
    });
    expect(read).toMatchObject({
      value: { policiesAreHidden: false, folderIsHidden: false, folder: { alertRules: 1, others: 1 } },
    });
  });

  it('takes the rules once where Grafana cannot narrow them by contact point', async () => {
    const grafana = await troubledGrafana('editor', { version: '12.3.0' });
    await connect(grafana);
    await saveRule(grafana, { title: 'Disk full', receiver: ALERTS });
    grafana.world.asked.length = 0;
    const read = await readSurroundings(grafana.port, [BEATS, ALERTS]);
    expect(read.ok && Object.fromEntries(read.value.uses)).toMatchObject({
      [ALERTS]: { rules: [{ title: 'Disk full' }] },
      [BEATS]: { rules: [{ title: BEATS }] },
    });
    expect(grafana.world.asked.filter((asked) => asked.endsWith('/v1/rules'))).toHaveLength(1);
  });

  it('is nothing where there is no folder', async () => {
    const grafana = await troubledGrafana('admin');
    expect(await readSurroundings(grafana.port, [])).toMatchObject({ ok: true, value: { folder: undefined } });
  });

  it('says what this person may not see', async () => {
    const grafana = await madeGrafana();
    const forbidden = grafanaError('forbidden', { status: 403 });
    grafana.trouble = (name) =>
      name === 'readPolicies' || name === 'folderCounts' ? { kind: 'refused', error: forbidden } : undefined;
    expect(await readSurroundings(grafana.port, [ALERTS])).toMatchObject({
      ok: true,
      value: { policiesAreHidden: true, folderIsHidden: true, folder: undefined },
    });
  });

  it.each(['readPolicies', 'folderCounts', 'locateRules'])('is not known when %s has no answer', async (name) => {
    const grafana = await madeGrafana();
    const error = grafanaError('timeout');
    grafana.trouble = onCall(name, error);
    expect(await readSurroundings(grafana.port, [ALERTS])).toEqual({ ok: false, error });
  });
});

it('goes by the whole way to a policy, and names one that catches everything', () => {
  const timing = { groupWait: undefined, groupInterval: undefined, repeatInterval: undefined };
  const leaf: NotificationPolicy = { ...timing, receiver: 'x', matchers: [], routes: [], continue: false };
  const branch = { ...leaf, routes: [leaf] };
  expect(policiesUsing({ ...leaf, receiver: 'y', routes: [branch] }, 'x')).toEqual(['*', '* › *']);
});
