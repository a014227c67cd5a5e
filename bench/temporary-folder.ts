import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one measurement's data. It is gone at the end, however that comes. */
export async function inTemporaryFolder<T>(task: (path: string) => Promise<T>): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await task(path);
  } finally {
    remove();
    process.removeListener('exit', remove);
  }
}
