import { type Kysely, type Migration, Migrator } from 'kysely';
import { conversations } from './migrations/0001-conversations';
import { tickets } from './migrations/0002-tickets';
import { delivery } from './migrations/0003-delivery';
import { attachments } from './migrations/0005-attachments';
import { inboxIndexes } from './migrations/0006-inbox-indexes';
import type { Tables } from './tables';

/** In the order of their names; a landed migration never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-conversations': conversations,
  '0002-tickets': tickets,
  '0003-delivery': delivery,
  '0005-attachments': attachments,
  '0006-inbox-indexes': inboxIndexes,
};

export interface MigrationStatus {
  name: string;
  executedAt: Date | undefined;
}

/** Brings the database to the newest schema, or to that of a migration by name. Kysely holds PostgreSQL's lock meanwhile;
 *  SQLite's is taken by openSqlite. Throws, having changed nothing more, when a migration fails or lies behind. */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = migratorOf(db);
  if (to !== undefined) await refuseGoingBack(db, to);
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}

/** All migrations in order, with when each was run; undefined: not yet. */
export async function migrationStatus(db: Kysely<Tables>): Promise<MigrationStatus[]> {
  const migrations = await migratorOf(db).getMigrations();
  return migrations.map(({ name, executedAt }) => ({ name, executedAt }));
}

export class MigrationRefused extends Error {}

/** What a migration dropped cannot be made again: the way back is a backup. */
async function refuseGoingBack(db: Kysely<Tables>, to: string): Promise<void> {
  const names = Object.keys(MIGRATIONS);
  if (!names.includes(to)) throw new MigrationRefused(`there is no migration "${to}": ${names.join(', ')}`);
  const done = (await migrationStatus(db)).filter(({ executedAt }) => executedAt).map(({ name }) => name);
  const last = done.at(-1);
  if (last !== undefined && last > to) {
    throw new MigrationRefused(`the database is at ${last} already; going back needs a backup of before`);
  }
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } });
}
