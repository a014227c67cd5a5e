// Builds dist/ where it is not fresh. Test files run side by side: one of them builds, the others wait for it.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isFresh, root } from '../../scripts/build.mjs';

const lock = join(tmpdir(), `guichet-build-${Buffer.from(root).toString('base64url').slice(-80)}.lock`);

while (!isFresh()) {
  if (!taken()) await new Promise((resolve) => setTimeout(resolve, 100));
  else {
    try {
      if (!isFresh()) await build();
    } finally {
      rmSync(lock);
    }
    break;
  }
}

function taken() {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives()) rmSync(lock, { force: true });
    return false;
  }
}

/** A build that was killed leaves its lock behind. */
function holderLives() {
  try {
    const holder = readFileSync(lock, 'utf8');
    return holder === '' || process.kill(Number(holder), 0);
  } catch {
    return false;
  }
}
