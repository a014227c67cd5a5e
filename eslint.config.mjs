import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Time and ids come in through the `Clock` and `Ids` ports (src/conversation/ports.ts); nobody else makes them. */
const portsOnly = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time from the Clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from the Clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take ids from the Ids port.' },
  { selector: "Identifier[name='randomUUID']", message: 'Take ids from the Ids port.' },
  { selector: "ImportDeclaration[source.value='uuid']", message: 'Take ids from the Ids port.' },
];

export default defineConfig(
  { ignores: ['dist', 'dist.making-*', 'data', 'coverage', 'node_modules'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off', // Ports are asynchronous even where one implementation is not.
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'dialogs/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...portsOnly] } },
  // The browser has its own clock and ids; what it sends is never trusted for either.
  { files: ['src/channels/web/widget/**', 'src/desk/ui/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.mjs', '*.js', 'test/*.js'], languageOptions: { globals: globals.node } },
);
