import type { CompiledPolicy, Resolved } from './compilePolicies';
import { knownPast, matchAll, type KnownLabels } from './matching';

export interface Found {
  resolved: Resolved;
  /** False when it depends on what is not known of the labels. */
  isCertain: boolean;
}

/**
 * The policies that alerts with these labels come to, each once. Policies hand down contact point and timing; the first
 * match ends the search among its neighbours unless it says "continue".
 */
export function policiesFor(defaultPolicy: CompiledPolicy, known: KnownLabels): Found[] {
  const found = new Map<string, Found>();
  walk(defaultPolicy, known, true, (resolved, isCertain) => {
    const before = found.get(resolved.key);
    if (before === undefined || isCertain) {
      found.set(resolved.key, { resolved, isCertain });
    }
  });
  return [...found.values()];
}

type Report = (resolved: Resolved, isCertain: boolean) => void;

function walk(policy: CompiledPolicy, known: KnownLabels, isCertain: boolean, report: Report): void {
  let isTaken = false;
  let isSure = isCertain;
  let mayBeTaken = false;
  for (const child of policy.routes) {
    const match = matchAll(child.matchers, known);
    if (match === 'no') {
      continue;
    }
    const isSureOfChild = isSure && match === 'yes';
    walk(child, match === 'yes' ? known : knownPast(child.matchers, known), isSureOfChild, report);
    if (match === 'yes') {
      isTaken = true;
      if (!child.continue) {
        break;
      }
    } else {
      mayBeTaken = true;
      // Whether later policies are looked at now depends on this one.
      isSure = isSure && child.continue;
    }
  }
  if (!isTaken) {
    report(policy.resolved, isCertain && !mayBeTaken);
  }
}

/**
 * What alerts with these labels may come to: every set of marks that the policies of one alert can have together. A mark
 * is a bit, a set of marks the bits of up to five of them, and the answer has bit `n` where the set `n` may
 * occur. More sets than really occur may be told where matchers depend on each other, never fewer.
 */
export function outcomesOf(policy: CompiledPolicy, known: KnownLabels, markOf: (resolved: Resolved) => number): number {
  /** Sets of what still looks at the policies to come: before any match, and past one that says "continue". */
  let unmatched = 1;
  let matched = 0;
  let done = 0;
  for (const child of policy.routes) {
    const match = matchAll(child.matchers, known);
    if (match === 'no') {
      continue;
    }
    const isSure = match === 'yes';
    const below = outcomesOf(child, isSure ? known : knownPast(child.matchers, known), markOf);
    const through = united(unmatched | matched, below);
    if (isSure) {
      unmatched = 0;
      matched = 0;
    }
    if (child.continue) {
      matched |= through;
    } else {
      done |= through;
    }
    if (unmatched === 0 && matched === 0) {
      break;
    }
  }
  return done | matched | (unmatched === 0 ? 0 : united(unmatched, 1 << markOf(policy.resolved)));
}

/** Of sets of marks: five marks make 32 sets, which fit in the bits of a number. */
function united(some: number, others: number): number {
  let all = 0;
  for (let one = 0; one < 32; one++) {
    if ((some >>> one) & 1) {
      for (let other = 0; other < 32; other++) {
        if ((others >>> other) & 1) {
          all |= 1 << (one | other);
        }
      }
    }
  }
  return all;
}
