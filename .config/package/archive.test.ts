import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { packPlugin } from './archive';

let directory: string;

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), text);
};

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'packed-'));
  put('plugin.json', JSON.stringify({ id: 'acme-demo-app', info: { version: '1.2.3' } }));
  put('module.js', 'define([], function () {});');
  put('img/logo.svg', '<svg/>');
});

afterEach(() => rmSync(directory, { recursive: true }));

test('everything stands in one folder that is named as the plugin', () => {
  const { name, bytes, files } = packPlugin(directory);
  const opened = unzipSync(bytes);
  expect(name).toBe('acme-demo-app-1.2.3.zip');
  expect(Object.keys(opened)).toEqual(files);
  expect(files).toEqual(['acme-demo-app/img/logo.svg', 'acme-demo-app/module.js', 'acme-demo-app/plugin.json']);
  expect(Buffer.from(opened['acme-demo-app/module.js'] ?? []).toString()).toBe(
    readFileSync(path.join(directory, 'module.js'), 'utf8')
  );
});

test('the same files make the same bytes at another time', () => {
  const before = packPlugin(directory).bytes;
  utimesSync(path.join(directory, 'module.js'), new Date('2001-01-01'), new Date('2031-05-05'));
  expect(Buffer.from(packPlugin(directory).bytes).equals(Buffer.from(before))).toBe(true);
});

test('what was not built is refused with what to do', () => {
  rmSync(path.join(directory, 'module.js'));
  expect(() => packPlugin(directory)).toThrow(/run "npm run build" first/);
  put('module.js', '');
  put('plugin.json', JSON.stringify({ id: 'acme-demo-app', info: { version: '%VERSION%' } }));
  expect(() => packPlugin(directory)).toThrow(/sources instead of a built plugin/);
});
