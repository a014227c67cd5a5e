import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables';
import type { Writes } from '../writes';

interface Waiting {
  run: (transaction: Transaction<Tables>) => Promise<() => void>;
  reject: (error: unknown) => void;
}

/** One disk flush for all that is written at the same moment. SQLite waits for the disk at each commit, and the process with it:
 *  what many people write within one round of the event loop goes into one transaction, each behind a savepoint of its own,
 *  and is acknowledged when that transaction is on the disk. */
export class GroupedWrites implements Writes {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(private readonly db: Kysely<Tables>) {}

  together<T>(task: (transaction: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.inGroup((transaction) => behindSavepoint(transaction, task));
  }

  alone<T>(task: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    // A single statement that fails has written nothing: SQLite undoes it alone.
    return this.inGroup(async (transaction) => ({ value: await task(transaction) }));
  }

  private inGroup<T>(task: (transaction: Transaction<Tables>) => Promise<Outcome<T>>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (transaction: Transaction<Tables>) => {
        const outcome = await task(transaction).catch((error: unknown): Outcome<T> => ({ error }));
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown: the driver's code is in it
        return () => ('value' in outcome ? resolve(outcome.value) : reject(outcome.error));
      };
      this.waiting.push({ run, reject });
      this.schedule();
    });
  }

  /** After what else came in with this round: the others that write now are to be in the group. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => void this.flush());
  }

  private async flush(): Promise<void> {
    const group = this.waiting.splice(0);
    try {
      const settled = await this.db.transaction().execute(async (transaction) => {
        const outcomes: (() => void)[] = [];
        for (const { run } of group) outcomes.push(await run(transaction));
        return outcomes;
      });
      for (const settle of settled) settle();
    } catch (error) {
      // Nothing of the group was kept (a full disk): everyone hears it, and may try again.
      for (const { reject } of group) reject(error);
    }
    this.scheduled = false;
    if (this.waiting.length > 0) this.schedule();
  }
}

type Outcome<T> = { value: T } | { error: unknown };

/** What the task throws undoes its own statements and no one else's. */
async function behindSavepoint<T>(
  transaction: Transaction<Tables>,
  task: (transaction: Kysely<Tables>) => Promise<T>,
): Promise<Outcome<T>> {
  await sql`savepoint one_write`.execute(transaction);
  try {
    return { value: await task(transaction) };
  } catch (error) {
    await sql`rollback to one_write`.execute(transaction);
    return { error };
  } finally {
    await sql`release one_write`.execute(transaction);
  }
}
