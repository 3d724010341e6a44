import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, stop, type Metafile, type Plugin } from 'esbuild';
import { cacheDirectory, nodeModules, projectRoot } from './paths';
import { SandboxProblem } from '../problem';
import type { BuildMode, ReactBuild, Toolchain } from '../startOptions';
import { bundledIcons } from './bundledIcons';
import { treeHash } from './treeHash';

const pageSource = path.join(projectRoot, 'sandbox/page');
const buildsDirectory = path.join(cacheDirectory, 'sandbox-page');
const newestPackages = path.join(projectRoot, 'tests/newest');
const newestModules = path.join(newestPackages, 'node_modules');
/** Says that a bundle is whole, and which files it was made of. */
const marker = '.complete';

/** What a page is made with. */
interface MadeWith {
  toolchain: Toolchain;
  react: ReactBuild;
}

/** Bundles the page that hosts the plugin and returns its directory. A bundle of the same sources is used again. */
export async function buildPage(
  mode: BuildMode,
  madeWith: MadeWith,
  announce: (text: string) => void
): Promise<string> {
  const locks = [projectRoot, newestPackages].map((folder) => path.join(folder, 'package-lock.json'));
  const sources = [pageSource, ...locks, __filename, path.join(__dirname, 'bundledIcons.ts')];
  const kind = `${madeWith.toolchain}-${madeWith.react}-`;
  const hash = `${kind}${await treeHash(sources, (file) => file.includes('.test.'))}`;
  const directory = path.join(buildsDirectory, hash);
  if (mode !== 'always' && existsSync(path.join(directory, marker))) {
    return directory;
  }
  announce('Building the page that hosts the plugin');
  await removeOtherBuilds(kind);
  await mkdir(directory, { recursive: true });
  const modules = madeWith.toolchain === 'newest' ? newestModules : nodeModules;
  const files = await bundle(directory, madeWith, modules)
    .catch((error: unknown) => {
      throw new SandboxProblem(`The page that hosts the plugin could not be built: ${firstMessage(error)}`);
    })
    .finally(stop);
  await copyIcons(directory, modules);
  await writeFile(path.join(directory, marker), files.join('\n'));
  return directory;
}

/** The files that a built page was made of. */
export async function filesOfPage(directory: string): Promise<string[]> {
  return (await readFile(path.join(directory, marker), 'utf8')).split('\n');
}

/** Packages that are installed in tests/newest are taken from there, whoever of the page or the project's own asks. */
const newestToolchain: Plugin = {
  name: 'newest-toolchain',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z]/ }, async ({ path: name, importer, kind, pluginData }) => {
      const isAsked = pluginData === newestToolchain || importer.startsWith(newestModules + path.sep);
      if (isAsked || kind === 'entry-point' || !existsSync(path.join(newestModules, packageOf(name)))) {
        return undefined;
      }
      const found = await builder.resolve(name, { kind, resolveDir: newestPackages, pluginData: newestToolchain });
      return found.errors.length > 0 ? undefined : found;
    });
  },
};

/** '@grafana/data/unstable' is of '@grafana/data', 'react/jsx-runtime' of 'react'. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

async function bundle(outdir: string, { toolchain, react }: MadeWith, modules: string): Promise<string[]> {
  if (!existsSync(modules)) {
    throw new SandboxProblem('its packages are not installed: run "npm ci --prefix tests/newest" first.');
  }
  const { metafile } = await build({
    entryPoints: {
      boot: path.join(pageSource, 'boot.ts'),
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxDev: false,
    // Names stay as they are: they are what an error in the sandbox is told by.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    outdir,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    assetNames: 'asset-[name]-[hash]',
    publicPath: '/public/build',
    loader: { '.woff2': 'file', '.ttf': 'file', '.woff': 'empty', '.svg': 'file', '.png': 'file' },
    define: {
      'process.env.NODE_ENV': JSON.stringify(react),
      'process.env': '{}',
      global: 'globalThis',
      define: 'undefined',
    },
    alias: {
      'get-document': path.join(pageSource, 'getDocument.cjs'),
      '@grafana/runtime/internal': path.join(modules, '@grafana/runtime/dist/esm/components/PluginPage.mjs'),
      '@grafana/i18n/internal': path.join(modules, '@grafana/i18n/dist/esm/i18n.mjs'),
    },
    plugins: [bundledIcons(modules), installedFonts, ...(toolchain === 'newest' ? [newestToolchain] : [])],
    logLevel: 'silent',
    absWorkingDir: projectRoot,
    metafile: true,
  });
  return bundledFiles(metafile);
}

/** Without those of which nothing is left. */
function bundledFiles({ outputs }: Metafile): string[] {
  const left = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
  );
  return [...new Set(left)].map((file) => path.resolve(projectRoot, file));
}

/** Of Grafana's icons the package has only some; for the others there is a small circle. */
async function copyIcons(outdir: string, modules: string): Promise<void> {
  const icons = path.join(outdir, 'img/icons');
  await cp(path.join(modules, '@grafana/ui/dist/public/img/icons'), icons, { recursive: true });
  await cp(path.join(pageSource, 'icons/missing.svg'), path.join(icons, 'missing.svg'));
  await cp(path.join(pageSource, 'icons/spinner.svg'), path.join(icons, 'unicons/spinner.svg'));
}

/** The theme asks for font files that only Grafana's own build has; those of the installed font package are given instead. */
const installedFonts: Plugin = {
  name: 'installed-fonts',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/fonts\.mjs$/ }, ({ importer }) =>
      importer.includes(path.join('@grafana', 'ui')) ? { path: path.join(pageSource, 'theme/fonts.ts') } : undefined
    );
  },
};

async function removeOtherBuilds(prefix: string): Promise<void> {
  const names = await readdir(buildsDirectory).catch(() => []);
  const others = names.filter((name) => name.startsWith(prefix));
  await Promise.all(others.map((name) => rm(path.join(buildsDirectory, name), { recursive: true, force: true })));
}

function firstMessage(error: unknown): string {
  const errors = (error as { errors?: Array<{ text: string; location?: { file: string; line: number } | null }> })
    .errors;
  const first = errors?.[0];
  if (!first) {
    return error instanceof Error ? error.message : String(error);
  }
  return first.location ? `${first.text} (${first.location.file}:${first.location.line})` : first.text;
}
