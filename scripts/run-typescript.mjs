// Runs one TypeScript program of the project that is no part of dist/, with its arguments: node scripts/run-typescript.mjs FILE …
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './build.mjs';

const [entry = '', ...args] = process.argv.slice(2);
// Below node_modules/, so that the packages are found; they themselves stay outside of the bundle.
const outfile = join(root, 'node_modules/.cache/guichet', `${basename(entry, '.ts')}.cjs`);
await build({
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.argv[0], outfile, ...args];
createRequire(import.meta.url)(outfile);
