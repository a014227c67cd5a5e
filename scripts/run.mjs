// Runs one command of the built program (serve, chat, ask, knowledge …), building first where dist/ is not fresh.
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
process.argv[1] = join(root, 'dist/src/main.js');
createRequire(import.meta.url)(process.argv[1]);
