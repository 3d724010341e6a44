import { rmSync } from 'node:fs';
import { extract, pathOf, readTexts, writeTexts } from './catalogue';
import { untranslated } from './compare';

/**
 * `npm run i18n-extract`: brings `src/locales` up to date with the sources and tells what is left to translate.
 * A translation whose English changed is emptied, so that it cannot stay behind unseen.
 */
const translations = ['de-DE'];

const before = readTexts(pathOf('en-US'));
// Written anew: what it already holds would win over the sources.
rmSync(pathOf('en-US'), { force: true });
const warnings = extract();
const english = readTexts(pathOf('en-US'));

const say = (line: string) => process.stdout.write(`${line}\n`);
warnings.forEach((warning) => say(`Not understood: ${warning}`));

for (const language of translations) {
  const texts = readTexts(pathOf(language));
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
process.exitCode = warnings.length > 0 ? 1 : 0;
