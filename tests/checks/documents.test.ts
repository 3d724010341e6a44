import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { britishWordsIn } from './american';
import { projectRoot, sourceFiles } from './sourceFiles';

const NOT_OURS = /(^|\/)(node_modules|\.cache|\.git)(\/|$)|^(dist|coverage|test-results|playwright-report)(\/|$)/;
const TOP = /^(src|sandbox|cli|tests|docs|provisioning|provisioning-examples|\.config|\.github|\.ci)\//;
const CODE = /^[\w.@/-]+\.(tsx?|mjs|json|md|ya?ml|sh)$/;
const CONTENTS = 'docs/README.md';

/** Files that documents name and that are the reader's, Grafana's or made by a run. */
const ELSEWHERE = new Set(['irm-connect.yaml', 'basic_role_grants.snapshot.json']);

/** The paths of all files below a folder, from the project's root; links to folders are not followed. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (NOT_OURS.test(file)) {
      return [];
    }
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

const files = filesBelow('.');
const known = new Set(files);
const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');
const documents = files.filter((file) => file.endsWith('.md')).map((file) => ({ path: file, text: read(file) }));
const firsts = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first);
const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, '');

/** The anchor that GitHub gives to a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const anchorsOf = (text: string) => new Set(firsts(withoutCode(text), /^#+ +(.+?) *$/gm).map(anchorOf));

/** What is wrong with a target such as `timing.md#names`, seen from a document; undefined when it is there. */
function brokenLink(from: string, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const resolved = file === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), file));
  if (!existsSync(path.join(projectRoot, resolved))) {
    return `${from}: ${target} is not there`;
  }
  const isLost = anchor !== undefined && resolved.endsWith('.md') && !anchorsOf(read(resolved)).has(anchor);
  return isLost ? `${from}: ${target} has no such heading` : undefined;
}

/** What stands in backticks and is, by its form, a path of this repository; globs and placeholders are not. */
function pathsIn(text: string): string[] {
  return firsts(withoutCode(text), /`([^`\n]+)`/g).filter((span) => {
    const isPath = TOP.test(span) && !/[\s*{}<>…()#]/.test(span);
    return isPath || (CODE.test(span) && !ELSEWHERE.has(path.posix.basename(span)));
  });
}

/** A file by its whole path or, where the text has named its folder, by the end of it. */
function isNamedTruly(named: string): boolean {
  const file = named.replace(/\/$/, '');
  return existsSync(path.join(projectRoot, file)) || (!TOP.test(file) && files.some((one) => one.endsWith(`/${file}`)));
}

describe('documents', () => {
  it('link only to files and headings that are there', () => {
    const links = documents.flatMap(({ path: from, text }) =>
      firsts(withoutCode(text), /\]\(<?([^)\s>]+)>?[^)]*\)/g)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => ({ from, target }))
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.flatMap(({ from, target }) => brokenLink(from, target) ?? [])).toEqual([]);
  });

  it('name only files and folders that are there', () => {
    const named = documents.flatMap(({ path: from, text }) => pathsIn(text).map((file) => ({ from, file })));
    const wrong = named.filter(({ file }) => !isNamedTruly(file));
    expect(named.length).toBeGreaterThan(200);
    expect(wrong.map(({ from, file }) => `${from}: ${file}`)).toEqual([]);
  });

  it('draw only files that are there', () => {
    const drawn = documents.flatMap(({ path: from, text }) =>
      firsts(text, /^```mermaid\n([^]*?)^```$/gm).flatMap((picture) =>
        firsts(picture, /((?:src|sandbox|cli|tests)\/[\w./-]+)/g).map((file) => ({ from, file }))
      )
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter(({ file }) => !existsSync(path.join(projectRoot, file)))).toEqual([]);
  });

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap(({ path: from, text }) =>
      firsts(text, /\bnpm run ([\w:-]+)/g).map((script) => ({ from, script }))
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ script }) => !scripts[script])).toEqual([]);
  });

  it('of the book are in its contents, once, and say for whom they are', () => {
    const chapters = documents.filter((one) => one.path.startsWith('docs/') && one.path !== CONTENTS);
    const listed = firsts(read(CONTENTS), /^(?:- |\| )\[[^\]]+\]\(([\w-]+\.md)\)/gm).map((file) => `docs/${file}`);
    expect([...listed].sort()).toEqual(chapters.map((one) => one.path).sort());
    const withoutReader = chapters.filter(({ text }) => !/^# .+\n\n_For .+_\n/.test(text));
    expect(withoutReader.map((one) => one.path)).toEqual([]);
  });
});

test('comments cite only documents and headings that are there', () => {
  const cited = ['src', 'sandbox', 'cli', 'tests'].flatMap((folder) =>
    sourceFiles(folder)
      .filter((file) => known.has(file.path))
      .flatMap((file) => firsts(file.text, /\b(docs\/[\w-]+\.md(?:#[\w-]+)?)/g).map((target) => ({ file, target })))
  );
  const broken = cited.filter(({ target }) => brokenLink('package.json', target) !== undefined);
  expect(cited.length).toBeGreaterThan(20);
  expect(broken.map(({ file, target }) => `${file.path}: ${target}`)).toEqual([]);
});

test('comments cite only recordings that are there, and the beginnings of steps that are in them', () => {
  const recordings = files.filter((file) => file.startsWith('tests/contracts/') && file.endsWith('.json'));
  const textOf = new Map<string, string>();
  recordings.forEach((file) => {
    const name = path.posix.basename(file);
    textOf.set(name, `${textOf.get(name) ?? ''}${read(file)}`);
  });
  const cited = ['src', 'sandbox', 'cli'].flatMap((folder) =>
    sourceFiles(folder).flatMap((file) =>
      [...file.text.matchAll(/\(([\w-]+\.json), "([^"\n]+)"/g)].map(([, recording = '', step = '']) => ({
        ...{ recording, step },
        from: file.path,
      }))
    )
  );
  const broken = cited.filter(({ recording, step }) => !textOf.get(recording)?.includes(`": "${step}`));
  expect(cited.length).toBeGreaterThan(30);
  expect(broken).toEqual([]);
});

test('documents are written in American English', () => {
  // Names of the code are the code's.
  const found = documents.flatMap(({ path: file, text }) =>
    britishWordsIn(text.replace(/`[^`\n]+`/g, '')).map((word) => `${file}: ${word}`)
  );
  expect(found).toEqual([]);
});
