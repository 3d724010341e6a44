import state123 from '../../../tests/contracts/grafana-12.3.0/state.json';
import state124 from '../../../tests/contracts/grafana-12.4.0/state.json';
import { planRemoval } from '../actions/remove';
import { planPause } from '../actions/pause';
import { planRename } from '../actions/rename';
import { connectionWithId } from '../ownership/connections';
import { desiredConnection } from '../testing/fixtures';
import { id, made, NO_FOLDER, objects, surroundings } from '../testing/planning';
import { doorsOf, grantedBy, receiverUid, type Permissions } from './granted';
import { planConnection } from './planConnection';
import { missingRights, missingRightsFor, protectedFrom, type Task } from './rights';

function granted(state: { steps: ReadonlyArray<{ name: string; response: { body: unknown } }> }, role: string) {
  const body = state.steps.find(({ name }) => name === `user permissions (${role})`)?.response.body;
  if (typeof body !== 'object' || body === null) {
    throw new Error(`no permissions of ${role} in the recording`);
  }
  return (action: string) => action in body;
}

function connection() {
  const found = connectionWithId(id, made());
  if (!found) {
    throw new Error('no connection');
  }
  return found;
}

const versions = [
  ['12.3.0', state123],
  ['12.4.0', state124],
] as const;

describe.each(versions)('with the permissions of Grafana %s', (_, state) => {
  it.each<Task>(['status', 'contactPoint', 'changeContactPoint', 'changeRule', 'test', 'remove'])(
    'an Editor may do: %s',
    (task) => {
      expect(missingRights(granted(state, 'editor'), task)).toEqual([]);
    }
  );

  it('an Editor may not write settings', () => {
    expect(missingRights(granted(state, 'editor'), 'settings')).toEqual(['plugins:write']);
  });

  it('a Viewer may look only, and is told what is missing', () => {
    const viewer = granted(state, 'viewer');
    const write = ['alert.notifications:write', 'alert.provisioning.provenance:write'];
    expect(missingRights(viewer, 'status')).toEqual([]);
    expect(missingRights(viewer, 'test')).toEqual(['alert.notifications.receivers:test']);
    expect(missingRights(viewer, 'remove')).toEqual([...write, 'alert.rules:delete']);
    expect(missingRights(viewer, 'changeRule')).toEqual(['alert.rules:write']);
    expect(missingRightsFor(viewer, planConnection(desiredConnection(), objects({ folder: NO_FOLDER })))).toEqual([
      ...write,
      'folders:create',
      'alert.rules:create',
    ]);
  });

  it('an Editor may carry out every plan of the wizard', () => {
    const plan = planConnection(desiredConnection(), objects({ folder: NO_FOLDER }));
    expect(missingRightsFor(granted(state, 'editor'), plan)).toEqual([]);
  });
});

describe('missing rights', () => {
  const nothing = () => false;
  const write = ['alert.notifications:write', 'alert.provisioning.provenance:write'];
  const read = ['alert.notifications:read'];
  const readRules = ['folders:read', 'alert.rules:read'];

  it('asks for no folder when it is there', () => {
    const all = (action: string) => action !== 'folders:create';
    expect(missingRightsFor(all, planConnection(desiredConnection(), objects({ folder: NO_FOLDER })))).toEqual([
      'folders:create',
    ]);
    expect(missingRightsFor(all, planConnection(desiredConnection(), objects()))).toEqual([]);
  });

  it('asks only for what the steps of a plan do', () => {
    expect(missingRightsFor(nothing, planConnection(desiredConnection(), made()))).toEqual([]);
    expect(missingRightsFor(nothing, planConnection(desiredConnection({ heartbeat: undefined }), objects()))).toEqual([
      ...read,
      ...write,
    ]);
    const later = objects({ ...made(), rules: [] });
    expect(missingRightsFor(nothing, planConnection(desiredConnection(), later))).toEqual([
      ...readRules,
      'alert.rules:create',
    ]);
    const { heartbeat } = desiredConnection();
    const hourly = desiredConnection({ heartbeat: heartbeat && { ...heartbeat, interval: 3600 } });
    expect(missingRightsFor(nothing, planConnection(hourly, made()))).toEqual([...readRules, 'alert.rules:write']);
  });

  it('asks a removal for deleting, but not for the folder, which may stay', () => {
    expect(missingRightsFor(nothing, planRemoval(connection(), made(), surroundings()).plan)).toEqual([
      ...readRules,
      'alert.rules:delete',
      ...read,
      ...write,
    ]);
  });

  it('goes by the single verbs where Editors have only those (13.1)', () => {
    const verbs = ['create', 'write', 'delete'].map((verb) => `alert.notifications.receivers:${verb}`);
    const editor = (action: string) =>
      [...verbs, 'alert.notifications.receivers:read', 'alert.provisioning.provenance:write'].includes(action);
    const rename = planRename(connection(), made(), { alertContactPoint: 'New' }).plan;
    const doors = doorsOf('13.1.0');
    expect(missingRightsFor(editor, rename, doors)).toEqual([]);
    const mayNotWrite = (action: string) => editor(action) && action !== 'alert.notifications.receivers:write';
    expect(missingRightsFor(mayNotWrite, rename, doors)).toEqual(['alert.notifications.receivers:write']);
    expect(missingRights(mayNotWrite, 'contactPoint', doors)).toEqual([]);
  });

  it('does not take the single verbs for enough on 12.4, whose door knows one right alone', () => {
    const only = (action: string) => action !== 'alert.notifications:write' && !/provisioning:write$/.test(action);
    const rename = planRename(connection(), made(), { alertContactPoint: 'New' }).plan;
    expect(missingRightsFor(only, rename, doorsOf('12.4.0'))).toEqual(['alert.notifications:write']);
  });

  const held = (more: Permissions) =>
    grantedBy({
      'alert.notifications.receivers:read': ['receivers:*'],
      'alert.provisioning.provenance:write': [''],
      'folders:read': ['folders:*'],
      'alert.rules:read': ['folders:*'],
      ...more,
    });

  it('goes by the object: a right on another contact point or folder is none', () => {
    const doors = doorsOf('13.2.1');
    const rename = planRename(connection(), made(), { alertContactPoint: 'New' }).plan;
    const onReceiver = (name: string) =>
      held({ 'alert.notifications.receivers:write': [`receivers:uid:${receiverUid(name)}`] });
    const own = connection().alertContactPoint?.name ?? '';
    expect(missingRightsFor(onReceiver(own), rename, doors)).toEqual([]);
    expect(missingRightsFor(onReceiver('Another'), rename, doors)).toEqual(['alert.notifications.receivers:write']);

    const pause = planPause(connection(), made()).plan;
    const inFolder = (uid: string) => held({ 'alert.rules:write': [`folders:uid:${uid}`] });
    expect(missingRightsFor(inFolder('irm-heartbeats'), pause, doors)).toEqual([]);
    expect(missingRightsFor(inFolder('servers'), pause, doors)).toEqual(['alert.rules:write']);
  });

  it('knows a contact point with a long name by a hash of it, as Grafana does', () => {
    const doors = doorsOf('13.2.1');
    const named = (name: string) => ({ ...connection().alertContactPoint!, name });
    const maker = (id: string) => held({ 'alert.notifications.receivers.protected:write': [`receivers:uid:${id}`] });
    const atMost = named('Thirty bytes: this name is it.');
    expect(protectedFrom(maker('VGhpcnR5IGJ5dGVzOiB0aGlzIG5hbWUgaXMgaXQu'), [atMost], doors)).toEqual([]);
    // sha1sum of what the name is in base64.
    const long = named('Platform team production alerts');
    expect(protectedFrom(maker('5c8e522917cffa1688041f532847a404823778fb'), [long], doors)).toEqual([]);
    expect(protectedFrom(maker(receiverUid(long.name)), [long], doors)).toEqual([long.name]);
  });

  it('knows beforehand whose contact points keep their address (12.3.1, 12.4 and later)', () => {
    const { alertContactPoint, heartbeatContactPoint } = connection();
    const both = [alertContactPoint, heartbeatContactPoint].flatMap((one) => one ?? []);
    const own = `receivers:uid:${receiverUid(both[0]?.name ?? '')}`;
    const editor = held({ 'alert.notifications.receivers.protected:write': [own] });
    expect(protectedFrom(editor, both, doorsOf('13.0.0'))).toEqual([both[1]?.name]);
    expect(protectedFrom(editor, both, doorsOf('12.4.0'))).toEqual([both[1]?.name]);
    expect(protectedFrom(editor, both, doorsOf('12.3.1'))).toEqual([both[1]?.name]);
    expect(protectedFrom(editor, both, doorsOf('12.3.0'))).toEqual([]);
    const admin = held({ 'alert.notifications.receivers.protected:write': ['receivers:*'] });
    expect(protectedFrom(admin, both, doorsOf('13.0.0'))).toEqual([]);
  });

  it('accepts any of the ways to write contact points', () => {
    const only = (actions: string[]) => (action: string) => actions.includes(action);
    expect(missingRights(only(['alert.provisioning:read', 'alert.provisioning:write']), 'contactPoint')).toEqual([]);
    expect(missingRights(only(['alert.notifications:read', 'alert.notifications:write']), 'contactPoint')).toEqual([
      'alert.provisioning.provenance:write',
    ]);
  });
});
