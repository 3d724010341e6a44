import { describeRouting } from './describeRouting';

const routed = (policies: number, rules: number) =>
  describeRouting({ kind: 'routed', isDefault: false, policies, rules });

test('of none it is said whether policies are there that never let an alert through', () => {
  const said = [false, true].map((isShut) => describeRouting({ kind: 'notRouted', isShut }));
  expect(said).toEqual([
    'No notification policy or alert rule sends alerts here',
    'Notification policies or alert rules send alerts here, but their mute or active timings never let one through',
  ]);
});

test('policies and rules make one sentence', () => {
  expect(routed(2, 0)).toBe('Routed by 2 policies');
  expect(routed(0, 1)).toBe('Selected by one rule');
  expect(routed(1, 3)).toBe('Routed by one policy, selected by 3 rules');
});
