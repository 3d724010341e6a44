import { availableParallelism } from 'node:os';
import { LIBRARIES } from './jest/libraries.mjs';

/** Unit and component tests. Files that need a page say so with `@jest-environment <rootDir>/.config/jest/page.mjs`. */
const esmPackages = [
  '@grafana/.*',
  '@noble/.*',
  '@wojtekmaj/.*',
  'hono',
  '@hono/.*',
  'msw',
  '@mswjs/.*',
  'until-async',
  'ol',
  'd3.*',
  'd3',
  'delaunator',
  'internmap',
  'robust-predicates',
  'uuid',
  'marked',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  'rettime',
  'react-colorful',
  'rxjs',
  'lodash-es',
  '@open-draft/.*',
  'outvariant',
  'headers-polyfill',
  'leven',
  'monaco-promql',
  'date-fns',
];

/**
 * What the language has and no test replaces, handed to each module as parameters: each time that one of these names is
 * looked up in the global object of a file of tests it costs some thirty times as much as a variable. Without `Date`,
 * `Intl`, timers and `Function`, which tests do replace.
 */
const fixedGlobals = [
  ...['Array', 'BigInt', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy'],
  ...['Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'WeakMap'],
];

export default {
  rootDir: new URL('..', import.meta.url).pathname,
  roots: ['<rootDir>/.config', '<rootDir>/src', '<rootDir>/cli', '<rootDir>/sandbox', '<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: '<rootDir>/.config/jest/code.mjs',
  // Tests of pages wait for turns of the event loop a third of the time, which another worker can use.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testSequencer: '<rootDir>/.config/jest/longestFirst.mjs',
  // Of wall time, which says little where others use the machine.
  testTimeout: 180_000,
  setupFilesAfterEnv: ['<rootDir>/.config/jest/setup.ts'],
  extensionsToTreatAsEsm: [],
  sandboxInjectedGlobals: fixedGlobals,
  globalSetup: '<rootDir>/.config/jest/bundles.ts',
  moduleNameMapper: {
    '^@grafana/(data|ui|runtime)$': '<rootDir>/.cache/jest-grafana/$1.cjs',
    [`^(${LIBRARIES.join('|')})$`]: '<rootDir>/.cache/jest-libraries/$1.cjs',
    '\\.(css|scss|svg|png)$': '<rootDir>/.config/jest/asset.ts',
  },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: false },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`, '/\\.cache/'],
  cacheDirectory: '<rootDir>/.cache/jest',
};
