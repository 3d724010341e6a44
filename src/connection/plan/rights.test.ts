import state123 from '../../../tests/contracts/grafana-12.3.0/state.json';
import state124 from '../../../tests/contracts/grafana-12.4.0/state.json';
import { ability, missingRights, type Task } from './rights';

function granted(state: { steps: ReadonlyArray<{ name: string; response: { body: unknown } }> }, role: string) {
  const body = state.steps.find(({ name }) => name === `user permissions (${role})`)?.response.body;
  if (typeof body !== 'object' || body === null) {
    throw new Error(`no permissions of ${role} in the recording`);
  }
  return (action: string) => action in body;
}

const versions = [
  ['12.3.0', state123],
  ['12.4.0', state124],
] as const;

describe.each(versions)('with the permissions of Grafana %s', (_, state) => {
  it.each<Task>(['status', 'contactPoint', 'heartbeat', 'test', 'remove'])('an Editor may do: %s', (task) => {
    expect(missingRights(granted(state, 'editor'), task)).toEqual([]);
  });

  it('an Editor may not write settings', () => {
    expect(missingRights(granted(state, 'editor'), 'settings')).toEqual(['plugins:write']);
  });

  it('a Viewer may look only, and is told what is missing', () => {
    const viewer = granted(state, 'viewer');
    const write = ['alert.notifications:write', 'alert.provisioning.provenance:write'];
    expect(missingRights(viewer, 'status')).toEqual([]);
    expect(missingRights(viewer, 'test')).toEqual(['alert.notifications.receivers:test']);
    expect(missingRights(viewer, 'remove')).toEqual([...write, 'alert.rules:delete']);
    expect(missingRights(viewer, 'heartbeat')).toEqual([
      ...write,
      'alert.rules:create',
      'alert.rules:write',
      'folders:create',
    ]);
  });
});

describe('missing rights', () => {
  it('asks for no folder when it is there', () => {
    const all = (action: string) => action !== 'folders:create';
    expect(missingRights(all, 'heartbeat')).toEqual(['folders:create']);
    expect(missingRights(all, 'heartbeat', { folderExists: true })).toEqual([]);
  });

  it('accepts any of the ways to write contact points', () => {
    const only = (actions: string[]) => (action: string) => actions.includes(action);
    expect(missingRights(only(['alert.provisioning:read', 'alert.provisioning:write']), 'contactPoint')).toEqual([]);
    expect(missingRights(only(['alert.notifications:read', 'alert.notifications:write']), 'contactPoint')).toEqual([
      'alert.provisioning.provenance:write',
    ]);
  });

  it('keeps "supported" and "allowed" apart', () => {
    expect(ability(() => false, 'test', { supported: true })).toEqual({
      supported: true,
      allowed: false,
      missing: ['alert.notifications.receivers:test'],
    });
    expect(ability(() => true, 'test', { supported: false })).toEqual({ supported: false, allowed: true, missing: [] });
  });
});
