import type { Kysely } from 'kysely';
import type { Tables } from './tables';
import type { Writes } from './writes';

/** One open database, SQLite or PostgreSQL: the same queries run on both, and what only one of them needs is quiet on the other. */
export interface Database {
  /** Short reads and all writes. */
  db: Kysely<Tables>;
  /** Long reads (the desk's lists, exports): they stall no chat. Sees what is committed; writes nothing. */
  reader: Kysely<Tables>;
  writes: Writes;
  places: Places;
  changes: Changes;
  close(): Promise<void>;
}

/** A conversation's place in line among all servers of one database. */
export interface Places {
  /** Runs the task while no other server is at work on this conversation. For order: what is written is guarded by versions. */
  inPlace<T>(conversationId: string, task: () => Promise<T>): Promise<T>;
}

/** What other servers wrote. */
export interface Changes {
  listen(listener: ChangeListener): void;
}

export interface ChangeListener {
  /** Something was added to this conversation's transcript. */
  conversation(conversationId: string): void;
  /** Something waits in the outbox. */
  outbox(): void;
  /** The line was down for a while: anything may have changed. */
  missed(): void;
}
