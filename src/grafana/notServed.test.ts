import type { GrafanaPort, GrafanaResult } from '../connection/port/grafanaPort';
import { success } from '../connection/result';
import { heartbeatRule, integration } from '../connection/testing/fixtures';
import type { Transport } from '../transport/transport';
import { createGrafanaClient } from './grafanaClient';
import { readPermissions } from './permissions';
import { readServerCapabilities } from './serverSettings';

const WEBHOOK = integration({ uid: 'irmc-1', name: 'IRM' });
const RULE = heartbeatRule({ uid: 'abc', group: 'irmc-1' });
const SILENCE = { matchers: [], startsAt: 0, endsAt: 1000, createdBy: 'me', comment: 'again' };

type Ask = (grafana: GrafanaPort) => GrafanaResult<unknown>;

/** Each asks for what is there whatever is in it: a list, or the one thing of its kind. */
const LISTS: Partial<Record<keyof GrafanaPort, Ask>> = {
  listIntegrations: (grafana) => grafana.listIntegrations(),
  createIntegration: (grafana) => grafana.createIntegration(WEBHOOK),
  createFolder: (grafana) => grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
  findsFolder: (grafana) => grafana.findsFolder('irm-heartbeats'),
  readFolderRules: (grafana) => grafana.readFolderRules('irm-heartbeats'),
  ruleStatuses: (grafana) => grafana.ruleStatuses('irm-heartbeats'),
  deliveries: (grafana) => grafana.deliveries(),
  alertsWithLabel: (grafana) => grafana.alertsWithLabel('heartbeat', 'true'),
  stateHistory: (grafana) => grafana.stateHistory('abc', 0, 1000),
  alertmanagerChoice: (grafana) => grafana.alertmanagerChoice(),
  listSilences: (grafana) => grafana.listSilences(),
  createSilence: (grafana) => grafana.createSilence(SILENCE),
  listTimeIntervals: (grafana) => grafana.listTimeIntervals(),
  listDataSources: (grafana) => grafana.listDataSources(),
  testIntegration: (grafana) => grafana.testIntegration(WEBHOOK),
  findRules: (grafana) => grafana.findRules({ name: 'disk' }),
  readRuleGroup: (grafana) => grafana.readRuleGroup('team', 'watchdogs'),
  locateRules: (grafana) => grafana.locateRules(['IRM heartbeat']),
  alertsTo: (grafana) => grafana.alertsTo(['IRM heartbeat']),
  listFolders: (grafana) => grafana.listFolders(),
  readAlerts: (grafana) => grafana.readAlerts({ uid: 'disk', folderUid: 'servers', group: 'disks' }),
  listReceiverUses: (grafana) => grafana.listReceiverUses(),
  readPolicies: (grafana) => grafana.readPolicies(),
  readTree: (grafana) => grafana.readTree(),
  readOtherTrees: (grafana) => grafana.readOtherTrees(),
  exportFile: (grafana) => grafana.exportFile('contactPoints'),
  exportTerraform: (grafana) => grafana.exportTerraform('policies'),
  listAlerts: (grafana) => grafana.listAlerts(),
};

/** Each asks for one of many, which somebody may have deleted. */
const OBJECTS: Partial<Record<keyof GrafanaPort, Ask>> = {
  updateIntegration: (grafana) => grafana.updateIntegration({ ...WEBHOOK, disableResolveMessage: true }, WEBHOOK),
  deleteFolder: (grafana) => grafana.deleteFolder('irm-heartbeats'),
  folderCounts: (grafana) => grafana.folderCounts('irm-heartbeats'),
  writeRule: (grafana) => grafana.writeRule({ ...RULE, isPaused: true }, RULE),
  deleteRule: (grafana) => grafana.deleteRule('abc'),
  expireSilence: (grafana) => grafana.expireSilence('5-a'),
  placeOfRule: (grafana) => grafana.placeOfRule('abc'),
  readRuleRouting: (grafana) => grafana.readRuleRouting('abc'),
};

/** A Grafana that answers nothing but this. */
const nothingBut = (body: unknown): Transport => ({
  way: 'session',
  request: async () => success({ status: 404, body, date: undefined, redirected: false }),
});

const CLIENTS = ['old', 'v1beta1'] as const;

describe('a 404 of Grafana', () => {
  const body = { message: 'Not found' };

  describe.each(CLIENTS)('where the receiver test is %s', (receiverTest) => {
    const grafana = createGrafanaClient(nothingBut(body), { namespace: 'default', receiverTest });

    it.each(Object.entries(LISTS))('says of %s that the API is not there, and where', async (_name, ask) => {
      expect(await ask(grafana)).toMatchObject({
        ok: false,
        error: { reason: 'notServed', status: 404, path: expect.stringMatching(/^\/apis?\//) },
      });
    });

    it.each(Object.entries(OBJECTS))('says of %s that the object is not there', async (_name, ask) => {
      expect(await ask(grafana)).toMatchObject({ ok: false, error: { reason: 'notFound', status: 404 } });
    });
  });

  it('is told so of what every Grafana answers, to whoever has no page of it', async () => {
    const error = { reason: 'notServed' };
    expect(await readPermissions(nothingBut(body))).toMatchObject({ ok: false, error });
    expect(await readServerCapabilities(nothingBut(body))).toMatchObject({ ok: false, error });
  });
});

describe('the bare text of a router with a 404', () => {
  const router = nothingBut('default backend - 404');
  const unreachable = { ok: false, error: { reason: 'unreachable', status: 404 } };

  describe.each(CLIENTS)('where the receiver test is %s', (receiverTest) => {
    const grafana = createGrafanaClient(router, { namespace: 'default', receiverTest });

    it.each(Object.entries({ ...LISTS, ...OBJECTS }))('says of %s that nobody was reached', async (_name, ask) => {
      expect(await ask(grafana)).toMatchObject(unreachable);
    });
  });

  it('says no more of what every Grafana answers', async () => {
    expect(await readPermissions(router)).toMatchObject(unreachable);
    expect(await readServerCapabilities(router)).toMatchObject(unreachable);
  });
});
