import { storedPolicy as policy } from '../connection/route-alerts/testing/storedPolicy';
import { treeRows } from './treeRows';

const many = (count: number) => Array.from({ length: count }, (_, index) => policy(`mail ${index}`));

it('shows what a change touches in a tree of 500 policies, and folds the rest until all are asked for', () => {
  const added = policy('IRM');
  const root = policy('mail', ...many(300), added, ...many(199));
  const changes = [{ kind: 'added' as const, path: [300], policy: added }];
  const rows = treeRows(root, changes, 'after', false);
  expect(rows.map((row) => (row.kind === 'fold' ? row.count : [row.policy.receiver, row.mark]))).toEqual([
    ['mail', undefined],
    300,
    ['IRM', 'added'],
    199,
  ]);
  expect(treeRows(root, changes, 'after', true)).toHaveLength(501);
});

it('marks what goes in the tree before, at any depth, and counts all that is folded', () => {
  const gone = policy('IRM');
  const deep = policy('mail', policy('mail', gone));
  const root = policy('mail', deep, ...many(5).map((one) => ({ ...one, routes: many(2) })));
  const changes = [{ kind: 'removed' as const, path: [0, 0, 0], policy: gone }];
  const before = treeRows(root, changes, 'before', false);
  expect(before.at(3)).toMatchObject({ depth: 3, mark: 'removed' });
  expect(before.at(-1)).toMatchObject({ kind: 'fold', count: 15 });
  expect(treeRows(root, changes, 'after', false).some((row) => 'mark' in row && row.mark === 'removed')).toBe(false);
});
