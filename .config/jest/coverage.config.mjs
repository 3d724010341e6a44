import unit from '../jest.config.mjs';

const folders = ['src/connection', 'src/grafana', 'src/irm', 'src/transport'];

/**
 * What the tests of domain and clients reach without a page, with floors that only go up. Pages are left out: a line
 * that was drawn says little about whether anybody could use it, so those are held by the browser tests.
 */
export default {
  ...unit,
  roots: folders.map((folder) => `<rootDir>/${folder}`),
  collectCoverage: true,
  coverageProvider: 'v8',
  coverageDirectory: 'test-results/coverage',
  coverageReporters: ['text-summary', 'lcovonly', 'json-summary'],
  // Files of types alone have lines that nothing can run.
  collectCoverageFrom: [
    ...folders.map((folder) => `${folder}/**/*.ts`),
    ...[
      '!**/*.test.ts',
      '!**/testing/**',
      '!**/{types,*Types,*Port}.ts',
      '!src/connection/port/{elsewhere,dataSource}.ts',
    ],
  ],
  coverageThreshold: { global: { statements: 95, branches: 93, functions: 95, lines: 95 } },
};
