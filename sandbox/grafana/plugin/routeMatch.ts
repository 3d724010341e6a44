import type { PluginRoute } from './manifest';

export interface MatchedRoute {
  route: PluginRoute;
  /** What `*` stood for; '' without it. */
  rest: string;
}

/** The first route for this method whose path, read as a pattern, is `path`. */
export function matchRoute(routes: PluginRoute[], method: string, path: string): MatchedRoute | undefined {
  for (const route of routes) {
    const rest = hasMethod(route, method) ? matchPath(route.path, path) : undefined;
    if (rest !== undefined) {
      return { route, rest };
    }
  }
  return undefined;
}

function hasMethod({ method }: PluginRoute, wanted: string): boolean {
  return !method || method === '*' || method.toUpperCase() === wanted;
}

/** A `*` takes one segment, at the end all the rest but never nothing; slashes at both ends do not count. */
function matchPath(pattern: string, path: string): string | undefined {
  const wanted = trimmed(pattern).split('/');
  const given = trimmed(path).split('/');
  const open = wanted.at(-1) === '*';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  const rest = given.slice(fixed.length).join('/');
  if (open ? rest === '' : given.length !== fixed.length) {
    return undefined;
  }
  const equal = fixed.every((segment, index) => matchSegment(segment, given[index] ?? ''));
  return equal ? rest : undefined;
}

function matchSegment(wanted: string, given: string): boolean {
  return wanted === '*' || wanted.startsWith(':') ? given !== '' : decoded(given) === wanted;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function trimmed(path: string): string {
  return path.replace(/^\//, '').replace(/\/$/, '');
}

/** Encoded slashes and steps upwards do not get through Grafana's own router. */
export function isPlainPath(path: string): boolean {
  return !/%2f|%5c|\\/i.test(path) && !path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}
