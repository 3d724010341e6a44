import { readFileSync } from 'node:fs';
import path from 'node:path';
import pluginJson from '../../src/plugin.json';
import { projectRoot } from './sourceFiles';

test('docs/security.md tells every route of the proxy, with its verbs and the role that opens it', () => {
  const told = [
    ...readFileSync(path.join(projectRoot, 'docs/security.md'), 'utf8').matchAll(
      /^\| `((?:grafana|irm)\/[^`]+)` +\| ([A-Z, ]+?) +\| (\w+) +\|/gm
    ),
  ]
    .flatMap(([, route = '', verbs = '', role = '']) => verbs.split(', ').map((verb) => `${role} ${verb} ${route}`))
    .sort();
  const open = pluginJson.routes.map(({ reqRole, method, path: route }) => `${reqRole} ${method} ${route}`).sort();
  expect(told).toEqual(open);
});
