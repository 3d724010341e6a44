import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { librariesOf, PAGE_TERMS } from './notices';

let root: string;

function put(name: string, license: string, notice?: string): string {
  const folder = path.join(root, 'node_modules', name);
  mkdirSync(path.join(folder, 'esm'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
  // Told to be of another kind by a manifest further below, which is no library's.
  writeFileSync(path.join(folder, 'esm/package.json'), JSON.stringify({ type: 'module' }));
  if (notice) {
    writeFileSync(path.join(folder, 'LICENCE.md'), notice);
  }
  return path.join(folder, 'esm/index.js');
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'notices-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('each library is told once, with its notice; own files are none', () => {
  const scoped = put('@acme/beta', 'MIT', 'Copyright Beta');
  const plain = put('alpha', 'ISC', 'Copyright Alpha');
  const libraries = librariesOf([plain, scoped, scoped, path.join(root, 'src/module.tsx')]);
  expect(libraries).toEqual([
    { name: '@acme/beta', version: '1.0.0', terms: 'MIT', text: 'Copyright Beta' },
    { name: 'alpha', version: '1.0.0', terms: 'ISC', text: 'Copyright Alpha' },
  ]);
});

test('terms that nobody has looked at, and a notice that is missing, stop the build', () => {
  expect(() => librariesOf([put('copyleft', 'GPL-3.0-only', 'GPL')])).toThrow('copyleft is under GPL-3.0-only');
  expect(() => librariesOf([put('silent', 'MIT')])).toThrow('silent (MIT) brings no text');
});

test('the page that hosts plugins may hold what Grafana asks for, with and without a text', () => {
  const [library] = librariesOf([put('font', 'OFL-1.1')], PAGE_TERMS);
  expect(library?.text).toBe('Its package brings no text of them along.');
  expect(() => librariesOf([put('nothing', '')], PAGE_TERMS)).toThrow('nothing is under');
});
