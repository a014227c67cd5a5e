// ES-module-only packages, which jest 30 refuses to `require` on Node 20: swc turns them into CommonJS.
const esModules = ['jose', 'preact', 'preact-render-to-string', 'markdown-it', 'zod'].join('|');

/** @param {boolean} tsx in a .tsx file `<T>(x: T) => …` is an element, in a .ts file a function */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx$': swc(true), '^.+\\.(ts|js|mjs)$': swc(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
  resolver: '<rootDir>/test/jest-resolver.js',
  setupFiles: ['<rootDir>/test/fixed-seed.js'],
  // The Bot Framework takes seconds to load, and the machines that run this are shared.
  testTimeout: 60_000,
  maxWorkers: 2,
};
