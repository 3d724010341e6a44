import { heartbeatRule } from '../testing/fixtures';
import { isRuleAsPlanned, ruleChanges } from './ruleChanges';

it.each([
  ['labels', { team: 'a, site=b' }, { team: 'a', site: 'b' }],
  ['annotations', { note: 'a, summary=b' }, { note: 'a', summary: 'b' }],
] as const)('finds that %s differ, although they read alike', (field, before, after) => {
  const [was, is] = [heartbeatRule({ [field]: before }), heartbeatRule({ [field]: after })];
  expect(ruleChanges(was, is).map((change) => change.field)).toEqual([field]);
  expect(isRuleAsPlanned(was, is)).toBe(false);
});

it('finds that time intervals differ, although they read alike', () => {
  const [was, is] = [heartbeatRule({ muteTimings: ['a, b'] }), heartbeatRule({ muteTimings: ['a', 'b'] })];
  expect(isRuleAsPlanned(was, is)).toBe(false);
});
