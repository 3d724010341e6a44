import js from '@eslint/js';
import grafanaI18n from '@grafana/i18n/eslint-plugin';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
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
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y, '@grafana/i18n': grafanaI18n },
    rules: {
      ...reactHooks.configs.recommended.rules,
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
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**/*.{ts,tsx}'],
    rules: { '@grafana/i18n/no-untranslated-strings': 'off', 'max-lines': 'off' },
  }
);
