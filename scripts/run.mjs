// Runs one command of the built program (serve, chat, ask, knowledge …), or a benchmark, building first where dist/ is not
// fresh. The benchmarks are a program of their own: the server carries nothing of them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, isFresh, root } from './build.mjs';

if (!isFresh()) {
  if (process.env.NODE_ENV === 'production') {
    process.stderr.write(
      'dist/ is missing or older than the sources. Run `npm run build` before starting in production.\n',
    );
    process.exit(2);
  }
  process.stderr.write('Building…\n');
  await build();
}
const isBench = process.argv[2] === 'bench';
if (isBench) process.argv.splice(2, 1);
process.argv[1] = join(root, isBench ? 'dist/bench/main.js' : 'dist/src/main.js');
createRequire(import.meta.url)(process.argv[1]);
