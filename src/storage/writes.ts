import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** How a store writes. Resolves once it is on the disk; rejects when nothing of it was kept. */
export interface Writes {
  /** Several statements, all or none: what the task throws undoes them. It does nothing but talk to the database, and may be
   *  run a second time after its first run was undone. */
  together<T>(task: (transaction: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** A single statement. */
  alone<T>(task: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
}

/** Each write for itself: PostgreSQL gathers what its connections commit at one moment by itself. */
export function separateWrites(db: Kysely<Tables>): Writes {
  return {
    together: (task) => db.transaction().execute(task),
    alone: (task) => task(db),
  };
}
