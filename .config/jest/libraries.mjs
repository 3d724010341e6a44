/** Libraries of many modules that most files of tests load; see bundleLibraries.ts. */
export const LIBRARIES = [
  ...['rxjs', 'rxjs/operators'],
  ...['dom', 'jest-dom', 'react', 'user-event'].map((name) => `@testing-library/${name}`),
  '@tanstack/react-query',
  ...['hono', 'hono/cookie', 'hono/html', 'hono/router/trie-router'],
  ...['zod', 'zod/mini', 'valibot'],
  'fast-check',
];
