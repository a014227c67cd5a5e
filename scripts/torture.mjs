// Runs test/torture/ against the built server: the same TypeScript that the tests share, bundled into one file.
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { build as bundle } from 'esbuild';
import { build, isFresh, root } from './build.mjs';

if (!isFresh()) {
  process.stderr.write('Building…\n');
  await build();
}
// Beside the build, where packages are found; every build makes dist/ anew.
const outfile = join(root, 'dist/torture.cjs');
await bundle({
  entryPoints: [join(root, 'test/torture/torture.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.chdir(root);
createRequire(import.meta.url)(outfile);
