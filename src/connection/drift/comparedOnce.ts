import type { Connection } from '../ownership/connections';
import type { GrafanaObjects } from '../reading/reading';

/** What a plan looks at beside a connection, which is of its contact points and rules. */
type Rest = Pick<GrafanaObjects, 'folder' | 'otherRules' | 'evaluation' | 'problems' | 'unseen'>;

/** Compares a connection once with the same objects of Grafana, however often it is asked for. */
export function comparedOnce<Found>(
  compare: (connection: Connection, objects: GrafanaObjects) => Found
): (connection: Connection, objects: GrafanaObjects) => Found {
  const known = new WeakMap<Connection, Rest & { found: Found }>();
  return (connection, objects) => {
    const before = known.get(connection);
    if (before && isSameRest(before, objects)) {
      return before.found;
    }
    const found = compare(connection, objects);
    const { folder, otherRules, evaluation, problems, unseen } = objects;
    known.set(connection, { folder, otherRules, evaluation, problems, ...(unseen && { unseen }), found });
    return found;
  };
}

const isSameRest = (a: Rest, b: Rest) =>
  a.folder === b.folder &&
  a.otherRules === b.otherRules &&
  a.evaluation === b.evaluation &&
  a.problems.rules === b.problems.rules &&
  a.unseen === b.unseen;
