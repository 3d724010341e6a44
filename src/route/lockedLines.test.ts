import type { StoredPolicy } from '../connection/route-alerts/types';
import { linesOfChange, linesOfRule } from './lockedLines';

const policy: StoredPolicy = {
  receiver: 'IRM "A" ${x}',
  matchers: [{ name: 'team', operator: '=~', value: 'web|db' }],
  continue: true,
  routes: [],
  groupWait: undefined,
  groupInterval: undefined,
  repeatInterval: undefined,
  stored: undefined,
};

it('writes a new policy for a provisioning file and for Terraform, each in its own quoting', () => {
  const lines = linesOfChange({ kind: 'added', path: [0], policy });
  expect(lines?.yaml.split('\n')).toEqual([
    '- receiver: "IRM \\"A\\" ${x}"',
    '  object_matchers:',
    '    - ["team", "=~", "web|db"]',
    '  continue: true',
  ]);
  expect(lines?.hcl).toContain('contact_point = "IRM \\"A\\" $${x}"');
  expect(lines?.hcl).toContain('match = "=~"');
});

it('has lines for the default policy and a rule, and none for what is taken out', () => {
  expect(linesOfChange({ kind: 'default', from: 'mail', to: 'IRM' })).toEqual({
    yaml: 'receiver: "IRM"',
    hcl: 'contact_point = "IRM"',
  });
  expect(linesOfRule({ receiver: 'IRM' })?.hcl).toBe('notification_settings {\n  contact_point = "IRM"\n}');
  expect(linesOfChange({ kind: 'removed', path: [0], policy })).toBeUndefined();
  expect(linesOfRule({ receiver: undefined })).toBeUndefined();
});
