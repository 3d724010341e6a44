/** Unit and component tests. Files that need a page say so with `@jest-environment jest-fixed-jsdom`. */
const esmPackages = [
  '@grafana/.*', 'hono', '@hono/.*', 'msw', '@mswjs/.*', 'until-async', 'ol', 'd3.*', 'd3', 'delaunator', 'internmap', 'robust-predicates',
  'uuid', 'marked', 'react-calendar', 'get-user-locale', 'memoize', 'mimic-function', 'rettime', 'react-colorful', 'rxjs', 'lodash-es', '@open-draft/.*', 'outvariant', 'headers-polyfill', 'fast-check', 'pure-rand', 'leven', 'monaco-promql', 'date-fns',
];

export default {
  rootDir: new URL('..', import.meta.url).pathname,
  roots: ['<rootDir>/src', '<rootDir>/sandbox', '<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/.config/jest/setup.ts'],
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
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
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`],
  cacheDirectory: '<rootDir>/.cache/jest',
};
