import type { GrafanaError } from '../port/grafanaPort';

/** So many names are enough to look for. */
const MOST_NAMED = 3;

/**
 * A list without any contact point that cannot be right: an organization always has one.
 *
 * @param names contact points that Grafana tells of elsewhere, as far as it tells of any
 */
export function contradicted(names: readonly string[] = []): GrafanaError {
  const distinct = [...new Set(names)];
  const named = [...distinct.slice(0, MOST_NAMED), ...(distinct.length > MOST_NAMED ? ['…'] : [])];
  return { reason: 'contradicted', message: named.join(', '), status: 200 };
}
