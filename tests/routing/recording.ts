import { readFileSync } from 'node:fs';

type Labels = Record<string, string>;

/** What holds at one place of a tree: contact point, group by, three times in seconds, mute and active timings, key. */
type RecordedRoute = [string, string[], number, number, number, string[], string[], string];

interface RecordedTree {
  /** As Grafana shows it. */
  tree: object;
  routes: Record<string, RecordedRoute>;
  /** Labels, and the places of the policies that take an alert with these, in order. */
  alerts: Array<[Labels, string[]]>;
}

interface Recording {
  trees: RecordedTree[];
  /** A regular expression, texts that match, texts that do not. */
  patterns: Array<[string, string[], string[]]>;
  refusedPatterns: string[];
  /** A matcher written as text, and what it means. */
  matchers: Array<[string, [string, string, string]]>;
}

/** What Grafana's own routing code answered; see tests/contracts/README.md. */
export const recording = JSON.parse(
  readFileSync(new URL('../contracts/alertmanager-routing.json', `file://${__dirname}/`), 'utf8')
) as Recording;

interface Tree<T> {
  routes: readonly T[];
}

/** The policies of a tree by their places. */
export function byPlace<T extends Tree<T>>(root: T): Map<string, T> {
  const found = new Map([['', root]]);
  const add = (policy: T, place: string) => {
    found.set(place, policy);
    policy.routes.forEach((route, index) => add(route, `${place}.${index}`));
  };
  root.routes.forEach((route, index) => add(route, String(index)));
  return found;
}
