import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection, ObservedObjects } from '../model';
import { isBlocked } from './types';
import { planConnection } from './planConnection';
import { contactPoint, desiredConnection, endpoint, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { actions, heartbeat, id, made, objects, reasons, stepOf } from '../testing/planning';

describe('what stands in the way', () => {
  it.each<[string, DesiredConnection, ObservedObjects, string]>([
    ['a taken name', desiredConnection(), objects({ contactPointNames: ['IRM Production'] }), 'nameTaken'],
    [
      'a taken heartbeat name',
      desiredConnection(),
      objects({ contactPointNames: ['IRM Production heartbeat'] }),
      'nameTaken',
    ],
    ['one name for both', heartbeat({ contactPointName: 'IRM Production' }), objects(), 'nameTaken'],
    ['no name', heartbeat({ contactPointName: ' ' }), objects(), 'nameMissing'],
    [
      'our uid at another integration',
      desiredConnection(),
      objects({ contactPoints: [contactPoint({ uid: `irmc-${id}`, url: endpointUrl(otherEndpoint) })] }),
      'uidTaken',
    ],
    [
      'odd max alerts',
      desiredConnection({ contactPoint: { name: 'a', maxAlerts: -1, sendResolved: true } }),
      objects(),
      'maxAlertsInvalid',
    ],
    ['an interval that IRM lacks', heartbeat({ interval: 240 }), objects(), 'intervalNotAllowed'],
    ['a timing that cannot hold', heartbeat({ interval: 60 }), objects(), 'timingBlocked'],
    ['the alert URL for beats', heartbeat({ url: endpointUrl(endpoint) }), objects(), 'heartbeatUrlWrong'],
    [
      'a heartbeat URL without its slash',
      heartbeat({ url: heartbeatUrl(endpoint).slice(0, -1) }),
      objects(),
      'heartbeatUrlWrong',
    ],
    ['no data source', heartbeat({ scope: { kind: 'dataSource', dataSourceUid: '' } }), objects(), 'dataSourceMissing'],
    [
      'a second integration in our heartbeat',
      desiredConnection(),
      objects({
        ...made(),
        contactPoints: [...made().contactPoints, contactPoint({ name: 'IRM Production heartbeat' })],
      }),
      'nameShared',
    ],
    [
      'a second rule in our group',
      desiredConnection(),
      objects({ ...made(), rules: [...made().rules, heartbeatRule({ group: `irmc-${id}` })] }),
      'groupShared',
    ],
  ])('is %s', (_, desired, observed, reason) => {
    const plan = planConnection(desired, observed);
    expect(reasons(plan)).toContain(reason);
    expect(isBlocked(plan)).toBe(true);
  });

  it('tells the reasons of a timing that cannot hold', () => {
    expect(planConnection(heartbeat({ interval: 60 }), objects()).obstacles).toEqual([
      {
        object: 'rule',
        blocking: true,
        reason: 'timingBlocked',
        reasons: [{ level: 'blocked', code: 'gapNotBelowInterval', gap: 122, interval: 60 }],
      },
    ]);
  });

  it('is not a rename to the name that it has', () => {
    expect(planConnection(desiredConnection(), made()).obstacles).toEqual([]);
  });

  it('is a rename to a name that somebody else has', () => {
    const observed = { ...made(), contactPointNames: [...made().contactPointNames, 'email'] };
    const desired = { ...desiredConnection(), contactPoint: { name: 'email', maxAlerts: 0, sendResolved: true } };
    expect(reasons(planConnection(desired, observed))).toEqual(['nameTaken']);
  });
});

describe('locking', () => {
  const locked = desiredConnection({ editability: 'locked' });

  it('locks what it makes when asked to', () => {
    const commands = planConnection(locked, objects({ folder: undefined })).steps.map(({ command }) => command);
    expect(commands).toMatchObject([
      { contactPoint: { locked: true } },
      { contactPoint: { locked: true } },
      { kind: 'createFolder' },
      { editability: 'locked' },
    ]);
  });

  it('locks what it made earlier, but never what others made', () => {
    expect(actions(planConnection(locked, made()))).toEqual([
      'update alertContactPoint',
      'update heartbeatContactPoint',
      'keep folder',
      'update rule',
    ]);
    const byHand = contactPoint({ url: endpointUrl(endpoint) });
    expect(planConnection(locked, objects({ contactPoints: [byHand] })).steps[0]).toMatchObject({ action: 'keep' });
  });

  it('keeps the lock of what is locked and says so', () => {
    const plan = planConnection(heartbeat({ interval: 900 }), made(locked));
    expect(plan.obstacles.map(({ reason, blocking }) => [reason, blocking])).toEqual([
      ['locked', false],
      ['locked', false],
      ['locked', false],
    ]);
    expect(stepOf(plan, 'rule')?.command).toMatchObject({ editability: 'locked', rule: { locked: true } });
  });
});
