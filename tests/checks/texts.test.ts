import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extract, pathOf, readTexts } from '../../.config/i18n/catalogue';
import { differences, mistakes, unknownNames, untranslated, withoutPlural } from '../../.config/i18n/compare';
import manifest from '../../src/plugin.json';

/** After a change of texts: `npm run i18n-extract`, then translate what it lists. `docs/translations.md` tells how. */
const english = readTexts(pathOf('en-US'));
const german = readTexts(pathOf('de-DE'));

test('an extraction that breaks off leaves the files as they were', () => {
  // Without the sources' own node_modules there is nothing that reads them.
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  try {
    const file = pathOf('en-US', path.join(elsewhere, 'src/locales'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '{}');
    const command = [path.resolve('node_modules/tsx/dist/cli.mjs'), path.resolve('.config/i18n/extract.ts')];
    expect(() => execFileSync(process.execPath, command, { cwd: elsewhere, stdio: 'pipe' })).toThrow(/i18next-parser/);
    expect(readFileSync(file, 'utf8')).toBe('{}');
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test('the English file holds what the sources say', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  try {
    expect(extract(directory)).toEqual([]);
    expect(differences(readTexts(pathOf('en-US', directory)), english)).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a text with a number has plural forms', () => {
  expect(withoutPlural(english)).toEqual([]);
});

/** What Grafana and IRM call something on their own pages. */
const NAMES_OF_OTHERS = [
  ...['Admin & API', 'Heartbeat settings', 'Reset', 'Settings'],
  ...['Continue matching subsequent sibling nodes', 'IRM heartbeats', 'Bearer', 'Watchdog'],
];

test('a button or field that a text names is called so', () => {
  expect(unknownNames(english, NAMES_OF_OTHERS)).toEqual([]);
  expect(unknownNames(german, NAMES_OF_OTHERS)).toEqual([]);
});

test('German lacks no text', () => {
  expect(untranslated(english, german)).toEqual([]);
});

test('German has the placeholders and tags of the English', () => {
  expect(mistakes(english, german)).toEqual([]);
});

test('Grafana is told of each language', () => {
  expect(manifest.languages).toEqual(['en-US', 'de-DE']);
});

test('what a check finds names the key', () => {
  const texts = { 'a.kept': 'Kept', 'a.rules_one': '{{count}} rule', 'a.rules_other': '{{count}} rules' };
  expect(differences({ 'a.new': 'New', 'a.kept': 'Kept' }, { 'a.kept': 'Old', 'a.gone': 'Gone' })).toEqual([
    'a.gone is no longer used',
    'a.kept reads "Old", in the sources "Kept"',
    'a.new is missing',
  ]);
  expect(untranslated(texts, { 'a.kept': '', 'a.rules_one': 'eine Regel' })).toEqual(['a.kept', 'a.rules_other']);
  expect(
    mistakes(texts, { 'a.kept': '<0>Da</0>', 'a.rules_one': 'eine Regel', 'a.rules_other': '{{zahl}} Regeln ' })
  ).toEqual([
    'a.kept has other tags: </0> <0>',
    'a.rules_other has other placeholders: {{zahl}}',
    'a.rules_other has spaces too many',
  ]);
  const long = { 'a.long': 'This is a long text' };
  expect(mistakes(long, long)).toEqual(['a.long is still English']);
  expect(mistakes({ 'a.span': '{{value}}\u00a0s' }, { 'a.span': '{{value}} s' })).toHaveLength(1);
  expect(mistakes(texts, { 'a.gone': 'Weg' })).toEqual(['a.gone is no longer used']);
  expect(withoutPlural({ 'a.rules': '{{count}} rules' })).toEqual(['a.rules']);
  const named = { 'a.button': 'Send now', 'a.right': 'Press "Send now".', 'a.wrong': 'Drücken Sie „Senden“.' };
  expect(unknownNames(named, [])).toEqual(['a.wrong names "Senden", which is nowhere']);
});
