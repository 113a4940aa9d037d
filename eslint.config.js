import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The rules are pure: the clock, chance and the world come in as arguments. */
const pure = {
  files: ['assessment/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...'globalThis setTimeout setInterval setImmediate queueMicrotask performance crypto fetch'.split(' '),
      ...'process console structuredClone Buffer window document localStorage indexedDB'.split(' '),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'assessment/ has no clock: take `now` as an argument.' },
      { object: 'Math', property: 'random', message: 'assessment/ has no chance: take a seed.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
        message: 'assessment/ has no clock: take `now` as an argument.',
      },
    ],
    'no-restricted-imports': ['error', { patterns: ['node:*'] }],
  },
};

/** Pages run on old web views and over plain HTTP; the libraries that the compiler knows are no help here. */
const onPhones = {
  files: ['web/**', 'slides/**', 'realtime/protocol/**', 'realtime/protocol.ts'],
  rules: {
    'no-restricted-globals': ['error', 'process', 'Buffer', 'structuredClone'],
    'no-restricted-properties': [
      'error',
      {
        object: 'crypto',
        property: 'randomUUID',
        message: 'Missing over plain HTTP: use crypto.getRandomValues.',
      },
    ],
  },
};

/** Rules that ask for types. */
export const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
};

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'data/', 'looks/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-undef': 'off', // the compiler knows better
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['**/*.ts'], rules: typed },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  // Their types are asked for in eslint.scripts.config.js, at a tenth of the price.
  { files: ['**/*.svelte'], languageOptions: { parserOptions: { projectService: false } } },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  onPhones,
  pure,
);
