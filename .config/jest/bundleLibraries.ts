import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { makeAnew, ONE_FILE } from './keptBundle';
import { LIBRARIES } from './libraries.mjs';

const root = process.cwd();

/**
 * Libraries of many modules, in one file: jest looks for each module and runs it anew for each file of tests, and theirs
 * are half of the modules that a page loads. Each is run with the first that asks for it.
 */
export async function bundleLibraries(): Promise<void> {
  const inputs = ['bundleLibraries.ts', 'libraries.mjs'].map((file) => readFileSync(join(root, '.config/jest', file)));
  await makeAnew('jest-libraries', inputs, async (folder) => {
    const getters = LIBRARIES.map((name) => `get '${name}'() { return require('${name}'); },`);
    await build({
      ...ONE_FILE,
      stdin: { contents: `module.exports = {\n${getters.join('\n')}\n};`, resolveDir: root },
      outfile: join(folder, 'bundle.cjs'),
      // Grafana's packages and our own code take them from elsewhere, and they have to be the same.
      external: ['react', 'react-dom'],
      plugins: [withoutLanguages],
    });
    for (const name of LIBRARIES) {
      const file = join(folder, `${name}.cjs`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        `module.exports = require("./${relative(dirname(file), join(folder, 'bundle.cjs'))}")["${name}"];\n`
      );
    }
  });
}

/** Leaves out zod's words in fifty languages, of which nothing uses more than the English that it takes from elsewhere. */
const withoutLanguages: Plugin = {
  name: 'without languages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/locales\/index\.c?js$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};
