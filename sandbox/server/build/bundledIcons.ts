import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { projectRoot } from './paths';

/** As in Grafana, icons come with the page: one that shows up only once the server is away is drawn all the same. */
export const bundledIcons = (modules: string): Plugin => ({
  name: 'bundled-icons',
  setup(builder) {
    const packaged = path.join(modules, '@grafana/ui/dist/public/img/icons');
    builder.onResolve({ filter: /^sandbox:icons$/ }, () => ({ path: 'icons', namespace: 'icons' }));
    builder.onLoad({ filter: /.*/, namespace: 'icons' }, async () => {
      const names = (await readdir(packaged, { recursive: true })).filter((name) => name.endsWith('.svg'));
      const files = names.map((name): [string, string] => [name, path.join(packaged, name)]);
      // The package lacks this one, which Grafana has.
      files.push(['unicons/spinner.svg', path.join(projectRoot, 'sandbox/page/icons/spinner.svg')]);
      const icons = await Promise.all(files.map(async ([name, file]) => [name, await readFile(file, 'utf8')]));
      return { contents: JSON.stringify(Object.fromEntries(icons)), loader: 'json' };
    });
  },
});
