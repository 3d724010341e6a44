import { importsOf, resolveImport, sourceFiles } from './sourceFiles';

/** docs/architecture.md#tiers: a folder may import from itself and from those named beside it. */
const MAY_IMPORT: Record<string, string[]> = {
  'src/connection': [],
  'src/transport': ['src/connection', 'src/plugin.json'],
  'src/grafana': ['src/connection', 'src/transport'],
  'src/irm': ['src/connection', 'src/transport'],
  'src/ui': ['src/connection', 'src/transport', 'src/grafana', 'src/irm'],
  'src/setup': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/status': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/coverage': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/route': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/export': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/settings': ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui'],
  'src/app': [
    'src/connection',
    'src/transport',
    'src/grafana',
    'src/irm',
    'src/ui',
    'src/setup',
    'src/status',
    'src/coverage',
    'src/route',
    'src/export',
    'src/settings',
  ],
  cli: ['src/connection', 'src/transport', 'src/grafana', 'src/irm', 'src/ui', 'src/status', 'src/coverage'],
};

/** What `module.tsx` may load at once; Grafana loads it on every page once the plugin is preloaded. */
const MODULE_IMPORTS = [
  '@grafana/data',
  '@grafana/i18n',
  './plugin.json',
  './app/LazyApp',
  './app/extensions',
  './settings/LazyConfiguration',
];

const NOT_IN_DOMAIN = /^(react|@grafana\/|@tanstack\/|rxjs|react-hook-form)/;

const files = [...sourceFiles('src'), ...sourceFiles('cli'), ...sourceFiles('sandbox')];
const production = files.filter((file) => !file.isTest);
const known = new Set(files.map((file) => file.path));
/** All but the stand-ins, which stand beside the tiers, and module.tsx; both have tests of their own. */
const inTiers = production.filter(({ path }) => !path.startsWith('sandbox/') && path !== 'src/module.tsx');

function tierOf(path: string): string {
  const [top = '', folder = ''] = path.split('/');
  return top === 'src' ? `${top}/${folder}` : top;
}

test('no file imports from a tier above its own', () => {
  const upward = inTiers.flatMap((file) => {
    const tier = tierOf(file.path);
    return importsOf(file)
      .map((specifier) => resolveImport(file, specifier, known))
      .filter((target): target is string => target !== undefined && tierOf(target) !== tier)
      .filter((target) => !MAY_IMPORT[tier]?.includes(tierOf(target)))
      .map((target) => `${file.path} -> ${target}`);
  });
  expect(upward).toEqual([]);
});

test('each folder has a place among the tiers', () => {
  const tiers = new Set(inTiers.map(({ path }) => tierOf(path)));
  expect([...tiers].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('the domain knows nothing of React, HTTP or Grafana packages', () => {
  const imports = production
    .filter((file) => tierOf(file.path) === 'src/connection')
    .flatMap((file) => importsOf(file).map((specifier) => `${file.path} -> ${specifier}`));
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((entry) => NOT_IN_DOMAIN.test(entry.split(' -> ')[1] ?? ''))).toEqual([]);
});

test('the sandbox and the plugin do not import each other', () => {
  const crossing = production
    .filter(({ path }) => !path.startsWith('cli/'))
    .flatMap((file) =>
      importsOf(file)
        .map((specifier) => resolveImport(file, specifier, known))
        .filter((target) => target !== undefined && target.split('/')[0] !== file.path.split('/')[0])
        .map((target) => `${file.path} -> ${target}`)
    );
  expect(crossing).toEqual([]);
});

test('the stand-ins stand alone, and so do their tests but for the recordings that hold them', () => {
  const outside = files
    .filter(({ path }) => path.startsWith('sandbox/'))
    .flatMap((file) => importsOf(file).map((specifier) => resolveImport(file, specifier, known)))
    .filter((target) => target !== undefined && !target.startsWith('sandbox/'));
  expect(outside.filter((target) => !target?.startsWith('tests/contracts/'))).toEqual([]);
});

test('the command line loads no page: neither React nor what only a browser has', () => {
  const byPath = new Map(production.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const walk = (path: string) => {
    const file = byPath.get(path);
    if (file && !reached.has(path)) {
      reached.add(path);
      valueImportsOf(file).forEach((specifier) => walk(resolveImport(file, specifier, known) ?? ''));
    }
  };
  production.filter(({ path }) => path.startsWith('cli/')).forEach(({ path }) => walk(path));
  const loaded = [...reached].flatMap((path) => {
    const file = byPath.get(path);
    return file ? valueImportsOf(file).map((specifier) => `${path} -> ${specifier}`) : [];
  });
  expect(reached.size).toBeGreaterThan(100);
  expect(loaded.filter((entry) => / -> (react|@grafana\/(?!i18n$)|@emotion|@tanstack)/.test(entry))).toEqual([]);
});

/** Without those of types, which are gone when the program runs. */
function valueImportsOf(file: { path: string; text: string; isTest: boolean }): string[] {
  const text = file.text.replace(/^import type [^;]*;/gm, '');
  return importsOf({ ...file, text });
}

test('module.tsx only wires', () => {
  const module = files.find((file) => file.path === 'src/module.tsx');
  expect(module && importsOf(module)).toEqual(expect.arrayContaining(MODULE_IMPORTS));
  expect(module && importsOf(module).filter((specifier) => !MODULE_IMPORTS.includes(specifier))).toEqual([]);
  expect(module?.text.split('\n').length).toBeLessThan(40);
});

test('there are no import cycles', () => {
  const edges = new Map(
    production.map((file) => [
      file.path,
      importsOf(file)
        .map((specifier) => resolveImport(file, specifier, known))
        .filter((target): target is string => target !== undefined && known.has(target)),
    ])
  );
  expect(findCycle(edges)).toBeUndefined();
});

test('no folder has a door: what is needed is imported from the file that has it', () => {
  const isDoor = (file: { path: string }) => /\/index\.tsx?$/.test(file.path) && file.path.startsWith('src/');
  const passesOn = (file: { text: string }) => /^export (type )?(\*|\{[^}]*\}) from/m.test(file.text);
  const doors = production.filter((file) => isDoor(file) || (file.path.startsWith('src/') && passesOn(file)));
  expect(doors.map((file) => file.path)).toEqual([]);
});

test('there are no cycles of folders', () => {
  const edges = new Map<string, string[]>();
  for (const file of production.filter(({ path }) => path.startsWith('src/'))) {
    const folder = folderOf(file.path);
    const targets = importsOf(file)
      .map((specifier) => resolveImport(file, specifier, known))
      .filter((target): target is string => target !== undefined && known.has(target))
      .map(folderOf)
      .filter((target) => target !== folder);
    edges.set(folder, [...new Set([...(edges.get(folder) ?? []), ...targets])]);
  }
  expect(findCycle(edges)).toBeUndefined();
});

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

test('a cycle would be found', () => {
  expect(
    findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ])
    )
  ).toBe('a -> b -> c -> a');
});

test('no test replaces a module of ours by a mock', () => {
  const mocks = [...files, ...sourceFiles('tests')].filter((file) => /jest\.(mock|doMock)\(\s*['"]\./.test(file.text));
  expect(mocks.map((file) => file.path)).toEqual([]);
});

test('no page loads zod, which is four times as heavy as valibot', () => {
  const isZod = (specifier: string) => /^zod(\/|$)/.test(specifier);
  const takers = files.filter((file) => file.path.startsWith('src/') && importsOf(file).some(isZod));
  expect(takers.map((file) => file.path)).toEqual([]);
});

function findCycle(edges: ReadonlyMap<string, string[]>): string | undefined {
  const finished = new Set<string>();
  const walk = (node: string, trail: string[]): string | undefined => {
    if (trail.includes(node)) {
      return [...trail.slice(trail.indexOf(node)), node].join(' -> ');
    }
    if (finished.has(node)) {
      return undefined;
    }
    for (const next of edges.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle) {
        return cycle;
      }
    }
    finished.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = walk(node, []);
    if (cycle) {
      return cycle;
    }
  }
  return undefined;
}
