import { britishWordsIn } from './american';
import { sourceFiles } from './sourceFiles';

/** Given up for the words of docs/glossary.md. */
const RETIRED: readonly RegExp[] = [
  /take(n)? (it )?back\b/i,
  /\bis to (belong|page|watch)\b/i,
  /\bare to (belong|page)\b/i,
  /\bbeats? stays? away\b/i,
  /\bbeats? (leave|left)\b/i,
  /\bcannot be told\b/i,
  /\bread again\b/i,
  /\bcadence\b/i,
  /^connect an integration\b/i,
  /\breplace endpoint\b/i,
  /\bthe same by hand\b/i,
  /\bany longer\b.*\bany longer\b/i,
  /\bof role (Editor|Admin|Viewer)\b/i,
  /\bthe role (Editor|Admin|Viewer)\b/,
  /\baddress of (the API|the stack|IRM|this Grafana)\b/i,
  /\bsee the proof\b/i,
  /\barms? IRM\b/i,
  /\bbeats?\b/i,
  /\bno integration of IRM\b/i,
  /\bwhat will be done\b/i,
  /\bas the manual says\b/i,
  /\bsettings behind it\b/i,
  /\btries in \d/i,
  /\bmake a service account\b/i,
  /\b(somebody|people) may not\b/i,
  /\bI have (created|opened) it\b/i,
  /\bthe other side\b.*\bof its own\b/i,
  /\bwhat to look at\b/i,
  /\ball the same\b/i,
  /\bseems? to be setting up\b/i,
  /\blet(s)? no\b/i,
];

/** The English texts of the interface: what `t()` and `<Trans>` have as their default. */
function textsOf(source: string): string[] {
  const defaults = [...source.matchAll(/\bt\(\s*'[\w.-]+',\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '']) => text.slice(1, -1)
  );
  const plurals = [...source.matchAll(/\bdefaultValue_\w+:\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '']) => text.slice(1, -1)
  );
  const elements = [...source.matchAll(/<Trans\b[^>]*>([^]*?)<\/Trans>/g)].map(([, text = '']) =>
    text.replace(/\s+/g, ' ').trim()
  );
  // Names of values are the code's.
  return [...defaults, ...plurals, ...elements].map((text) => text.replace(/\{\{\w+\}\}/g, '…'));
}

const production = sourceFiles('src').filter(({ isTest }) => !isTest);

test('no text of the interface has a word that was given up', () => {
  const found = production.flatMap(({ path, text }) =>
    textsOf(text)
      .filter((sentence) => RETIRED.some((word) => word.test(sentence)))
      .map((sentence) => `${path}: ${sentence}`)
  );
  expect(found).toEqual([]);
});

test('texts of the interface and of the command line are written in American English', () => {
  expect(britishWordsIn('The organisation; colours, organization, organism, fulfill, catalog')).toEqual([
    ...['organisation', 'colours'],
  ]);
  const texts = production.map(({ path, text }) => ({ path, text: textsOf(text).join('\n') }));
  const commandLine = sourceFiles('cli')
    .filter(({ isTest }) => !isTest)
    .map(({ path, text }) => ({ path, text: (text.match(/(['"`])(?:[^\\]|\\.)*?\1/g) ?? []).join('\n') }));
  const found = [...texts, ...commandLine].flatMap(({ path, text }) =>
    britishWordsIn(text).map((word) => `${path}: ${word}`)
  );
  expect(found).toEqual([]);
});

test('texts are found in every form, so that the check checks something', () => {
  expect(textsOf(`t('a.b', 'Undo')`)).toEqual(['Undo']);
  expect(textsOf(`t('a.b', "Don't", { count, defaultValue_one: 'One' })`)).toEqual(["Don't", 'One']);
  expect(textsOf('<Trans i18nKey="a.b">\n  Read\n  again\n</Trans>')).toEqual(['Read again']);
  expect(production.flatMap(({ text }) => textsOf(text)).length).toBeGreaterThan(800);
});
