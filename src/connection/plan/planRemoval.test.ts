import { endpointUrl } from '../endpoint/integrationPath';
import type { ObservedObjects } from '../model';
import { connectionsOf } from '../observed/connections';
import { planRemoval } from './planRemoval';
import { contactPoint, endpoint, heartbeatRule } from '../testing/fixtures';
import { actions, id, made, objects } from '../testing/planning';

describe('planning a removal', () => {
  const removal = (observed: ObservedObjects, options = {}) => {
    const connection = connectionsOf(observed).find((one) => one.id === id);
    if (!connection) {
      throw new Error('no connection');
    }
    return planRemoval(connection, observed, options);
  };

  it('takes away what the plugin made, the rule first', () => {
    expect(actions(removal(made()))).toEqual([
      'delete rule',
      'delete heartbeatContactPoint',
      'delete alertContactPoint',
      'delete folder',
    ]);
  });

  it('keeps the folder while other rules are in it', () => {
    const observed = { ...made(), rules: [...made().rules, heartbeatRule()] };
    expect(actions(removal(observed))).toContain('keep folder');
  });

  it('keeps what people made by hand, unless they say otherwise', () => {
    const twin = contactPoint({ uid: 'twin', name: 'Twin', url: endpointUrl(endpoint) });
    const observed = objects({ ...made(), contactPoints: [...made().contactPoints, twin] });
    expect(removal(observed).steps.at(-2)).toMatchObject({ action: 'keep', uid: 'twin' });
    expect(removal(observed, { includeHandMade: true }).steps.at(-2)).toMatchObject({ action: 'delete', uid: 'twin' });
  });

  it('keeps a contact point that another rule sends to, and says which', () => {
    const user = heartbeatRule({ receiver: 'IRM Production heartbeat', labels: { irm_connection: 'ffffffffff' } });
    const plan = removal({ ...made(), rules: [...made().rules, user] });
    expect(actions(plan)).toContain('keep heartbeatContactPoint');
    expect(plan.obstacles).toEqual([
      {
        object: 'heartbeatContactPoint',
        blocking: false,
        reason: 'inUse',
        name: 'IRM Production heartbeat',
        titles: ['by-hand'],
      },
    ]);
  });

  it('takes only its own rule out of a group that others use', () => {
    const plan = removal({ ...made(), rules: [...made().rules, heartbeatRule({ group: `irmc-${id}` })] });
    expect(actions(plan)).toEqual(expect.arrayContaining(['delete rule', 'keep folder']));
    expect(plan.obstacles).toEqual([]);
  });
});
