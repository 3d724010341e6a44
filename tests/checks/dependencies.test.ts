import { readFileSync } from 'node:fs';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

const root = read('package.json');
const sandbox = read('sandbox/package.json');
const newest = read('tests/newest/package.json');
const document = readFileSync('docs/dependencies.md', 'utf8');

test.each([
  ['Of the plugin', names(root.dependencies)],
  ['For building and testing', names(root.devDependencies)],
  ['Of the sandbox', names({ ...sandbox.dependencies, ...sandbox.devDependencies })],
  ['The newest', names({ ...newest.dependencies, ...newest.devDependencies })],
])('"%s" gives a reason for each package that is there, and for no other', (heading, packages) => {
  expect(rowsBelow(heading)).toEqual(packages);
});

test('each override is explained', () => {
  for (const name of names(root.overrides)) {
    expect(sectionBelow('Overrides')).toContain(`- \`${name}\`: `);
  }
});

test('what the sandbox shares with the plugin has the same version', () => {
  const versions = { ...root.devDependencies, ...root.dependencies };
  const others = Object.entries({ ...sandbox.dependencies, ...sandbox.devDependencies });
  expect(others.filter(([name, version]) => (versions[name] ?? version) !== version)).toEqual([]);
});

function read(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

function names(packages: Record<string, string> = {}): string[] {
  return Object.keys(packages).sort();
}

function sectionBelow(heading: string): string {
  return document.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

function rowsBelow(heading: string): string[] {
  return [...sectionBelow(heading).matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name = '']) => name).sort();
}
