import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { HeartbeatRule } from '../model';
import { isBlocked, isUpToDate } from './types';
import { planConnection } from './planConnection';
import { integration, desiredConnection, endpoint } from '../testing/fixtures';
import {
  actions,
  after,
  change,
  changeRule,
  heartbeat,
  id,
  made,
  NO_FOLDER,
  objects,
  stepOf,
} from '../testing/planning';

const LABELS = { irm_connection: id, heartbeat: 'true' };

describe('planning a connection', () => {
  it('creates everything on an empty Grafana, in an order that works', () => {
    const plan = planConnection(desiredConnection(), objects({ folder: NO_FOLDER }));
    expect(plan.connectionId).toBe(id);
    expect(actions(plan)).toEqual([
      'create alertContactPoint',
      'create heartbeatContactPoint',
      'create folder',
      'create rule',
    ]);
    expect(plan.obstacles).toEqual([]);
    expect(plan.steps[0]).toMatchObject({ name: 'IRM Production', uid: `irmc-${id}` });
    expect(plan.steps[0]?.changes).toContainEqual({
      field: 'url',
      before: '',
      after: 'https://oncall.example.net/oncall/integrations/v1/alertmanager/LUL…/',
    });
  });

  it('shows no token in what people see', () => {
    const plan = planConnection(desiredConnection(), objects({ folder: NO_FOLDER }));
    const seen = plan.steps.map(({ command: _, ...step }) => step);
    expect(JSON.stringify([seen, plan.obstacles])).not.toContain(endpoint.token);
  });

  it('keeps everything when it is there already', () => {
    const plan = planConnection(desiredConnection(), made());
    expect(isUpToDate(plan)).toBe(true);
    expect(plan.steps.map(({ command, changes }) => [command.kind, changes])).toEqual([
      ['keepIntegration', []],
      ['keepIntegration', []],
      ['keepFolder', []],
      ['keepRule', []],
    ]);
    expect(plan.obstacles).toEqual([]);
  });

  it('says that a contact point sends to the same integration under another address', () => {
    const http = { ...endpoint, base: endpoint.base.replace('https', 'http') };
    const plan = planConnection(desiredConnection({ endpoint: http, heartbeat: undefined }), made());
    expect(plan.obstacles).toContainEqual({
      object: 'alertContactPoint',
      blocking: false,
      reason: 'nearTwin',
      name: 'IRM Production',
    });
  });

  it('leaves an existing heartbeat alone when none is asked for', () => {
    const plan = planConnection(desiredConnection({ heartbeat: undefined }), made());
    expect(actions(plan)).toEqual(['keep alertContactPoint']);
  });

  it('adopts a contact point made by hand and keeps its name', () => {
    const byHand = integration({ name: 'oncall', url: endpointUrl(endpoint), otherSettings: { httpMethod: 'POST' } });
    const plan = planConnection(desiredConnection(), objects({ integrations: [byHand] }));
    expect(plan.steps[0]).toMatchObject({ action: 'keep', name: 'oncall', uid: 'by-hand' });
  });

  it('leaves one alone that names no method, which is POST', () => {
    const byHand = integration({ name: 'oncall', url: endpointUrl(endpoint), otherSettings: { httpMethod: '' } });
    const plan = planConnection(desiredConnection(), objects({ integrations: [byHand] }));
    expect(plan.steps[0]).toMatchObject({ action: 'keep', changes: [] });
  });

  it('mends a contact point made by hand, untouched in what it does not know', () => {
    const byHand = integration({
      name: 'oncall',
      url: endpointUrl(endpoint).slice(0, -1),
      disableResolveMessage: true,
      provenance: 'api',
      otherSettings: { httpMethod: 'PUT', title: 'x' },
    });
    const plan = planConnection(desiredConnection(), objects({ integrations: [byHand] }));
    expect(plan.steps[0]).toMatchObject({
      action: 'update',
      command: {
        before: byHand,
        integration: {
          ...byHand,
          url: endpointUrl(endpoint),
          disableResolveMessage: false,
          otherSettings: { httpMethod: 'POST', title: 'x' },
        },
      },
    });
    expect(plan.steps[0]?.changes.map(({ field }) => field)).toEqual(['url', 'sendResolved', 'httpMethod']);
    expect(plan.obstacles).toEqual([
      { object: 'alertContactPoint', blocking: false, reason: 'locked', name: 'oncall' },
    ]);
    expect(isBlocked(plan)).toBe(false);
  });

  it('renames what it made, and the rule follows', () => {
    const desired = heartbeat({ contactPointName: 'New beat' });
    const plan = planConnection({ ...desired, contactPoint: { ...desired.contactPoint, name: 'New' } }, made());
    expect(actions(plan)).toEqual([
      'update alertContactPoint',
      'update heartbeatContactPoint',
      'keep folder',
      'update rule',
    ]);
    expect(stepOf(plan, 'rule')?.changes).toEqual([
      { field: 'title', before: 'IRM Production heartbeat', after: 'New beat' },
      { field: 'receiver', before: 'IRM Production heartbeat', after: 'New beat' },
    ]);
  });

  it.each<[string, Partial<HeartbeatRule>, string[]]>([
    ['another contact point', { receiver: 'email' }, ['receiver']],
    ['the default timing', { groupInterval: 300, repeatInterval: 14400 }, ['groupInterval', 'repeatInterval']],
    ['mute timings', { muteTimings: ['nights'] }, ['muteTimings']],
    ['active timings', { activeTimings: ['office hours'] }, ['activeTimings']],
    ['another expression', { scope: { kind: 'other', summary: '1 > 2' } }, ['scope']],
    ['another interval', { annotations: { irm_heartbeat_interval: '60' } }, ['annotations']],
    ['no label that makes it the plugin’s own', { labels: { irm_connection: id, heartbeat: 'true' } }, ['labels']],
  ])('mends a rule that got %s', (_, changes, fields) => {
    const plan = planConnection(desiredConnection(), changeRule(made(), changes));
    expect(actions(plan)).toContain('update rule');
    expect(stepOf(plan, 'rule')?.changes.map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, Partial<HeartbeatRule>]>([
    ['a pause', { isPaused: true }],
    ['a title', { title: 'Our heartbeat' }],
    ['further labels', { labels: { ...LABELS, __grafana_origin: 'plugin/acme-app', severity: 'info', team: 'sre' } }],
  ])('leaves %s to the people', (_, changes) => {
    const found = changeRule(made(), changes);
    expect(isUpToDate(planConnection(desiredConnection(), found))).toBe(true);
    const moved = planConnection(heartbeat({ interval: 900 }), found);
    expect(stepOf(moved, 'rule')?.command).toMatchObject({ rule: changes });
  });

  it('takes its own rule up again, which was left behind when somebody deleted the contact points', () => {
    const left = objects({ ...changeRule(made(), { receiver: '' }), integrations: [] });
    const plan = planConnection(desiredConnection(), left);
    expect(actions(plan)).toEqual([
      'create alertContactPoint',
      'create heartbeatContactPoint',
      'keep folder',
      'update rule',
    ]);
    expect(isUpToDate(planConnection(desiredConnection(), after(left, plan)))).toBe(true);
  });

  it('does not write our address into a contact point of ours that somebody made an e-mail', () => {
    const mail = { type: 'email', url: '', name: 'Mail' };
    const plan = planConnection(desiredConnection(), change(made(), `irmc-${id}`, mail));
    expect(plan.steps[0]).toMatchObject({ action: 'create', uid: `irmc-${id}-2` });
    expect(plan.obstacles).toEqual([]);
  });

  it('puts our heartbeat URL back after somebody bent it', () => {
    for (const url of ['https://proxy.example.net/', endpointUrl(endpoint), heartbeatUrl(endpoint).slice(0, -1)]) {
      const plan = planConnection(desiredConnection(), change(made(), `irmc-${id}-hb`, { url }));
      expect(actions(plan)).toContain('update heartbeatContactPoint');
      expect(plan.obstacles).toEqual([]);
    }
  });

  it('makes a heartbeat of its own beside one made by hand that has other integrations', () => {
    const shared = integration({ uid: 's', name: 'email', url: heartbeatUrl(endpoint) });
    const mate = integration({ uid: 't', name: 'email', type: 'email', url: '' });
    const plan = planConnection(desiredConnection(), objects({ integrations: [shared, mate] }));
    expect(actions(plan)).toContain('create heartbeatContactPoint');
    expect(plan.obstacles).toEqual([]);
  });
});
