import { type Kysely, Migrator } from 'kysely';
import { conversations } from './migrations/0001-conversations';
import { tickets } from './migrations/0002-tickets';
import type { Tables } from './tables';

/** In the order of their names; a landed migration never changes. */
const MIGRATIONS = { '0001-conversations': conversations, '0002-tickets': tickets };

/** Brings the database to the newest schema. Throws, having changed nothing more, when a migration fails. */
export async function migrateToLatest(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}
