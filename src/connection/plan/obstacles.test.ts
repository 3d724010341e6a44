import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection } from '../model';
import type { GrafanaObjects } from '../reading/reading';
import { isBlocked } from './types';
import { planConnection } from './planConnection';
import { desiredConnection, endpoint, heartbeatRule, integration, otherEndpoint } from '../testing/fixtures';
import { refused } from '../health/testing/scene';
import { proposeTiming } from '../timing/presets';
import {
  actions,
  change,
  changeRule,
  FOLDER,
  heartbeat,
  id,
  made,
  NO_FOLDER,
  objects,
  reasons,
  stepOf,
} from '../testing/planning';

const email = (name: string) => integration({ uid: 'mail', name, type: 'email', url: '' });
const named = (name: string) => objects({ integrations: [integration({ name })] });

describe('what stands in the way', () => {
  it.each<[string, DesiredConnection, GrafanaObjects, string]>([
    ['a taken name', desiredConnection(), named('IRM Production'), 'nameTaken'],
    ['a taken heartbeat name', desiredConnection(), named('IRM Production heartbeat'), 'nameTaken'],
    ['one name for both', heartbeat({ contactPointName: 'IRM Production' }), objects(), 'nameTaken'],
    ['no name', heartbeat({ contactPointName: ' ' }), objects(), 'nameMissing'],
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
    // It would belong to that integration's connection, and this one would have none.
    [
      'the heartbeat of another integration',
      heartbeat({ url: heartbeatUrl(otherEndpoint) }),
      objects(),
      'heartbeatUrlWrong',
    ],
    ['no data source', heartbeat({ scope: { kind: 'dataSource', dataSourceUid: '' } }), objects(), 'dataSourceMissing'],
    [
      'a second integration in our heartbeat',
      desiredConnection(),
      objects({
        ...made(),
        integrations: [...made().integrations, integration({ name: 'IRM Production heartbeat' })],
      }),
      'nameShared',
    ],
    [
      'an e-mail in our heartbeat',
      desiredConnection(),
      objects({ ...made(), integrations: [...made().integrations, email('IRM Production heartbeat')] }),
      'nameShared',
    ],
    [
      'a name of an e-mail contact point',
      desiredConnection(),
      objects({ integrations: [email('IRM Production')] }),
      'nameTaken',
    ],
    ['a title of more than 190 bytes', heartbeat({ contactPointName: 'é'.repeat(190) }), objects(), 'titleTooLong'],
    ['a rule list that could not be read', desiredConnection(), objects({ problems: { rules: refused() } }), 'notRead'],
    [
      'a contact point of a file',
      desiredConnection({ contactPoint: { name: 'IRM Production', maxAlerts: 3, sendResolved: true } }),
      change(made(), `irmc-${id}`, { provenance: 'file' }),
      'keptElsewhere',
    ],
    [
      'a rule of an import',
      heartbeat({ interval: 900 }),
      changeRule(made(), { provenance: 'converted' }),
      'keptElsewhere',
    ],
    [
      'a second rule in our group, whose interval would change, too',
      heartbeat({ timing: { ...proposeTiming(600), evaluationInterval: 20 } }),
      objects({ ...made(), rules: [...made().rules, heartbeatRule({ group: `irmc-${id}` })] }),
      'groupShared',
    ],
  ])('is %s', (_, desired, found, reason) => {
    const plan = planConnection(desired, found);
    expect(reasons(plan)).toContain(reason);
    expect(isBlocked(plan)).toBe(true);
  });

  it('is not our uid at another integration: ours gets a number', () => {
    const rotated = integration({ uid: `irmc-${id}`, url: endpointUrl(otherEndpoint) });
    const beat = integration({ uid: `irmc-${id}-hb`, name: 'Beat', url: heartbeatUrl(otherEndpoint) });
    const plan = planConnection(desiredConnection(), objects({ integrations: [rotated, beat] }));
    expect(plan.obstacles).toEqual([]);
    expect(plan.steps.map(({ uid }) => uid)).toMatchObject([`irmc-${id}-2`, `irmc-${id}-2-hb`, FOLDER.uid, undefined]);
  });

  it('is not our group at another integration: ours gets a number', () => {
    const rule = heartbeatRule({ group: `irmc-${id}`, labels: { irm_connection: '0123456789' }, receiver: 'x' });
    const plan = planConnection(desiredConnection(), objects({ rules: [rule] }));
    expect(plan.obstacles).toEqual([]);
    expect(stepOf(plan, 'rule')?.command).toMatchObject({ rule: { group: `irmc-${id}-2` } });
  });

  it('is a title of more than 190 bytes, and says how many it has', () => {
    const title = 'é'.repeat(96);
    expect(planConnection(heartbeat({ contactPointName: title }), objects()).obstacles).toEqual([
      { object: 'rule', blocking: true, reason: 'titleTooLong', title, bytes: 192, most: 190 },
    ]);
    expect(planConnection(heartbeat({ contactPointName: 'é'.repeat(95) }), objects()).obstacles).toEqual([]);
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
    const found = objects({ ...made(), integrations: [...made().integrations, email('email')] });
    const desired = { ...desiredConnection(), contactPoint: { name: 'email', maxAlerts: 0, sendResolved: true } };
    expect(reasons(planConnection(desired, found))).toEqual(['nameTaken']);
  });
});

describe('locking', () => {
  const locked = desiredConnection({ editability: 'locked' });

  it('locks what it makes when asked to', () => {
    const commands = planConnection(locked, objects({ folder: NO_FOLDER })).steps.map(({ command }) => command);
    expect(commands).toMatchObject([
      { integration: { provenance: 'api' } },
      { integration: { provenance: 'api' } },
      { kind: 'createFolder' },
      { rule: { provenance: 'api' } },
    ]);
  });

  it('locks what it made earlier, but never what others made', () => {
    expect(actions(planConnection(locked, made()))).toEqual([
      'update alertContactPoint',
      'update heartbeatContactPoint',
      'keep folder',
      'update rule',
    ]);
    const byHand = integration({ url: endpointUrl(endpoint) });
    expect(planConnection(locked, objects({ integrations: [byHand] })).steps[0]).toMatchObject({ action: 'keep' });
  });

  it('keeps the lock of what is locked and says so', () => {
    const plan = planConnection(heartbeat({ interval: 900 }), made(locked));
    expect(plan.obstacles.map(({ reason, blocking }) => [reason, blocking])).toEqual([
      ['locked', false],
      ['locked', false],
      ['locked', false],
    ]);
    expect(stepOf(plan, 'rule')?.command).toMatchObject({ rule: { provenance: 'api' } });
  });
});
