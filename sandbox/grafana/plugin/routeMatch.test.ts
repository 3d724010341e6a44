import type { PluginRoute } from './manifest';
import { isPlainPath, matchRoute } from './routeMatch';

const route = (path: string, method?: string): PluginRoute => ({ path, method, url: '', headers: [] });

test.each([
  ['irm', 'irm', ''],
  ['irm', 'irm/', ''],
  ['irm', 'irm/x', undefined],
  ['irm/*', 'irm', undefined],
  ['irm/*', 'irm/', undefined],
  ['irm/*', 'irm/integrations/', 'integrations'],
  ['irm/*', 'irm/a/b', 'a/b'],
  ['a/*/c', 'a/b/c', ''],
  ['a/*/c', 'a/b/b/c', undefined],
  ['a/*/c/*', 'a/b/c/d/e', 'd/e'],
  ['a/:id', 'a/b', ''],
  ['a b', 'a%20b', ''],
])('the pattern %s and the path %s', (pattern, path, rest) => {
  expect(matchRoute([route(pattern)], 'GET', path)?.rest).toBe(rest);
});

test('the first route with the verb is taken', () => {
  const routes = [route('a', 'POST'), route('a', 'GET'), route('*')];
  expect(matchRoute(routes, 'GET', 'a')?.route).toBe(routes[1]);
  expect(matchRoute(routes, 'DELETE', 'a')?.route).toBe(routes[2]);
});

test('steps upwards and encoded slashes are no plain path', () => {
  expect(['a/b', 'a/b.c', 'a/..b'].map(isPlainPath)).toEqual([true, true, true]);
  expect(['a/../b', 'a/%2e%2E/b', 'a%2Fb', 'a%5cb'].map(isPlainPath)).toEqual([false, false, false, false]);
});
