import { readFileSync } from 'node:fs';
import path from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { SubresourceIntegrityPlugin } from 'webpack-subresource-integrity';
import { externals } from './externals';
import { ThirdPartyNotices } from './thirdPartyNotices';

const root = process.cwd();
const manifest = JSON.parse(readFileSync(path.join(root, 'src/plugin.json'), 'utf8')) as { id: string };
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

/** The one file of ours that does something by being loaded. */
const WITH_EFFECTS = path.join(root, 'src/module.tsx');

/** Fills the placeholders of plugin.json and README.md. SOURCE_DATE_EPOCH makes the build repeatable. */
function fillPlaceholders(content: Buffer): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const today = (epoch ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 10);
  return content
    .toString()
    .replaceAll('%PLUGIN_ID%', manifest.id)
    .replaceAll('%VERSION%', version)
    .replaceAll('%TODAY%', today);
}

/**
 * English stands in the code already, and is there when Grafana finds no text; so nobody need load it twice. The file
 * itself stays, because Grafana complains of a plugin that has none for the language of the page.
 */
function withoutEnglish(content: Buffer, file: string): Buffer | string {
  return path.basename(path.dirname(file)) === 'en-US' ? '{}\n' : content;
}

/**
 * Stands where projects made by `@grafana/create-plugin` have theirs, and builds what theirs builds: an AMD module whose
 * chunks come from its own place, with their hashes. It was not made by it, and its updater does not replace it.
 */
export default function config(env: { production?: boolean; development?: boolean } = {}): Configuration {
  const production = Boolean(env.production);
  return {
    mode: production ? 'production' : 'development',
    // Public, as the sources are: the catalogue compares them with the repository, and stack traces can be read.
    devtool: production ? 'source-map' : 'eval-source-map',
    context: path.join(root, 'src'),
    // The last one is what the module exports.
    entry: { module: [path.join(__dirname, 'publicPath.ts'), './module.tsx'] },
    externals: [...externals, { 'amd-module': 'module' }],
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(root, '.cache/webpack'),
      buildDependencies: { config: [__filename] },
    },
    output: {
      path: path.join(root, 'dist'),
      clean: { keep: new RegExp('^gpx_') },
      filename: '[name].js',
      chunkFilename: '[name].js?_cache=[contenthash:6]',
      library: { type: 'amd' },
      publicPath: `public/plugins/${manifest.id}/`,
      uniqueName: manifest.id,
      // Browsers compare no hash of what another origin (a CDN) sends without leave to look into it.
      crossOriginLoading: 'anonymous',
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      // Grafana tells the language; what would find it out for a page of its own is never called in a plugin.
      alias: { 'i18next-browser-languagedetector': path.join(__dirname, 'noLanguageDetector.ts') },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                parser: { syntax: 'typescript', tsx: true },
                target: 'es2022',
                // What is built for React's development form needs it, and Grafana has none.
                transform: { react: { runtime: 'automatic', development: false } },
              },
            },
          },
        },
        // Whoever asks for one name of a file need not load what the others in it would need.
        { include: [path.join(root, 'src'), path.join(__dirname, 'i18n')], exclude: WITH_EFFECTS, sideEffects: false },
        // Both take `t` and `Trans` apart: see i18n/index.ts.
        {
          include: path.join(root, 'src'),
          resolve: { alias: { '@grafana/i18n$': path.join(__dirname, 'i18n/index.ts') } },
        },
        {
          test: /[\\/]@grafana[\\/]i18n[\\/]/,
          resolve: { alias: { 'react-i18next$': path.join(__dirname, 'i18n/withoutTrans.ts') } },
        },
        { test: /\.(png|svg)$/, type: 'asset/resource', generator: { filename: 'img/[name][ext]' } },
      ],
    },
    plugins: [
      new CopyWebpackPlugin({
        patterns: [
          { from: 'plugin.json', transform: fillPlaceholders },
          { from: 'img', to: 'img' },
          { from: 'dashboards', to: 'dashboards' },
          { from: 'locales', to: 'locales', transform: withoutEnglish },
          { from: 'README.md', transform: fillPlaceholders },
          { from: path.join(root, 'CHANGELOG.md') },
          { from: path.join(root, 'LICENSE') },
        ],
      }),
      // Each file tells the hashes of what it loads, and module.js, which every page of Grafana loads, only its own.
      new SubresourceIntegrityPlugin({ hashFuncNames: ['sha256'], hashLoading: 'lazy', enabled: production }),
      new ThirdPartyNotices(),
    ],
    optimization: {
      // Modules that the same pages need make one file, libraries and our own together: fewer requests, and less in all.
      splitChunks: { cacheGroups: { defaultVendors: false } },
      // A chunk that another one holds would count as loaded with that, and what it tells of hashes would not be known.
      flagIncludedChunks: false,
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}
