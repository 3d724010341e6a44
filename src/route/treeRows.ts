import type { PolicyChange, PolicyPath, StoredPolicy } from '../connection/route-alerts/types';

export type Mark = 'added' | 'removed' | 'changed';

export type TreeRow =
  | { kind: 'policy'; key: string; policy: StoredPolicy; depth: number; mark: Mark | undefined }
  /** Policies in a row that nothing happens to. */
  | { kind: 'fold'; key: string; count: number; depth: number };

/** More unmarked neighbours than this are folded to one line. */
const MOST_UNMARKED = 4;

const keyOf = (path: PolicyPath) => path.join('.');

/** A tree line by line, from top to bottom; `side` says which marks apply. */
export function treeRows(
  root: StoredPolicy,
  changes: readonly PolicyChange[],
  side: 'before' | 'after',
  isWhole: boolean
): TreeRow[] {
  const marks = marksOf(changes, side);
  const concerned = [...marks.keys()].filter((key) => key !== '').map((key) => key.split('.'));
  const holdsMark = (path: PolicyPath) =>
    concerned.some((marked) => path.every((step, index) => marked[index] === String(step)));
  const rows: TreeRow[] = [];
  const add = (policy: StoredPolicy, path: PolicyPath) => {
    rows.push({ kind: 'policy', key: keyOf(path), policy, depth: path.length, mark: marks.get(keyOf(path)) });
    let pending: Array<[StoredPolicy, PolicyPath]> = [];
    const flush = () => {
      if (!isWhole && pending.length > MOST_UNMARKED) {
        const count = pending.reduce((sum, [one]) => sum + sizeOf(one), 0);
        rows.push({ kind: 'fold', key: `${keyOf(pending[0]?.[1] ?? [])}…`, count, depth: path.length + 1 });
      } else {
        pending.forEach(([one, itsPath]) => add(one, itsPath));
      }
      pending = [];
    };
    policy.routes.forEach((child, index) => {
      const childPath = [...path, index];
      if (holdsMark(childPath)) {
        flush();
        add(child, childPath);
      } else {
        pending.push([child, childPath]);
      }
    });
    flush();
  };
  add(root, []);
  return rows;
}

function marksOf(changes: readonly PolicyChange[], side: 'before' | 'after'): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const change of changes) {
    if (change.kind === 'default') {
      marks.set('', 'changed');
    } else if (change.kind === 'continue') {
      marks.set(keyOf(change.path), 'changed');
    } else if (change.kind === 'added' && side === 'after') {
      marks.set(keyOf(change.path), 'added');
    } else if (change.kind === 'removed' && side === 'before') {
      marks.set(keyOf(change.path), 'removed');
    }
  }
  return marks;
}

const sizeOf = ({ routes }: StoredPolicy): number => routes.reduce((sum, route) => sum + sizeOf(route), 1);
