import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../tables';
import type { Writes } from '../writes';

type Task = (transaction: Transaction<Tables>) => Promise<unknown>;

interface Waiting {
  task: Task;
  /** One that fails has written nothing: SQLite undoes it alone. */
  isOneStatement: boolean;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { value: unknown } | { error: unknown };

const SAVEPOINT = CompiledQuery.raw('savepoint one_write');
const UNDO = CompiledQuery.raw('rollback to one_write');
const RELEASE = CompiledQuery.raw('release one_write');

/** One disk flush for all that is written at the same moment. SQLite waits for the disk at each commit, and the process with it:
 *  what many people write within one round of the event loop goes into one transaction, each behind a savepoint of its own,
 *  and is acknowledged when that transaction is on the disk. */
export class GroupedWrites implements Writes {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(private readonly db: Kysely<Tables>) {}

  together<T>(task: (transaction: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.inGroup(task, { isOneStatement: false });
  }

  alone<T>(task: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.inGroup(task, { isOneStatement: true });
  }

  private inGroup<T>(
    task: (transaction: Kysely<Tables>) => Promise<T>,
    { isOneStatement }: Pick<Waiting, 'isOneStatement'>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, isOneStatement, resolve: resolve as Waiting['resolve'], reject });
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
      const outcomes = await this.db.transaction().execute((transaction) => writeAll(group, transaction));
      group.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at] ?? { value: undefined };
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.value);
      });
    } catch (error) {
      // Nothing of the group was kept (a full disk): everyone hears it, and may try again.
      for (const { reject } of group) reject(error);
    }
    this.scheduled = false;
    if (this.waiting.length > 0) this.schedule();
  }
}

async function writeAll(group: readonly Waiting[], transaction: Transaction<Tables>): Promise<Outcome[]> {
  const [first, ...others] = group;
  // Nobody else's statements are to be kept: what fails undoes the transaction.
  if (first && others.length === 0) return [{ value: await first.task(transaction) }];
  const outcomes: Outcome[] = [];
  for (const { task, isOneStatement } of group) {
    outcomes.push(isOneStatement ? await outcomeOf(task, transaction) : await behindSavepoint(task, transaction));
  }
  return outcomes;
}

/** What the task throws undoes its own statements and no one else's. */
async function behindSavepoint(task: Task, transaction: Transaction<Tables>): Promise<Outcome> {
  await transaction.executeQuery(SAVEPOINT);
  const outcome = await outcomeOf(task, transaction);
  if ('error' in outcome) await transaction.executeQuery(UNDO);
  await transaction.executeQuery(RELEASE);
  return outcome;
}

async function outcomeOf(task: Task, transaction: Transaction<Tables>): Promise<Outcome> {
  return task(transaction).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}
