import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables';

/** A table as the source's own schema describes it: there is no second list that could forget one. */
export interface MovedTable {
  name: string;
  /** Columns of the primary key, in order. */
  key: readonly string[];
}

/** All tables of a SQLite database but those of SQLite and of the migrations, each after those that it refers to. */
export async function tablesInOrder(source: Kysely<Tables>): Promise<MovedTable[]> {
  const keys = await keyColumns(source);
  const parents = await references(source);
  const names = (await source.introspection.getTables()).map(({ name }) => name);
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.find(
      (name) => !ordered.includes(name) && parents(name).every((parent) => parent === name || ordered.includes(parent)),
    );
    if (next === undefined) throw new Error(`tables that refer to each other: ${names.join(', ')}`);
    ordered.push(next);
  }
  return ordered.map((name) => ({ name, key: keys(name) }));
}

async function keyColumns(source: Kysely<Tables>): Promise<(table: string) => string[]> {
  const { rows } = await sql<{ owner: string; name: string }>`
    select owners.name as owner, columns.name as name
    from sqlite_master as owners, pragma_table_info(owners.name) as columns
    where owners.type = 'table' and columns.pk > 0
    order by columns.pk`.execute(source);
  return (table) => rows.filter(({ owner }) => owner === table).map(({ name }) => name);
}

async function references(source: Kysely<Tables>): Promise<(table: string) => string[]> {
  const { rows } = await sql<{ owner: string; parent: string }>`
    select owners.name as owner, foreign_keys."table" as parent
    from sqlite_master as owners, pragma_foreign_key_list(owners.name) as foreign_keys
    where owners.type = 'table'`.execute(source);
  return (table) => rows.filter(({ owner }) => owner === table).map(({ parent }) => parent);
}
