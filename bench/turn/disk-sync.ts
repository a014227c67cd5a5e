import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../statistics';

const TIMES = 200;
/** A page of SQLite. */
const WRITTEN = Buffer.alloc(4_096);

/** Milliseconds that this disk takes to write a page and sync it: a turn that is kept cannot be quicker. */
export function diskSyncMs(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    writeSync(file, WRITTEN);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return median(times);
}
