import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extract, pathOf, readTexts, writeTexts, writeWhole } from './catalogue';
import { untranslated } from './compare';

/**
 * `npm run i18n-extract`: brings `src/locales` up to date with the sources and tells what is left to translate.
 * A translation whose English changed is emptied, so that it cannot stay behind unseen.
 */
const translations = ['de-DE'];

const say = (line: string) => process.stdout.write(`${line}\n`);

/** English is read from the sources alone: what its file already holds would win over them. */
function update(draft: string): readonly string[] {
  const before = readTexts(pathOf('en-US'));
  translations.forEach((language) => writeTexts(pathOf(language, draft), readTexts(pathOf(language))));
  const warnings = extract(draft);
  const english = readTexts(pathOf('en-US', draft));
  warnings.forEach((warning) => say(`Not understood: ${warning}`));

  for (const language of translations) {
    const texts = readTexts(pathOf(language, draft));
    const current = Object.entries(texts).map(([key, text]) => {
      const hasChanged = before[key] !== undefined && before[key] !== english[key];
      if (hasChanged && text) {
        say(`${language} ${key}: the English changed; it was "${text}"`);
      }
      return [key, hasChanged ? '' : text];
    });
    const kept = Object.fromEntries(current) as Record<string, string>;
    writeTexts(pathOf(language), kept);
    const missing = untranslated(english, kept);
    say(`${language}: ${Object.keys(english).length - missing.length} texts, ${missing.length} to translate`);
    missing.forEach((key) => say(`  ${key}: ${english[key]}`));
  }
  // Last: until it stands, the next run sees the same changes.
  writeWhole(pathOf('en-US'), readFileSync(pathOf('en-US', draft), 'utf8'));
  return warnings;
}

const draft = mkdtempSync(path.join(os.tmpdir(), 'texts-'));
try {
  process.exitCode = update(draft).length > 0 ? 1 : 0;
} finally {
  rmSync(draft, { recursive: true });
}
