import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

export interface ReadRequest {
  id: number;
  sql: string;
  parameters: readonly unknown[];
}

export type ReadAnswer = { id: number; rows: unknown[] } | { id: number; problem: string };

interface Waiting {
  resolve: (rows: unknown[]) => void;
  reject: (error: Error) => void;
}

/** Kysely over a read-only handle in a worker thread: better-sqlite3 is synchronous, and a list of a year's tickets on the
 *  main thread would stall every chat. */
export function workerDialect(file: string, workerFile = join(__dirname, 'reader.worker.js')): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WorkerDriver(file, workerFile),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One worker, started with the first query; one that died is started again with the next. */
class WorkerDriver implements Driver {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private lastId = 0;

  constructor(
    private readonly file: string,
    private readonly workerFile: string,
  ) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve({
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        return { rows: (await this.read(sql, parameters)) as R[] };
      },
      streamQuery() {
        throw new Error('the reader answers whole lists');
      },
    });
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('the reader writes nothing'));
  }

  commitTransaction(): Promise<void> {
    return this.beginTransaction();
  }

  rollbackTransaction(): Promise<void> {
    return this.beginTransaction();
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private read(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker ??= this.start();
      this.worker.postMessage({ id, sql, parameters } satisfies ReadRequest);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile, { workerData: this.file });
    worker.unref();
    worker.on('message', (answer: ReadAnswer) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('rows' in answer) waiting?.resolve(answer.rows);
      else waiting?.reject(new Error(answer.problem));
    });
    worker.on('error', (error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error('the reader has ended')));
    return worker;
  }

  private giveUp(error: unknown): void {
    this.worker = undefined;
    const problem = error instanceof Error ? error : new Error('the reader broke', { cause: error });
    for (const { reject } of this.waiting.values()) reject(problem);
    this.waiting.clear();
  }
}
