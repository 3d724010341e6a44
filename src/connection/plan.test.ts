import { endpointUrl, heartbeatUrl } from './endpoint/integrationPath';
import type { HeartbeatRule } from './model';
import { isBlocked, isUpToDate } from './plan/types';
import { planConnection } from './plan/planConnection';
import { contactPoint, desiredConnection, endpoint } from './testing/fixtures';
import { actions, change, changeRule, heartbeat, id, made, objects, stepOf } from './testing/planning';

describe('planning a connection', () => {
  it('creates everything on an empty Grafana, in an order that works', () => {
    const plan = planConnection(desiredConnection(), objects({ folder: undefined }));
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
    const plan = planConnection(desiredConnection(), objects({ folder: undefined }));
    const seen = plan.steps.map(({ command: _, ...step }) => step);
    expect(JSON.stringify([seen, plan.obstacles])).not.toContain(endpoint.token);
  });

  it('keeps everything when it is there already', () => {
    const plan = planConnection(desiredConnection(), made());
    expect(isUpToDate(plan)).toBe(true);
    expect(plan.steps.every(({ command, changes }) => command === undefined && changes.length === 0)).toBe(true);
    expect(plan.obstacles).toEqual([]);
  });

  it('leaves an existing heartbeat alone when none is asked for', () => {
    const plan = planConnection(desiredConnection({ heartbeat: undefined }), made());
    expect(actions(plan)).toEqual(['keep alertContactPoint']);
  });

  it('adopts a contact point made by hand and keeps its name', () => {
    const byHand = contactPoint({ name: 'oncall', url: endpointUrl(endpoint), otherSettings: { httpMethod: 'POST' } });
    const plan = planConnection(desiredConnection(), objects({ contactPoints: [byHand] }));
    expect(plan.steps[0]).toMatchObject({ action: 'keep', name: 'oncall', uid: 'by-hand' });
  });

  it('mends a contact point made by hand, untouched in what it does not know', () => {
    const byHand = contactPoint({
      name: 'oncall',
      url: endpointUrl(endpoint).slice(0, -1),
      disableResolveMessage: true,
      locked: true,
      otherSettings: { httpMethod: 'PUT', title: 'x' },
    });
    const plan = planConnection(desiredConnection(), objects({ contactPoints: [byHand] }));
    expect(plan.steps[0]).toMatchObject({
      action: 'update',
      command: {
        before: byHand,
        contactPoint: {
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
    ['another expression', { scope: { kind: 'other', summary: '1 > 2' } }, ['scope']],
    ['another interval', { annotations: { irm_heartbeat_interval: '60' } }, ['annotations']],
  ])('mends a rule that got %s', (_, changes, fields) => {
    const plan = planConnection(desiredConnection(), changeRule(made(), changes));
    expect(actions(plan)).toContain('update rule');
    expect(stepOf(plan, 'rule')?.changes.map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, Partial<HeartbeatRule>]>([
    ['a pause', { isPaused: true }],
    ['a title', { title: 'Our heartbeat' }],
    ['further labels', { labels: { irm_connection: id, heartbeat: 'true', severity: 'info', team: 'sre' } }],
  ])('leaves %s to the people', (_, changes) => {
    const observed = changeRule(made(), changes);
    expect(isUpToDate(planConnection(desiredConnection(), observed))).toBe(true);
    const moved = planConnection(heartbeat({ interval: 900 }), observed);
    expect(stepOf(moved, 'rule')?.command).toMatchObject({ rule: changes });
  });

  it('puts our heartbeat URL back after somebody bent it', () => {
    for (const url of ['https://proxy.example.net/', endpointUrl(endpoint)]) {
      const plan = planConnection(desiredConnection(), change(made(), `irmc-${id}-hb`, { url }));
      expect(actions(plan)).toContain('update heartbeatContactPoint');
      expect(plan.obstacles).toEqual([]);
    }
  });

  it('makes a heartbeat of its own beside one made by hand that has other integrations', () => {
    const shared = contactPoint({ uid: 's', name: 'email', url: heartbeatUrl(endpoint) });
    const mate = contactPoint({ uid: 't', name: 'email' });
    const plan = planConnection(desiredConnection(), objects({ contactPoints: [shared, mate] }));
    expect(actions(plan)).toContain('create heartbeatContactPoint');
    expect(plan.obstacles).toEqual([]);
  });
});
