import type { LabelMatcher, NotificationPolicy } from '../../policies/types';

/**
 * Alertmanager's routing once more, told in another way than the engine under test: it knows all labels, answers for one
 * alert at a time, and matches by predicates that were written by hand for each pattern.
 */
export interface Taken {
  receiver: string;
  /** Indices of the routes on the way. */
  place: readonly number[];
  isHeld: boolean;
}

/** Every pattern that random policies use, with what it means. */
export const PATTERNS: Readonly<Record<string, (value: string) => boolean>> = {
  '.*': () => true,
  '.+': (value) => value !== '',
  'web|db': (value) => value === 'web' || value === 'db',
  '(web|d)b?': (value) => ['web', 'webb', 'd', 'db'].includes(value),
  'w.*': (value) => value.startsWith('w'),
  '[a-e]+b': (value) =>
    value.length > 1 && [...value.slice(0, -1)].every((letter) => 'abcde'.includes(letter)) && value.endsWith('b'),
  '(?i)web': (value) => value.toLowerCase() === 'web',
  '\\pL+': (value) => value !== '' && [...value].every((letter) => letter.toLowerCase() !== letter.toUpperCase()),
  '': (value) => value === '',
};

export function takenBy(labels: Readonly<Record<string, string>>, root: NotificationPolicy): Taken[] {
  const deepest = (policy: NotificationPolicy, receiver: string, place: readonly number[]): Taken[] => {
    const name = policy.receiver === '' ? receiver : policy.receiver;
    const below: Taken[] = [];
    let index = 0;
    while (index < policy.routes.length) {
      const route = policy.routes[index];
      if (route && route.matchers.every((matcher) => holds(matcher, labels))) {
        below.push(...deepest(route, name, [...place, index]));
        if (!route.continue) {
          return below;
        }
      }
      index++;
    }
    const isHeld = (policy.muteTimings ?? []).length + (policy.activeTimings ?? []).length > 0;
    return below.length === 0 ? [{ receiver: name, place, isHeld }] : below;
  };
  return deepest(root, '', []);
}

function holds({ name, operator, value }: LabelMatcher, labels: Readonly<Record<string, string>>): boolean {
  const actual = labels[name] ?? '';
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return PATTERNS[value]?.(actual) ?? false;
    case '!~':
      return !(PATTERNS[value]?.(actual) ?? false);
  }
}
