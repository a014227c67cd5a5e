import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { ReadAnswer, ReadRequest } from './worker-dialect';

/** While a checkpoint holds the file a read waits, as a write does. */
const BUSY_TIMEOUT_MS = 5_000;

const database = new Sqlite(String(workerData), { readonly: true, timeout: BUSY_TIMEOUT_MS });

parentPort?.on('message', ({ id, sql, parameters }: ReadRequest) => {
  parentPort?.postMessage(answer(id, sql, parameters));
});

function answer(id: number, sql: string, parameters: readonly unknown[]): ReadAnswer {
  try {
    return { id, rows: database.prepare(sql).all(...parameters) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
