import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { makeAnew, ONE_FILE } from './keptBundle';

/**
 * Grafana's packages in one file, with only those of their names that this project uses. Jest loads every module anew
 * for each file of tests, and `@grafana/ui` with all that it imports are some thousand modules and four seconds of
 * processor time; the bundle takes half a second.
 */
const PACKAGES = ['data', 'ui', 'runtime'] as const;

/** What tests or our own code import as well, and so has to be the same module on both sides. */
const SHARED = [
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  'react-router-dom-v5-compat',
  'history',
  'i18next',
  // Works without a page, which the bundle does not.
  '@grafana/i18n',
  '@emotion/react',
  'rxjs',
  'react-hook-form',
  '@emotion/css',
  // Taken out of the way by the tests.
  'react-inlinesvg',
];

const root = process.cwd();

export async function bundleGrafana(): Promise<void> {
  const names = usedNames();
  const used = JSON.stringify([...names].map(([name, of]) => [name, [...of].sort()]));
  await makeAnew('jest-grafana', [used, readFileSync(join(root, '.config/jest/bundleGrafana.ts'))], async (folder) => {
    const exported = PACKAGES.map(
      (name) => `export { ${[...(names.get(name) ?? [])].sort().join(', ')} } from '@grafana/${name}';`
    );
    PACKAGES.forEach((name, index) => writeFileSync(join(folder, `${name}.entry.mjs`), exported[index] ?? ''));
    await build({
      ...ONE_FILE,
      stdin: {
        contents: PACKAGES.map((name) => `export * as ${name} from './${name}.entry.mjs';`).join('\n'),
        resolveDir: folder,
      },
      outfile: join(folder, 'bundle.cjs'),
      mainFields: ['module', 'main'],
      loader: { '.svg': 'text', '.png': 'dataurl', '.css': 'empty' },
      plugins: [sharedModules],
    });
    for (const name of PACKAGES) {
      writeFileSync(join(folder, `${name}.cjs`), withoutGaps(name));
    }
  });
}

/** The names that are imported from each package anywhere in the project; types leave no trace. */
function usedNames(): Map<string, Set<string>> {
  const names = new Map(PACKAGES.map((name) => [name as string, new Set<string>()]));
  const files = ['src', 'cli', 'sandbox', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file))
  );
  // Packages that are installed within, such as the newest ones, import types as if they were values.
  const own = files.filter((one) => /\.tsx?$/.test(one) && !one.includes('node_modules'));
  for (const file of own) {
    const text = readFileSync(file, 'utf8');
    for (const [, list = '', name = ''] of text.matchAll(/import \{([^}]*)\} from '@grafana\/(\w+)'/g)) {
      for (const item of list.split(',').map((one) => one.trim())) {
        if (item !== '' && !item.startsWith('type ')) {
          names.get(name)?.add(item.replace(/ as .*/, ''));
        }
      }
    }
  }
  return names;
}

/**
 * Leaves out what is shared, as long as Grafana's package would load the very same copy. It goes through a module of its
 * own, because from Grafana's `.mjs` files a default import would be taken the way Node does, and not as jest does.
 */
const sharedModules: Plugin = {
  name: 'shared modules',
  setup({ onResolve, onLoad, resolve }) {
    const seen = Symbol('seen');
    onResolve({ filter: /^[@\w]/ }, async ({ path, pluginData, importer, namespace, kind, resolveDir }) => {
      const shared = SHARED.find((name) => path === name || path.startsWith(`${name}/`));
      if (!shared || pluginData === seen) {
        return undefined;
      }
      if (namespace === THROUGH) {
        return { path, external: true };
      }
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: seen });
      const isSame = found.path.startsWith(`${realpathSync(join(root, 'node_modules', shared))}/`);
      return isSame ? { path, namespace: THROUGH } : found;
    });
    onLoad({ filter: /.*/, namespace: THROUGH }, ({ path }) => ({
      contents: `export * from '${path}'; export { default } from '${path}';`,
      loader: 'js',
    }));
  },
};

const THROUGH = 'shared';

/** A name that was imported since the last start, as in watch mode, is told of instead of being undefined. */
const withoutGaps = (name: string) => `
const names = require('./bundle.cjs').${name};
module.exports = new Proxy(names, {
  get(target, key) {
    if (typeof key === 'string' && !(key in target) && !['then', 'default', '__esModule', 'toJSON'].includes(key)) {
      throw new Error('@grafana/${name}: "' + key + '" is not in the bundle for tests. Start jest again.');
    }
    return key === '__esModule' ? true : target[key];
  },
});
`;
