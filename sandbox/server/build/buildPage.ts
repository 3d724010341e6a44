import { build, stop, type Plugin } from 'esbuild';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory, nodeModules, projectRoot } from '../paths';
import { SandboxProblem } from '../problem';
import type { BuildMode, ReactVersion } from '../options';
import { treeHash } from './treeHash';

const pageSource = path.join(projectRoot, 'sandbox/page');
const buildsDirectory = path.join(cacheDirectory, 'sandbox-page');
const react19 = path.join(projectRoot, 'tests/react-19/node_modules');
const marker = '.complete';

/** Bundles the page that hosts the plugin and returns its directory. A bundle of the same sources is used again. */
export async function buildPage(
  mode: BuildMode,
  react: ReactVersion,
  announce: (text: string) => void
): Promise<string> {
  const sources = [pageSource, path.join(projectRoot, 'package-lock.json'), __filename];
  const hash = `react-${react}-${await treeHash(sources, (file) => file.includes('.test.'))}`;
  const directory = path.join(buildsDirectory, hash);
  if (mode !== 'always' && existsSync(path.join(directory, marker))) {
    return directory;
  }
  announce('Building the page that hosts the plugin');
  await removeOtherBuilds(`react-${react}-`);
  await mkdir(directory, { recursive: true });
  await bundle(directory, reactAlias(react))
    .catch((error: unknown) => {
      throw new SandboxProblem(`The page that hosts the plugin could not be built: ${firstMessage(error)}`);
    })
    .finally(stop);
  await writeFile(path.join(directory, marker), '');
  return directory;
}

/** React 18 is the project's own; React 19 has a package of its own, as the two cannot be installed side by side. */
function reactAlias(react: ReactVersion): Record<string, string> {
  if (react === '18') {
    return {};
  }
  if (!existsSync(react19)) {
    throw new SandboxProblem('React 19 is not installed: run "npm ci --prefix tests/react-19" first.');
  }
  return {
    react: path.join(react19, 'react'),
    'react-dom': path.join(react19, 'react-dom'),
    // The entry for servers would be chosen otherwise, and asks for libraries of Node.js.
    'react-dom/server': path.join(react19, 'react-dom/server.browser.js'),
  };
}

async function bundle(outdir: string, react: Record<string, string>): Promise<void> {
  await build({
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
    // Development React, so that its warnings are seen in the sandbox.
    define: { 'process.env.NODE_ENV': '"development"', 'process.env': '{}', global: 'globalThis', define: 'undefined' },
    alias: {
      ...react,
      '@grafana/runtime/internal': path.join(nodeModules, '@grafana/runtime/dist/esm/components/PluginPage.mjs'),
      '@grafana/i18n/internal': path.join(nodeModules, '@grafana/i18n/dist/esm/i18n.mjs'),
    },
    plugins: [installedFonts],
    logLevel: 'silent',
    absWorkingDir: projectRoot,
  });
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
