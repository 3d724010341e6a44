import type { NotificationPolicy } from '../policies/types';
import type { Connection } from '../ownership/connections';
import type { GrafanaObjects, GrafanaReading } from '../reading/reading';

/** What a plan looks at beside a connection, which is of its contact points and rules. */
type Rest = Pick<GrafanaObjects, 'folder' | 'otherRules' | 'evaluation' | 'problems' | 'unseen'> & {
  /** By which a rule's labels decide where it sends. */
  policies: NotificationPolicy | undefined;
};

type Compared = GrafanaObjects & Pick<GrafanaReading, 'elsewhere'>;

/** Compares a connection once with the same objects of Grafana, however often it is asked for. */
export function comparedOnce<Found>(
  compare: (connection: Connection, objects: Compared) => Found
): (connection: Connection, objects: Compared) => Found {
  const known = new WeakMap<Connection, { rest: Rest; found: Found }>();
  return (connection, objects) => {
    const rest = restOf(objects);
    const before = known.get(connection);
    if (before && isSameRest(before.rest, rest)) {
      return before.found;
    }
    const found = compare(connection, objects);
    known.set(connection, { rest, found });
    return found;
  };
}

const restOf = ({ folder, otherRules, evaluation, problems, unseen, elsewhere }: Compared): Rest => ({
  ...{ folder, otherRules, evaluation, problems, policies: elsewhere?.policies },
  ...(unseen && { unseen }),
});

const isSameRest = (a: Rest, b: Rest) =>
  a.folder === b.folder &&
  a.otherRules === b.otherRules &&
  a.evaluation === b.evaluation &&
  a.problems.rules === b.problems.rules &&
  a.unseen === b.unseen &&
  a.policies === b.policies;
