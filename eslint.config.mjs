import js from '@eslint/js';
import grafana from '@grafana/eslint-config';
import grafanaPlugins from '@grafana/eslint-plugin-plugins';
import grafanaI18n from '@grafana/i18n/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import jestDom from 'eslint-plugin-jest-dom';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import testingLibrary from 'eslint-plugin-testing-library';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/', 'coverage/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...grafana,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser }, ecmaVersion: 'latest' },
    plugins: { 'import-x': importX },
    rules: {
      // Types come from TypeScript, the JSX runtime from the compiler.
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': ['error', {}],
      'max-lines': ['error', { max: 300 }],
      'import-x/order': [
        'error',
        { groups: ['builtin', 'external', ['parent', 'sibling', 'index']], 'newlines-between': 'ignore' },
      ],
      'import-x/first': 'error',
      'import-x/newline-after-import': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      // TypeScript knows better: it takes overloads for what they are.
      'no-redeclare': 'off',
      // Says the same, but takes a type beside a value for a second import.
      'no-duplicate-imports': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'jsx-a11y': jsxA11y, '@grafana/i18n': grafanaI18n, '@grafana/plugins': grafanaPlugins },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      '@grafana/i18n/no-untranslated-strings': 'error',
      '@grafana/i18n/no-translation-top-level': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'grafanaBootData', message: 'Use config of @grafana/runtime.' },
      ],
    },
  },
  { files: ['sandbox/server.ts', 'sandbox/server/**/*.ts', 'tests/checks/**/*.ts'], rules: { 'no-console': 'off' } },
  // The domain and the clients have no words for people.
  {
    files: ['src/connection/**', 'src/grafana/**', 'src/irm/**'],
    rules: { '@grafana/i18n/no-untranslated-strings': 'off' },
  },
  {
    files: ['**/*.test.tsx', 'tests/support/**/*.tsx'],
    ...testingLibrary.configs['flat/react'],
  },
  {
    files: ['**/*.test.tsx', 'tests/support/**/*.tsx'],
    rules: {
      // The marks of a plot and the row around a heading have no role of their own.
      'testing-library/no-node-access': 'off',
      // A dialog that is handed to a helper is taken for the result of a render.
      'testing-library/prefer-screen-queries': 'off',
    },
  },
  { files: ['**/*.test.tsx'], ...jestDom.configs['flat/recommended'] },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**/*.{ts,tsx}'],
    rules: { '@grafana/i18n/no-untranslated-strings': 'off', 'max-lines': 'off' },
  },
  // `use` is what Playwright calls the way on to the test, not React's hook.
  { files: ['tests/browser/support/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  {
    files: ['sandbox/page/plugin/sharedLibraries.ts'],
    // The host hands its own copy to plugins that still ask for it.
    rules: { 'no-restricted-imports': 'off' },
  }
);
