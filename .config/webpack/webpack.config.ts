import { readFileSync } from 'node:fs';
import path from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { externals } from './externals';

const root = process.cwd();
const manifest = JSON.parse(readFileSync(path.join(root, 'src/plugin.json'), 'utf8')) as { id: string };
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

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

/** The catalogue follows no relative addresses: pictures of the repository stay behind, and of links their text is left. */
function readmeForCatalogue(content: Buffer): string {
  return fillPlaceholders(content)
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1');
}

/**
 * English stands in the code already, and is there when Grafana finds no text; so nobody need load it twice. The file
 * itself stays, because Grafana complains of a plugin that has none for the language of the page.
 */
function withoutEnglish(content: Buffer, file: string): Buffer | string {
  return path.basename(path.dirname(file)) === 'en-US' ? '{}\n' : content;
}

export default function config(env: { production?: boolean; development?: boolean } = {}): Configuration {
  const production = Boolean(env.production);
  return {
    mode: production ? 'production' : 'development',
    devtool: production ? 'source-map' : 'eval-source-map',
    context: path.join(root, 'src'),
    entry: { module: './module.tsx' },
    externals,
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
                transform: { react: { runtime: 'automatic' } },
              },
            },
          },
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
          { from: path.join(root, 'README.md'), transform: readmeForCatalogue },
          { from: path.join(root, 'CHANGELOG.md') },
          { from: path.join(root, 'LICENSE') },
        ],
      }),
    ],
    optimization: {
      // Modules that the same pages need make one file, libraries and our own together: fewer requests, and less in all.
      splitChunks: { cacheGroups: { defaultVendors: false } },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}
