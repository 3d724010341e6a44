import { is, policy } from '../coverage/testing/policies';
import type { NotificationPolicy } from '../policies/types';
import { connectionsOf } from '../ownership/connections';
import { made } from '../testing/planning';
import { driftByPlan, driftOf } from './drift';

it('compares anew when notification policies changed, which decide whether a rule may get the plugin’s labels', () => {
  const found = made();
  const [rule] = found.rules;
  if (!rule) {
    throw new Error('no rule');
  }
  const { receiver } = rule;
  const { heartbeat: _, ...labels } = rule.labels;
  const folder = { uid: 'ops', path: 'Operations', parents: [] };
  const moved = { ...rule, folderUid: 'ops', labels, receiver: '', whereabouts: { folder, routedTo: receiver } };
  const reading = (policies: NotificationPolicy) => ({
    ...objects,
    elsewhere: { places: [], hidden: [], searched: undefined, policies },
  });
  const objects = { ...found, rules: [moved] };
  const lead = policy(receiver);
  const other = policy('Team', { matchers: is('heartbeat', 'true') });
  const [before, after] = [reading(lead), reading({ ...lead, routes: [other] })];
  const [connection] = connectionsOf(before);
  if (!connection) {
    throw new Error('no connection');
  }
  const [was, now] = [driftOf(connection, before), driftOf(connection, after)];
  expect(was).toEqual(driftByPlan(connection, before));
  expect(now).toEqual(driftByPlan(connection, after));
  expect(now).not.toEqual(was);
});
