// What needs types, on the scripts of components (scripts/svelte-scripts.mjs); eslint.config.js has all the rest.
import ts from 'typescript-eslint';
import { typed } from './eslint.config.js';

export default [
  {
    files: ['**/*.script.ts'],
    plugins: { '@typescript-eslint': ts.plugin },
    languageOptions: {
      parser: ts.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: typed,
  },
];
