import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../tables';
import type { Writes } from '../writes';

type Task = (transaction: Transaction<Tables>) => Promise<unknown>;

interface Waiting {
  task: Task;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** One disk flush for all that is written at the same moment. SQLite waits for the disk at each commit, and the process with it:
 *  what many people write within one round of the event loop goes into one transaction, and is acknowledged when that is on
 *  the disk. Where one of them fails all are undone and each is written again by itself: that is seldom, and a savepoint for
 *  each would have SQLite copy every page it changes. */
export class GroupedWrites implements Writes {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(private readonly db: Kysely<Tables>) {}

  together<T>(task: (transaction: Kysely<Tables>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve: resolve as Waiting['resolve'], reject });
      this.schedule();
    });
  }

  alone<T>(task: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.together(task);
  }

  /** After what else came in with this round: the others that write now are to be in the group. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => void this.flush());
  }

  private async flush(): Promise<void> {
    const group = this.waiting.splice(0);
    if (group.length === 1 || !(await this.inOne(group))) await this.oneByOne(group);
    this.scheduled = false;
    if (this.waiting.length > 0) this.schedule();
  }

  /** False: nothing of it was kept. */
  private async inOne(group: readonly Waiting[]): Promise<boolean> {
    try {
      const values = await this.db.transaction().execute((transaction) => runAll(group, transaction));
      group.forEach(({ resolve }, at) => resolve(values[at]));
      return true;
    } catch {
      // Whose fault it was shows when each is written by itself.
      return false;
    }
  }

  private async oneByOne(group: readonly Waiting[]): Promise<void> {
    for (const { task, resolve, reject } of group) await this.db.transaction().execute(task).then(resolve, reject);
  }
}

async function runAll(group: readonly Waiting[], transaction: Transaction<Tables>): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const { task } of group) values.push(await task(transaction));
  return values;
}
