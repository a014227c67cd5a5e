import Sqlite from 'better-sqlite3';

/** A migration takes seconds at most; whoever waits longer says so. */
const WAIT_MS = 30_000;

/** Two programs that start at once on one file migrate one after the other. The lock is SQLite's own, on a file beside the
 *  database, so it ends with the process that holds it however that ends. Answers how to release it. */
export function holdFileLock(file: string): () => void {
  if (file === ':memory:') return () => undefined;
  const lock = new Sqlite(`${file}.lock`, { timeout: WAIT_MS });
  lock.exec('begin exclusive');
  return () => lock.close();
}
